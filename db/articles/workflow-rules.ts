import { decide, type Right } from '../people/rights'
import type { Actor } from '../people/rules'
import { mayUse } from './rights'
import type { ArticleStatus, Move, ParticularName, Particulars, Verdict } from './rules'

type MoveRule = { from: readonly ArticleStatus[]; right: Right }

const anywhere: readonly ArticleStatus[] = ['draft', 'in_review', 'ready', 'scheduled', 'live', 'withdrawn']

/** From which states each move is possible, and which right it takes. Approving what is live already is for the head that is to follow. */
const moveRules: Record<Move, MoveRule> = {
  submit: { from: ['draft'], right: 'article.submit' },
  return: { from: ['in_review', 'ready'], right: 'article.review' },
  approve: { from: ['in_review', 'ready', 'scheduled', 'live', 'withdrawn'], right: 'article.review' },
  publish: { from: ['draft', 'ready', 'scheduled', 'live'], right: 'article.publish' },
  schedule: { from: ['draft', 'ready', 'scheduled'], right: 'article.schedule' },
  unschedule: { from: ['scheduled'], right: 'article.schedule' },
  withdraw: { from: ['live'], right: 'article.withdraw' },
  reinstate: { from: ['withdrawn'], right: 'article.withdraw' },
  hold: { from: anywhere, right: 'article.hold' },
  release: { from: anywhere, right: 'article.hold' },
}

/** The right that a move takes, for saying who could do it. */
export function rightFor(move: Move): Right {
  return moveRules[move].right
}

/** As much of an article as decides about its moves. */
export type WorkflowFacts = {
  status: ArticleStatus
  ownerId: string | null
  sectionId: string
  publishAt: Date | null
  legalHold: boolean
  approvedById: string | null
  approvedRevisionId: string | null
  liveRevisionId: string | null
  head: { id: string; authorId: string | null; sectionId: string }
}

/** The state as it is at a moment: what was scheduled is live from its time on, whether or not a job has said so yet. */
export function statusAt({ status, publishAt }: Pick<WorkflowFacts, 'status' | 'publishAt'>, now: Date): ArticleStatus {
  return status === 'scheduled' && publishAt !== null && publishAt <= now ? 'live' : status
}

/** Decides about a move. `fourEyes` is the newsroom's rule that nobody publishes what they wrote without a second person. */
export function judgeMove(
  actor: Actor,
  move: Move,
  facts: WorkflowFacts,
  { fourEyes, now }: { fourEyes: boolean; now: Date },
): Verdict {
  const { from, right } = moveRules[move]
  const status = statusAt(facts, now)
  if (!from.includes(status) || isIdle(move, facts, now)) return 'not-now'
  if (!isTheirs(actor, move, right, facts)) return 'not-allowed'
  if (fourEyes && lacksSecondPerson(actor, move, facts)) return 'second-person'
  // What comes back to readers by it is published by it.
  const isAppearing = move === 'release' && status === 'live'
  return decide(actor, isAppearing ? 'article.publish' : right, now)
}

/** Moves that would change nothing. */
function isIdle(move: Move, facts: WorkflowFacts, now: Date): boolean {
  switch (move) {
    case 'hold':
      return facts.legalHold
    case 'release':
      return !facts.legalHold
    case 'publish':
      return statusAt(facts, now) === 'live' && facts.liveRevisionId === facts.head.id
    case 'approve':
      return (
        facts.status !== 'in_review' && (facts.approvedRevisionId === facts.head.id || facts.liveRevisionId === facts.head.id)
      )
    default:
      return false
  }
}

/** An article that is to move to another section is decided about by whoever decides in both. */
function isTheirs(actor: Actor, move: Move, right: Right, facts: WorkflowFacts): boolean {
  if (!mayUse(actor, right, facts)) return false
  const movesOn = move === 'approve' || move === 'publish' || move === 'schedule' || move === 'reinstate'
  return !movesOn || mayUse(actor, right, { ...facts, sectionId: facts.head.sectionId })
}

/**
 * Whether nobody but the author has looked at the head: publishing takes another hand than wrote it, or the approval of somebody else of exactly
 * this revision; and nobody approves their own.
 */
export function lacksSecondPerson(
  actor: Actor,
  move: Move,
  { head, approvedById, approvedRevisionId }: Pick<WorkflowFacts, 'head' | 'approvedById' | 'approvedRevisionId'>,
): boolean {
  if (head.authorId !== actor.personId) return false
  switch (move) {
    case 'approve':
      return true
    case 'publish':
    case 'schedule':
    case 'reinstate':
      return approvedRevisionId !== head.id || approvedById === head.authorId
    default:
      return false
  }
}

export const particularNames = ['republishing', 'deskSlug', 'notes', 'sensitive', 'doNotPublish', 'canonicalUrl'] as const

/** Those that whoever writes the article may change; the others are for editors. */
export const writersParticulars: ReadonlySet<ParticularName> = new Set(['deskSlug', 'notes', 'sensitive'])

/** Those of which readers see something. */
export const publicParticulars: ReadonlySet<ParticularName> = new Set(['republishing', 'canonicalUrl'])

/** An article's particulars out of its row. */
export function particularsOf({
  republishing,
  deskSlug,
  notes,
  sensitive,
  doNotPublish,
  canonicalUrl,
}: Particulars): Particulars {
  return { republishing, deskSlug, notes, sensitive, doNotPublish, canonicalUrl }
}
