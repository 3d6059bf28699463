import { and, eq, ne, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage } from '../../lib/languages'
import type { Reader, Transaction } from '../client'
import { enqueue } from '../jobs/commands'
import { announce } from '../notices/commands'
import { noteAppearance } from '../receipts/commands'
import { redirects } from '../redirects/schema'
import { sections } from '../sections/schema'
import { promiseSocialCards } from '../social-cards/commands'
import { listArticles, tagsAround } from './listing'
import { articles, revisions } from './schema'

/** The article's row, locked by the caller. */
type Held = typeof articles.$inferSelect

/**
 * `updatedAt` is the public date of a change worth telling; without it the last one stays. `plannedAt` is the moment for which it was scheduled, if
 * it was: how late readers see it is counted from there.
 */
type When = { now: Date; publishAt: Date; updatedAt?: Date | null; plannedAt?: Date | null }

/**
 * Makes a revision what readers see, from `publishAt` on, as part of the caller's transaction, which holds the article's row and has decided that
 * this may be: pointers, address, lists, cards, the announcement, and the appearance that receipts are given for, or the job that hurries it. The
 * old address of an article that moved leads to the new one for ever.
 */
export async function putLive(
  tx: Transaction,
  article: Held,
  revisionId: string,
  { now, publishAt, updatedAt, plannedAt = null }: When,
): Promise<'live' | 'scheduled' | 'address-taken'> {
  const [revision] = await tx
    .select({ slug: revisions.slug, sectionId: revisions.sectionId })
    .from(revisions)
    .where(eq(revisions.id, revisionId))
  if (!revision) throw new Error(`Article ${article.id} has no revision ${revisionId}.`)
  const { slug, sectionId } = revision
  if (!(await takeAddress(tx, article, slug))) return 'address-taken'

  const status = publishAt > now ? 'scheduled' : 'live'
  const before = await tagsAround(tx, [article.id])
  if (article.firstPublishedAt && (article.slug !== slug || article.sectionId !== sectionId)) await keepAddress(tx, article.id)
  await tx
    .update(articles)
    .set({
      ...{ status, slug, sectionId, publishAt, liveRevisionId: revisionId },
      firstPublishedAt: article.firstPublishedAt ?? (status === 'live' ? publishAt : null),
      updatedAt: updatedAt === undefined ? article.updatedAt : updatedAt,
      ...{ withdrawnAt: null, withdrawal: null, withdrawalNote: '', modifiedAt: now },
    })
    .where(eq(articles.id, article.id))
  await listArticles(tx, [article.id])
  await promiseSocialCards(tx, [article.id])
  if (status === 'scheduled') await enqueue(tx, { type: 'publish-due' }, { startAfter: publishAt })
  else await noteAppearance(tx, article.id, plannedAt)
  await announce(tx, 'change', [...before, ...(await tagsAround(tx, [article.id]))])
  return status
}

/**
 * Takes a scheduled article off the schedule, as part of the caller's transaction, which holds the article's row: it is ready again, and nothing
 * of it is for readers. `publishAt` is what is left of the plan: null, or the moment that it missed.
 */
export async function takeOffSchedule(tx: Transaction, article: Held, publishAt: Date | null, now: Date): Promise<void> {
  const before = await tagsAround(tx, [article.id])
  const liveRevisionId = article.firstPublishedAt ? article.liveRevisionId : null
  await tx
    .update(articles)
    .set({ status: 'ready', publishAt, liveRevisionId, modifiedAt: now })
    .where(eq(articles.id, article.id))
  await listArticles(tx, [article.id])
  await announce(tx, 'change', before)
}

/** What readers are told in an article's place, and whether the newsroom or the law took it away. */
export type Withdrawal = { kind: 'withdrawn' | 'legal'; note: string; now: Date }

/** Takes an article away from readers, as part of the caller's transaction: gone from every list, feed and search at once. */
export async function takeAway(tx: Transaction, articleId: string, { kind, note, now }: Withdrawal): Promise<void> {
  const tags = await tagsAround(tx, [articleId])
  await tx
    .update(articles)
    .set({
      ...{ status: 'withdrawn', withdrawal: kind, withdrawalNote: note, withdrawnAt: now, modifiedAt: now },
      // One that appeared by the clock a moment ago may not have been told so yet.
      firstPublishedAt: sql`coalesce(${articles.firstPublishedAt}, ${articles.publishAt})`,
    })
    .where(eq(articles.id, articleId))
  await listArticles(tx, [articleId])
  await announce(tx, 'withdrawal', tags)
}

/** Writes down the article's present address as a redirect to it, before it moves. */
async function keepAddress(tx: Transaction, articleId: string): Promise<void> {
  const [at] = await tx
    .select({ language: articles.language, section: sections.slug, slug: articles.slug })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, articleId))
  if (!at || !isLanguage(at.language)) return
  const path = decodeURI(addressOf.article(at.language, at.section, at.slug))
  await tx
    .insert(redirects)
    .values({ path, articleId })
    .onConflictDoUpdate({ target: redirects.path, set: { articleId, target: null } })
}

/** Whether another article of the edition stands at that slug. */
export async function isAddressTaken(reader: Reader, article: { id: string; language: string }, slug: string): Promise<boolean> {
  const [other] = await reader
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.language, article.language), eq(articles.slug, slug), ne(articles.id, article.id)))
  return other !== undefined
}

/** Chosen at random; together with an address it makes a lock. */
const addressLock = 7_305_118_246

/**
 * Whether an article can have an address, which from then on nobody else can take until the caller's transaction ends: of two who want the same at
 * once the second waits, and is told that it is taken.
 */
export async function takeAddress(tx: Transaction, article: { id: string; language: string }, slug: string): Promise<boolean> {
  const address = `${article.language}/${slug}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, ${addressLock}))`)
  return !(await isAddressTaken(tx, article, slug))
}
