import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import type { Actor } from '../people/rules'
import { noteAppearance } from '../receipts/commands'
import { takeAway } from './going-live'
import { listArticles, tagsAround } from './listing'
import { remark } from './remarks'
import { articles } from './schema'
import { holdForMove, type Refusal, refusalOf } from './workflow-facts'

/** Takes a live article away from readers, who are told `note` in its place: 410, or 451 when the law demands it. */
export async function withdrawFromReaders(
  actor: Actor,
  articleId: string,
  { kind, note }: { kind: 'withdrawn' | 'legal'; note: string },
  now: Date,
): Promise<'withdrawn' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'withdraw', held, { now })
    if (refusal) return refusal
    await takeAway(tx, articleId, { kind, note, now })
    const revisionId = held.article.liveRevisionId
    await remark(tx, actor, { action: 'article.withdrawn', subjectId: articleId, revisionId, details: { kind }, at: now }, note)
    return 'withdrawn'
  })
}

/** Puts an article on legal hold: it is not published, and what of it is live disappears until it is released. */
export async function placeOnHold(
  actor: Actor,
  articleId: string,
  { reason }: { reason: string },
  now: Date,
): Promise<'held' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'hold', held, { now })
    if (refusal) return refusal
    const tags = await setHold(tx, articleId, true, now)
    await announce(tx, 'withdrawal', tags)
    const event = { action: 'article.held' as const, subjectId: articleId, revisionId: held.head.id, at: now }
    await remark(tx, actor, event, reason)
    return 'held'
  })
}

/** Ends a legal hold. What was live appears again, so that takes the right to publish. */
export async function releaseHold(actor: Actor, articleId: string, now: Date): Promise<'released' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'release', held, { now })
    if (refusal) return refusal
    const tags = await setHold(tx, articleId, false, now)
    if (held.article.status === 'live') await noteAppearance(tx, articleId, null)
    await announce(tx, 'change', tags)
    await record(tx, actor, { action: 'article.released', subjectId: articleId, revisionId: held.head.id, at: now })
    return 'released'
  })
}

/** Gives the tags of what changes by it. */
async function setHold(tx: Transaction, articleId: string, legalHold: boolean, now: Date): Promise<string[]> {
  const tags = await tagsAround(tx, [articleId])
  await tx.update(articles).set({ legalHold, modifiedAt: now }).where(eq(articles.id, articleId))
  await listArticles(tx, [articleId])
  return tags
}
