import { and, asc, eq, lte, min } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { noteAppearance } from '../receipts/commands'
import { promiseSocialCards } from '../social-cards/commands'
import { takeOffSchedule } from './going-live'
import { listArticles, tagsAround } from './listing'
import { articles } from './schema'

/**
 * Settles what has come due at `now`: scheduled articles are live from their moment on. Readers see them from then on whether this has run or not;
 * here the row learns it, and the log. Any number of processes may do it at once, as often as they like: each article appears once. What is held
 * back by then does not appear, and is taken off the schedule.
 */
export async function settleDue(now: Date): Promise<void> {
  const failures: unknown[] = []
  for (const { id } of await listDue(now)) {
    // Each by itself, so that one that cannot be settled keeps no other back.
    await db.transaction((tx) => settle(tx, id, now)).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} due articles could not be settled`)
}

/** When the next scheduled thing is due, were it in the past; null while nothing is scheduled. */
export async function findNextDueAt(): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(articles.publishAt) })
    .from(articles)
    .where(eq(articles.status, 'scheduled'))
  return row?.at ?? null
}

function listDue(now: Date) {
  return db.select({ id: articles.id }).from(articles).where(isDue(now)).orderBy(asc(articles.publishAt))
}

function isDue(now: Date) {
  return and(eq(articles.status, 'scheduled'), lte(articles.publishAt, now))
}

async function settle(tx: Transaction, articleId: string, now: Date) {
  const [article] = await tx
    .select()
    .from(articles)
    .where(and(eq(articles.id, articleId), isDue(now)))
    // Another process is at it just now, or somebody who takes it off the schedule.
    .for('update', { skipLocked: true })
  if (!article?.publishAt) return
  const { publishAt, liveRevisionId } = article
  if (article.legalHold || article.doNotPublish) {
    await takeOffSchedule(tx, article, publishAt, now)
    const details = { reason: 'held', publishAt: publishAt.toISOString() }
    await record(tx, null, { action: 'article.unscheduled', subjectId: articleId, revisionId: liveRevisionId, details, at: now })
    return
  }
  const firstPublishedAt = article.firstPublishedAt ?? publishAt
  await tx.update(articles).set({ status: 'live', firstPublishedAt, modifiedAt: now }).where(eq(articles.id, articleId))
  await listArticles(tx, [articleId])
  await promiseSocialCards(tx, [articleId])
  await noteAppearance(tx, articleId, publishAt)
  const details = { publishAt: publishAt.toISOString() }
  await record(tx, null, { action: 'article.appeared', subjectId: articleId, revisionId: liveRevisionId, details, at: now })
  await announce(tx, 'change', await tagsAround(tx, [articleId]))
}
