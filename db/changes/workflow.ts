import { eq } from 'drizzle-orm'
import { remark } from '../articles/remarks'
import { mayReview } from '../articles/staff'
import { tellStaff } from '../articles/tell-staff'
import type { ReviewWish } from '../articles/workflow'
import type { Refusal } from '../articles/workflow-facts'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventAction } from '../events/rules'
import type { Actor } from '../people/rules'
import { type HeldChange, holdChange, refusalOf } from './held'
import type { ChangeMove } from './rules'
import { changes } from './schema'

type Seen = { headRevisionId: string }

/** Hands a change in to review. The reviewer, if one is named, is told. */
export async function submitChange(
  actor: Actor,
  changeId: string,
  { headRevisionId, reviewerId, dueAt }: ReviewWish & Seen,
  now: Date,
): Promise<'submitted' | 'unfit-reviewer' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'submit', headRevisionId, now }, async (tx, held) => {
    const { article, changeHead, settings } = held
    const reviewed = { ...article, authorId: changeHead.authorId, fourEyes: settings.fourEyes }
    if (reviewerId !== null && !(await mayReview(tx, reviewerId, reviewed))) return 'unfit-reviewer'
    await set(tx, held, { status: 'in_review', reviewerId, dueAt }, now)
    const details = { reviewerId, dueAt: dueAt?.toISOString() ?? null }
    await note(tx, actor, held, 'change.submitted', details, now)
    await tell(tx, actor, held, { kind: 'review-asked', to: [reviewerId], due: dueAt, now })
    return 'submitted'
  })
}

/** Gives a change back to its author, with the reason. */
export async function returnChange(
  actor: Actor,
  changeId: string,
  { headRevisionId, reason }: Seen & { reason: string },
  now: Date,
): Promise<'returned' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'return', headRevisionId, now }, async (tx, held) => {
    await set(tx, held, { status: 'draft', reviewerId: null, dueAt: null, approvedById: null, approvedRevisionId: null }, now)
    const { article, changeHead } = held
    const event = { action: 'change.returned' as const, subjectId: article.id, revisionId: changeHead.id, at: now }
    await remark(tx, actor, { ...event, details: { changeId } }, reason)
    await tell(tx, actor, held, { kind: 'review-returned', to: authorsOf(held), now })
    return 'returned' as const
  })
}

/** Notes that a second pair of eyes has found exactly this revision of a change good. What was in review is ready then. */
export async function approveChange(
  actor: Actor,
  changeId: string,
  { headRevisionId }: Seen,
  now: Date,
): Promise<'approved' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'approve', headRevisionId, now }, async (tx, held) => {
    const isReviewed = held.change.status === 'in_review'
    const approval = { approvedById: actor.personId, approvedRevisionId: held.changeHead.id }
    await set(tx, held, { ...approval, ...(isReviewed && { status: 'ready' as const, reviewerId: null, dueAt: null }) }, now)
    await note(tx, actor, held, 'change.approved', {}, now)
    await tell(tx, actor, held, { kind: 'article-approved', to: authorsOf(held), now })
    return 'approved' as const
  })
}

/** Gives a change up. What was written stays, and can be taken up again. */
export async function discardChange(actor: Actor, changeId: string, now: Date): Promise<'discarded' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'discard', now }, async (tx, held) => {
    await set(tx, held, { status: 'discarded', reviewerId: null, dueAt: null, stop: null }, now)
    await note(tx, actor, held, 'change.discarded', {}, now)
    return 'discarded' as const
  })
}

/** Takes a change up again that was given up. */
export async function resumeChange(actor: Actor, changeId: string, now: Date): Promise<'resumed' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'resume', now }, async (tx, held) => {
    await set(tx, held, { status: 'draft' }, now)
    await note(tx, actor, held, 'change.resumed', {}, now)
    return 'resumed' as const
  })
}

type Asked = { move: ChangeMove; headRevisionId?: string; now: Date }

/** Holds a change and makes a move with it, if its maker may. */
export async function move<Done>(
  actor: Actor,
  changeId: string,
  { move: asked, headRevisionId, now }: Asked,
  make: (tx: Transaction, held: HeldChange) => Promise<Done>,
): Promise<Done | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdChange(tx, changeId, now)
    if (!held) return 'unknown'
    return refusalOf(actor, asked, held, { headRevisionId, now }) ?? make(tx, held)
  })
}

/** Writes down how a change stands from now on. */
export async function set(
  tx: Transaction,
  { change }: Pick<HeldChange, 'change'>,
  values: Partial<typeof changes.$inferInsert>,
  now: Date,
): Promise<void> {
  await tx
    .update(changes)
    .set({ ...values, modifiedAt: now })
    .where(eq(changes.id, change.id))
}

/** Writes an event about a change into its article's log. */
export async function note(
  tx: Transaction,
  actor: Actor | null,
  { article, change, changeHead }: HeldChange,
  action: EventAction,
  details: Record<string, string | null | boolean>,
  now: Date,
): Promise<void> {
  const event = {
    action,
    subjectId: article.id,
    revisionId: changeHead.id,
    details: { changeId: change.id, ...details },
    at: now,
  }
  await record(tx, actor, event)
}

type News = Pick<Parameters<typeof tellStaff>[2], 'kind' | 'to' | 'due' | 'now'>

/** Promises mail about a change to those whom it concerns. */
export async function tell(
  tx: Transaction,
  actor: Actor | null,
  { article, change, changeHead }: HeldChange,
  news: News,
): Promise<void> {
  const page = `/changes/${change.id}` as const
  await tellStaff(tx, actor, { ...news, articleId: article.id, headline: changeHead.headline, page })
}

function authorsOf({ change, changeHead }: HeldChange): (string | null)[] {
  return [change.authorId, changeHead.authorId]
}
