import type { ArticleContent } from '../articles/content'
import { findContent } from '../articles/contents'
import { putLive, takeAddress } from '../articles/going-live'
import { moveHeads } from '../articles/heads'
import { mergeContents } from '../articles/merge'
import { listObstacles } from '../articles/overrides'
import { isTooFar } from '../articles/publish'
import { insertRevisions } from '../articles/revisions'
import type { Finding } from '../articles/rules'
import { isSame } from '../articles/same'
import type { Refusal } from '../articles/workflow-facts'
import type { Transaction } from '../client'
import { record } from '../events/commands'
import { enqueue } from '../jobs/commands'
import { announce } from '../notices/commands'
import type { Actor } from '../people/rules'
import { type HeldChange, meetingOf } from './held'
import { mergeWithLive } from './merge-with-live'
import type { ChangeStop } from './rules'
import { move, note, set } from './workflow'

type Brought<Done extends string> =
  | { outcome: Done | 'conflict' | 'unknown' | Refusal }
  /** Something speaks against it that nobody has answered for. */
  | { outcome: 'obstructed'; findings: Finding[] }

/** `headRevisionId` is what was seen; `isUpdate` tells readers that the article has changed that day. */
type Publication = { headRevisionId: string; isUpdate: boolean }

/** Merges a change into what readers have, at once. Where both have changed the same it is refused: the change has to be renewed first. */
export async function publishChange(
  actor: Actor,
  changeId: string,
  { headRevisionId, isUpdate }: Publication,
  now: Date,
): Promise<Brought<'published'>> {
  const outcome = await move(actor, changeId, { move: 'publish', headRevisionId, now }, async (tx, held) => {
    const findings = await listObstacles(tx, { article: held.article, head: held.changeHead }, now)
    if (findings.length > 0) return { outcome: 'obstructed' as const, findings }
    const stop = await bringOut(tx, actor, held, { revisionId: held.changeHead.id, isUpdate, at: null }, now)
    // Whatever else would stop it has been looked at above.
    if (stop !== null && stop !== 'conflict') throw new Error(`Change ${changeId} was stopped by “${stop}” after it was checked.`)
    return { outcome: stop ?? ('published' as const) }
  })
  return typeof outcome === 'string' ? { outcome } : outcome
}

/** Schedules a change. One that is scheduled already gets the new moment and the newest revision. */
export async function scheduleChange(
  actor: Actor,
  changeId: string,
  { headRevisionId, isUpdate, publishAt }: Publication & { publishAt: Date },
  now: Date,
): Promise<Brought<'scheduled' | 'in-the-past' | 'too-far'>> {
  if (publishAt <= now) return { outcome: 'in-the-past' }
  if (isTooFar(publishAt, now)) return { outcome: 'too-far' }
  const outcome = await move(actor, changeId, { move: 'schedule', headRevisionId, now }, async (tx, held) => {
    const findings = await listObstacles(tx, { article: held.article, head: held.changeHead }, publishAt)
    if (findings.length > 0) return { outcome: 'obstructed' as const, findings }
    const { conflicts } = await mergeWithLive(tx, meetingOf(held), held.changeHead.id)
    if (conflicts.length > 0) return { outcome: 'conflict' as const }
    const plan = { publishAt, isUpdate, scheduledRevisionId: held.changeHead.id, scheduledById: actor.personId }
    await set(tx, held, { ...plan, status: 'scheduled', reviewerId: null, dueAt: null, stop: null }, now)
    await note(tx, actor, held, 'change.scheduled', { publishAt: publishAt.toISOString() }, now)
    await enqueue(tx, { type: 'publish-due' }, { startAfter: publishAt })
    // Whoever serves readers waits for the moment as well, and learns of it so.
    await announce(tx, 'change', [])
    return { outcome: 'scheduled' as const }
  })
  return typeof outcome === 'string' ? { outcome } : outcome
}

/** Takes a change off the schedule; it is ready again. */
export async function unscheduleChange(actor: Actor, changeId: string, now: Date): Promise<'unscheduled' | 'unknown' | Refusal> {
  return move(actor, changeId, { move: 'unschedule', now }, async (tx, held) => {
    await set(tx, held, { status: 'ready', publishAt: null, scheduledRevisionId: null, scheduledById: null }, now)
    await note(tx, actor, held, 'change.unscheduled', { publishAt: held.change.publishAt?.toISOString() ?? null }, now)
    return 'unscheduled' as const
  })
}

type Bringing = { revisionId: string; isUpdate: boolean; at: Date | null }

/**
 * Merges a revision of a change into what readers have, and into what editors work on, as part of the caller's transaction, which holds both. Gives
 * why it could not be, and has done nothing then. `at` is the moment for which it was scheduled; null for one published by hand.
 */
export async function bringOut(
  tx: Transaction,
  actor: Actor | null,
  held: HeldChange,
  { revisionId, isUpdate, at }: Bringing,
  now: Date,
): Promise<ChangeStop | null> {
  const { article, change } = held
  if (article.status !== 'live') return 'withdrawn'
  if (article.legalHold || article.doNotPublish) return 'held'
  const { live, merged, conflicts } = await mergeWithLive(tx, meetingOf(held), revisionId)
  if (conflicts.length > 0) return 'conflict'
  if (!(await takeAddress(tx, article, merged.slug))) return 'obstructed'
  const draft = { articleId: article.id, authorId: change.authorId, reason: change.purpose, content: merged }
  const [published] = await insertRevisions(tx, [{ ...draft, basedOnId: article.liveRevisionId }])
  if (!published) throw new Error('A revision was not written.')
  const when = { now, publishAt: at ?? now, plannedAt: at, ...(isUpdate && { updatedAt: at ?? now }) }
  await putLive(tx, article, published, when)
  await bringToHead(tx, held, { published, before: live, content: merged }, now)
  await set(tx, held, { status: 'published', stop: null, publishedRevisionId: published, publishedAt: at ?? now }, now)
  const details = { changeId: change.id, publishAt: (at ?? now).toISOString() }
  await record(tx, actor, { action: 'change.published', subjectId: article.id, revisionId: published, details, at: now })
  return null
}

type Published = { published: string; before: ArticleContent; content: ArticleContent }

/**
 * What editors work on gets the change as well. Where somebody has changed the same there and not published it, theirs stands, and the change is kept
 * beside it as a conflict revision.
 */
async function bringToHead(tx: Transaction, { article, head }: HeldChange, { published, before, content }: Published, now: Date) {
  const articleId = article.id
  if (head.id === article.liveRevisionId) return moveHeads(tx, [{ articleId, revisionId: published }], now)
  const theirs = await findContent(tx, head.id)
  if (!theirs) throw new Error(`The head of article ${articleId} has no content.`)
  const merged = mergeContents(before, content, theirs)
  const draft = { articleId, authorId: null, reason: '', basedOnId: published }
  if (merged.conflicts.length > 0) await insertRevisions(tx, [{ ...draft, content, kind: 'conflict' }])
  if (isSame(merged.content, theirs)) return
  const [next] = await insertRevisions(tx, [{ ...draft, content: merged.content, basedOnId: head.id }])
  if (next) await moveHeads(tx, [{ articleId, revisionId: next }], now)
}
