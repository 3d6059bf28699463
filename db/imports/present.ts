import { eq, inArray, or, type SQL } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { articles } from '../articles/schema'
import type { Transaction } from '../client'
import { sections } from '../sections/schema'
import type { PresentArticle } from './plan-article'
import { importedArticles } from './schema'

/** The articles that these source ids stand for; an article that was never imported goes by its own id. */
export async function findPresent(tx: Transaction, sourceIds: readonly string[]): Promise<Map<string, PresentArticle>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx
    .select({ article: articles, sectionSlug: sections.slug, hash: importedArticles.hash })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(importedArticles, eq(importedArticles.articleId, articles.id))
    .where(named(sourceIds))
  return new Map(
    rows.map(({ article, sectionSlug, hash }) => [article.sourceId ?? article.id, { ...article, sectionSlug, hash }]),
  )
}

/** The ids of those of these source ids that stand for an article. */
export async function findArticleIds(tx: Transaction, sourceIds: readonly string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx.select({ id: articles.id, sourceId: articles.sourceId }).from(articles).where(named(sourceIds))
  return new Map(rows.map(({ id, sourceId }) => [sourceId ?? id, id]))
}

function named(sourceIds: readonly string[]): SQL | undefined {
  const own = sourceIds.filter(isUuid)
  const bySource = inArray(articles.sourceId, [...sourceIds])
  return own.length > 0 ? or(bySource, inArray(articles.id, own)) : bySource
}
