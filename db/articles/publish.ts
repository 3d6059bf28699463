import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventAction } from '../events/rules'
import type { Actor } from '../people/rules'
import { putLive, takeOffSchedule } from './going-live'
import { listObstacles } from './overrides'
import type { Finding, Move } from './rules'
import { type HeldArticle, holdForMove, type Refusal, refusalOf } from './workflow-facts'

/** `headRevisionId` is what the actor saw: no other text is published than they have looked at. */
type Publication = { headRevisionId: string }

type Published<Done extends string> =
  | { outcome: Done | 'unknown' | Refusal }
  /** Something speaks against it that nobody has answered for. */
  | { outcome: 'obstructed'; findings: Finding[] }

/** Makes the head what readers see, at once. `isUpdate` tells readers that the article has changed today. */
export async function publishHead(
  actor: Actor,
  articleId: string,
  { headRevisionId, isUpdate = false }: Publication & { isUpdate?: boolean },
  now: Date,
): Promise<Published<'published'>> {
  const when = { publishAt: now, ...(isUpdate && { updatedAt: now }) }
  return bringOut(
    actor,
    articleId,
    { move: 'publish', action: 'article.published', done: 'published', headRevisionId, when },
    now,
  )
}

/** Publishes a withdrawn article again. */
export async function reinstateArticle(
  actor: Actor,
  articleId: string,
  { headRevisionId }: Publication,
  now: Date,
): Promise<Published<'reinstated'>> {
  const how = { move: 'reinstate', action: 'article.reinstated', done: 'reinstated', headRevisionId } as const
  return bringOut(actor, articleId, { ...how, when: { publishAt: now } }, now)
}

/** Years ahead for which somebody who schedules has mistyped. */
const furthestYears = 3

export function isTooFar(publishAt: Date, now: Date): boolean {
  return publishAt.getTime() > now.getTime() + furthestYears * 366 * 86_400_000
}

/** Makes the head what readers see from a moment ahead on. One that is scheduled already gets the new moment and the head of now. */
export async function scheduleHead(
  actor: Actor,
  articleId: string,
  { headRevisionId, publishAt }: Publication & { publishAt: Date },
  now: Date,
): Promise<Published<'scheduled' | 'in-the-past' | 'too-far'>> {
  if (publishAt <= now) return { outcome: 'in-the-past' }
  if (isTooFar(publishAt, now)) return { outcome: 'too-far' }
  const how = { move: 'schedule', action: 'article.scheduled', done: 'scheduled', headRevisionId } as const
  return bringOut(actor, articleId, { ...how, when: { publishAt } }, now)
}

/** Takes an article off the schedule; it is ready again. */
export async function unscheduleArticle(
  actor: Actor,
  articleId: string,
  now: Date,
): Promise<'unscheduled' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'unschedule', held, { now })
    if (refusal) return refusal
    const { article } = held
    await takeOffSchedule(tx, article, null, now)
    const event = { action: 'article.unscheduled' as const, subjectId: articleId, revisionId: article.liveRevisionId }
    await record(tx, actor, { ...event, details: { publishAt: article.publishAt?.toISOString() ?? null }, at: now })
    return 'unscheduled'
  })
}

type Bringing<Done extends string> = Publication & {
  move: Move
  action: EventAction
  done: Done
  when: { publishAt: Date; updatedAt?: Date }
}

async function bringOut<Done extends string>(
  actor: Actor,
  articleId: string,
  { move, action, done, headRevisionId, when }: Bringing<Done>,
  now: Date,
): Promise<Published<Done>> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return { outcome: 'unknown' }
    const refusal = refusalOf(actor, move, held, { headRevisionId, now })
    if (refusal) return { outcome: refusal }
    const findings = await listObstacles(tx, held, when.publishAt)
    if (findings.length > 0) return { outcome: 'obstructed', findings }
    return putOut(tx, actor, held, { action, done, when }, now)
  })
}

async function putOut<Done extends string>(
  tx: Transaction,
  actor: Actor,
  held: HeldArticle,
  { action, done, when }: Pick<Bringing<Done>, 'action' | 'done' | 'when'>,
  now: Date,
): Promise<Published<Done>> {
  const { article, head } = held
  const outcome = await putLive(tx, article, head.id, { ...when, now })
  // Somebody else was quicker since it was checked.
  if (outcome === 'address-taken') return { outcome: 'obstructed', findings: await listObstacles(tx, held, when.publishAt) }
  const details = { publishAt: when.publishAt.toISOString(), from: article.status }
  await record(tx, actor, { action, subjectId: article.id, revisionId: head.id, details, at: now })
  return { outcome: done }
}
