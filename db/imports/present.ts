import { eq, inArray, or, type SQL } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import type { ArticleContent } from '../articles/content'
import { articles, articleTopics, bylines, relatedArticles, revisions } from '../articles/schema'
import type { Reader, Transaction } from '../client'
import { media } from '../media/schema'
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

/** The ids of those of these names that stand for a picture; one that was never imported goes by its own id. */
export async function findPictureIds(tx: Transaction, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const own = names.filter(isUuid)
  const bySource = inArray(media.sourceId, [...names])
  const rows = await tx
    .select({ id: media.id, sourceId: media.sourceId })
    .from(media)
    .where(own.length > 0 ? or(bySource, inArray(media.id, own)) : bySource)
  return new Map(rows.map(({ id, sourceId }) => [sourceId ?? id, id]))
}

function named(sourceIds: readonly string[]): SQL | undefined {
  const own = sourceIds.filter(isUuid)
  const bySource = inArray(articles.sourceId, [...sourceIds])
  return own.length > 0 ? or(bySource, inArray(articles.id, own)) : bySource
}

/** What these revisions say. */
export async function findContents(reader: Reader, revisionIds: readonly string[]): Promise<Map<string, ArticleContent>> {
  if (revisionIds.length === 0) return new Map()
  const ids = [...revisionIds]
  const rows = await reader.select().from(revisions).where(inArray(revisions.id, ids))
  const names = await reader.select().from(bylines).where(inArray(bylines.revisionId, ids)).orderBy(bylines.position)
  const about = await reader
    .select()
    .from(articleTopics)
    .where(inArray(articleTopics.revisionId, ids))
    .orderBy(articleTopics.position)
  const beside = await reader
    .select()
    .from(relatedArticles)
    .where(inArray(relatedArticles.revisionId, ids))
    .orderBy(relatedArticles.position)
  return new Map(
    rows.map((row) => {
      const { sectionId, slug, headline, headlineShort, standfirst, kicker, seoHeadline, seoDescription, dateline, body } = row
      const content: ArticleContent = {
        sectionId,
        slug,
        headline,
        headlineShort,
        standfirst,
        kicker,
        seoHeadline,
        seoDescription,
        dateline,
        body,
        hero: row.heroMediaId ? { mediaId: row.heroMediaId, caption: row.heroCaption, alt: row.heroAlt } : null,
        bylines: names
          .filter(({ revisionId }) => revisionId === row.id)
          .map(({ contributorId, role, creditedAs }) => ({ contributorId, role, creditedAs })),
        topicIds: about.filter(({ revisionId }) => revisionId === row.id).map(({ topicId }) => topicId),
        relatedIds: beside.filter(({ revisionId }) => revisionId === row.id).map(({ articleId }) => articleId),
      }
      return [row.id, content]
    }),
  )
}
