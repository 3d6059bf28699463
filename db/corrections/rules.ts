import { z } from 'zod'
import { type ArticleFacts, mayUse } from '../articles/rights'
import type { CorrectionNote, CorrectionType, Verdict } from '../articles/rules'
import { statusAt } from '../articles/workflow-rules'
import { decide, type Right } from '../people/rights'
import type { Actor } from '../people/rules'

export type CorrectionStatus = 'proposed' | 'approved' | 'refused' | 'dropped' | 'taken_back'

/** What can be proposed; a withdrawal says so itself. */
export const proposableTypes = ['correction', 'clarification', 'update', 'editors_note'] as const satisfies CorrectionType[]

/** Letters that a correction may have: some sentences. */
export const mostLetters = 1000

/** What can be done with a correction, in the order in which it is usually done. */
export const correctionActs = ['approve', 'refuse', 'drop', 'take-back'] as const
export type CorrectionAct = (typeof correctionActs)[number]

const actRules: Record<CorrectionAct, { from: CorrectionStatus; right: Right }> = {
  approve: { from: 'proposed', right: 'article.correct' },
  refuse: { from: 'proposed', right: 'article.review' },
  drop: { from: 'proposed', right: 'article.write' },
  'take-back': { from: 'approved', right: 'article.correct' },
}

/** As much of a correction as decides about it. */
export type CorrectionFacts = { status: CorrectionStatus; proposedById: string | null }

/** Decides what somebody can do with a correction. Where `fourEyes` is the rule, nobody approves what they proposed; nobody refuses it ever, they drop it. */
export function judgeCorrection(
  actor: Actor,
  act: CorrectionAct,
  { status, proposedById }: CorrectionFacts,
  { article, fourEyes, now }: { article: ArticleFacts; fourEyes: boolean; now: Date },
): Verdict {
  const { from, right } = actRules[act]
  const isOwn = proposedById === actor.personId
  if (status !== from || (act === 'refuse' && isOwn)) return 'not-now'
  if (act === 'drop') return isOwn ? 'allowed' : 'not-allowed'
  if (!mayUse(actor, right, article)) return 'not-allowed'
  if (act === 'approve' && fourEyes && isOwn) return 'second-person'
  return decide(actor, right, now)
}

/** Whether readers have ever seen an article: only then there is something to correct in public. */
export function hasAppeared(
  article: Pick<ArticleFacts, 'status'> & { firstPublishedAt: Date | null; publishAt: Date | null },
  now: Date,
): boolean {
  return article.firstPublishedAt !== null || statusAt(article, now) === 'live'
}

/** Whether somebody may propose corrections to an article: whoever writes it, though it be live, and its editors. */
export function mayPropose(actor: Pick<Actor, 'personId' | 'role' | 'sectionIds'>, article: ArticleFacts): boolean {
  return mayUse(actor, 'article.write', article)
}

/** Plain words in one paragraph: what ends a line, or steers a terminal, becomes a space. */
const plainWords = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .pipe(z.string().min(1, 'required').max(most, 'too-long'))

const optionalId = z.union([z.literal(''), z.uuid('invalid')]).transform((id) => id || null)

/** The form in which a correction is proposed. The pair counts where the text was changed. */
export const proposeInput = z
  .object({
    articleId: z.uuid('invalid'),
    type: z.enum(proposableTypes, 'required'),
    text: plainWords(mostLetters),
    change: z.enum(['text', 'none'], 'required'),
    before: optionalId.default(null),
    after: optionalId.default(null),
    approverId: optionalId.default(null),
    offerId: optionalId.default(null),
  })
  .transform(({ change, before, after, ...input }, context) => {
    if (change === 'none') return { ...input, pair: null }
    if (before !== null && after !== null) return { ...input, pair: { beforeId: before, afterId: after } }
    context.addIssue({ code: 'custom', message: 'required', path: [before === null ? 'before' : 'after'] })
    return z.NEVER
  })

const correctionId = z.uuid('invalid')

/** A correction that is meant by a button. */
export const correctionChoice = z.object({ articleId: z.uuid('invalid'), correctionId })

/** The same with a reason, which colleagues read. */
export const correctionReason = correctionChoice.extend({ reason: z.string().trim().min(1, 'required').max(1000, 'too-long') })

export const declineInput = z.object({
  articleId: z.uuid('invalid'),
  offerId: z.uuid('invalid'),
  reason: z.string().trim().min(1, 'required').max(1000, 'too-long'),
})

/** A revision that readers have seen. */
export type SeenRevision = { id: string; number: number; since: Date | null }

type Mark = { name: string; at: Date }

/** A correction as the desk sees it. Names are empty for whoever has been erased. */
export type DeskCorrection = Omit<CorrectionNote, 'correctedAt'> & {
  status: CorrectionStatus
  /** Null for an import. */
  proposed: Mark | null
  /** Who is asked to approve it. */
  approverName: string | null
  decided: Mark | null
  correctedAt: Date | null
  takenBack: Mark | null
  reason: string
  pair: { before: SeenRevision; after: SeenRevision } | null
  verdicts: Record<CorrectionAct, Verdict>
}

/** A correction of another edition, for the desk of a translation. `articleId` is whose it is. */
export type DeskOffer = {
  id: string
  type: CorrectionType
  text: string
  language: string
  articleId: string
  headline: string
  correctedAt: Date
}

/** What of corrections waits for somebody at the desk. */
export type WaitingCorrection = {
  kind: 'proposal' | 'offer'
  id: string
  type: CorrectionType
  since: Date
  articleId: string
  headline: string
  language: string
}
