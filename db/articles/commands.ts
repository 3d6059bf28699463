import { and, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import type { ArticleContent } from './content'
import { putLive, takeAway, type Withdrawal } from './going-live'
import { moveHeads } from './heads'
import { errorReports } from './report-schema'
import { insertRevisions } from './revisions'
import { canMove } from './rules'
import { articles } from './schema'

/** Who does it; null for an import or a job. Rights come with the dashboard and are decided here. */
type Actor = { id: string } | null

/** Makes an article as a draft, with its first revision. */
export async function createArticle(
  actor: Actor,
  language: string,
  content: ArticleContent,
): Promise<{ articleId: string; revisionId: string }> {
  return db.transaction(async (tx) => {
    const { sectionId, slug } = content
    const [article] = await tx.insert(articles).values({ language, sectionId, slug }).returning({ id: articles.id })
    if (!article) throw new Error('An insert returned no row.')
    const revisionId = await addRevision(tx, actor, article.id, content, 'First version')
    return { articleId: article.id, revisionId }
  })
}

/** Writes a new revision and makes it the head. What readers see does not change. */
export async function reviseArticle(actor: Actor, articleId: string, content: ArticleContent, reason: string): Promise<string> {
  return db.transaction((tx) => addRevision(tx, actor, articleId, content, reason))
}

async function addRevision(tx: Transaction, actor: Actor, articleId: string, content: ArticleContent, reason: string) {
  const [revisionId] = await insertRevisions(tx, [{ articleId, content, authorId: actor?.id ?? null, reason }])
  if (!revisionId) throw new Error('A revision was not written.')
  await moveHeads(tx, [{ articleId, revisionId }], new Date())
  return revisionId
}

type PublishOutcome = 'published' | 'scheduled' | 'on-hold' | 'address-taken' | 'not-allowed' | 'unknown'

/**
 * Makes the head revision the live one: at once, or at `publishAt` when that lies ahead. The old address of an article that moved
 * leads to the new one for ever. `updatedAt` is the public date of a change worth telling; null keeps the last.
 */
export async function publishArticle(
  articleId: string,
  when: { now: Date; publishAt?: Date; updatedAt?: Date | null },
): Promise<PublishOutcome> {
  return db.transaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update')
    if (!article?.headRevisionId) return 'unknown'
    if (article.legalHold || article.doNotPublish) return 'on-hold'
    const publishAt = when.publishAt ?? when.now
    if (!canMove(article.status, publishAt > when.now ? 'scheduled' : 'live')) return 'not-allowed'
    const outcome = await putLive(tx, article, article.headRevisionId, { ...when, publishAt })
    return outcome === 'live' ? 'published' : outcome
  })
}

/** Takes an article away from readers: its address answers 410, or 451 when the law demands it, with `note` as explanation. */
export async function withdrawArticle(
  articleId: string,
  withdrawal: Withdrawal,
): Promise<'withdrawn' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const [article] = await tx.select({ status: articles.status }).from(articles).where(eq(articles.id, articleId)).for('update')
    if (!article) return 'unknown'
    if (!canMove(article.status, 'withdrawn')) return 'not-allowed'
    await takeAway(tx, articleId, withdrawal)
    return 'withdrawn'
  })
}

/** A reader says that something is wrong. `too-many` protects the desk from a flood on one article. */
export async function reportError(report: {
  articleId: string
  message: string
  replyTo: string
}): Promise<'received' | 'too-many' | 'unknown'> {
  return db.transaction(async (tx) => {
    const [article] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, report.articleId)).for('update')
    if (!article) return 'unknown'
    const [recent] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(errorReports)
      .where(and(eq(errorReports.articleId, report.articleId), sql`${errorReports.createdAt} > now() - interval '1 hour'`))
    if ((recent?.count ?? 0) >= reportsPerHour) return 'too-many'
    await tx.insert(errorReports).values(report)
    return 'received'
  })
}

const reportsPerHour = 60
