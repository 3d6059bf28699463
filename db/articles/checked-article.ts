import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { environment } from '../../lib/environment'
import { languages } from '../../lib/languages'
import { referencesOf } from '../body/rules'
import type { Reader } from '../client'
import { comments } from '../comments/schema'
import { wordsOf } from '../media/rules'
import { media, renditions } from '../media/schema'
import { type CheckedArticle, type CheckedLink, type CheckedPicture, linksOf } from './checks'
import { findContent } from './contents'
import { isAddressTaken } from './going-live'
import { listedArticles } from './listed-schema'
import { findDeadPaths, ownPath } from './own-paths'
import { articles, revisions } from './schema'

type Candidate = Pick<
  typeof articles.$inferSelect,
  'id' | 'language' | 'legalHold' | 'doNotPublish' | 'sensitive' | 'embargoUntil' | 'firstPublishedAt'
>

/** Gathers what decides whether a revision of an article can appear at a moment; `checkArticle` looks it over. */
export async function findCheckedArticle(
  reader: Reader,
  article: Candidate,
  revisionId: string,
  at: Date,
): Promise<CheckedArticle> {
  const content = await findContent(reader, revisionId)
  if (!content) throw new Error(`Article ${article.id} has no revision ${revisionId}.`)
  const { mediaIds, articleIds } = referencesOf(content.body)
  const hrefs = content.body.content.flatMap((block) => linksOf(block).flatMap(({ href }) => href ?? []))
  const [pictures, links, deadPaths, isTaken, openComments, wordCount] = await Promise.all([
    findCheckedPictures(reader, [...mediaIds, ...(content.hero ? [content.hero.mediaId] : [])], article.language),
    findCheckedLinks(reader, [...articleIds, ...content.relatedIds], at),
    findDeadLinks(reader, hrefs, at),
    isAddressTaken(reader, article, content.slug),
    countOpenComments(reader, article.id),
    findWordCount(reader, revisionId),
  ])
  return {
    ...{ articleId: article.id, at, content, wordCount, openComments, pictures, links, deadPaths, isAddressTaken: isTaken },
    wasPublished: article.firstPublishedAt !== null,
    legalHold: article.legalHold,
    doNotPublish: article.doNotPublish,
    sensitive: article.sensitive,
    embargoUntil: article.embargoUntil,
  }
}

async function findCheckedPictures(reader: Reader, ids: string[], language: string): Promise<Map<string, CheckedPicture>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({
      id: media.id,
      captions: media.captions,
      alts: media.alts,
      credit: media.credit,
      creator: media.creator,
      agency: media.agency,
      source: media.source,
      copyrightNotice: media.copyrightNotice,
      usageTerms: media.usageTerms,
      licenceUrl: media.licenceUrl,
      territory: media.territory,
      expiresAt: media.expiresAt,
      isReady: sql<boolean>`exists (select from ${renditions} where ${renditions.mediaId} = ${media.id})`,
    })
    .from(media)
    .where(inArray(media.id, ids))
  return new Map(
    rows.map((row) => {
      const { caption, alt } = wordsOf(row, language, languages)
      const { id, territory, expiresAt, isReady } = row
      const hasCredit = [row.credit, row.creator, row.agency].some((name) => name.trim() !== '')
      const hasTerms = row.source === 'staff' || [row.copyrightNotice, row.usageTerms, row.licenceUrl].some(Boolean)
      return [id, { label: alt || caption, alt, hasCredit, hasTerms, territory, expiresAt, isReady }]
    }),
  )
}

async function findCheckedLinks(reader: Reader, ids: string[], at: Date): Promise<Map<string, CheckedLink>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({
      id: articles.id,
      headline: revisions.headline,
      status: articles.status,
      visibleAt: listedArticles.visibleAt,
    })
    .from(articles)
    .leftJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .leftJoin(listedArticles, eq(listedArticles.articleId, articles.id))
    .where(inArray(articles.id, ids))
  return new Map(
    rows.map(({ id, headline, status, visibleAt }) => {
      const isVisible = visibleAt !== null && visibleAt <= at
      const absent = status === 'withdrawn' ? 'withdrawn' : 'hidden'
      return [id, { headline: headline ?? '', state: isVisible ? 'visible' : absent }]
    }),
  )
}

/** Links as they stand in the text that lead to nothing of ours. */
async function findDeadLinks(reader: Reader, hrefs: readonly string[], at: Date): Promise<Set<string>> {
  const { PUBLIC_URL } = environment()
  const ours = hrefs.flatMap((href) => {
    const path = ownPath(href, PUBLIC_URL)
    return path === null ? [] : [{ href, path }]
  })
  const dead = await findDeadPaths(
    reader,
    ours.map(({ path }) => path),
    at,
  )
  return new Set(ours.filter(({ path }) => dead.has(path)).map(({ href }) => href))
}

async function countOpenComments(reader: Reader, articleId: string): Promise<number> {
  const [row] = await reader
    .select({ open: count() })
    .from(comments)
    .where(and(eq(comments.articleId, articleId), isNull(comments.parentId), isNull(comments.resolvedAt)))
  return row?.open ?? 0
}

async function findWordCount(reader: Reader, revisionId: string): Promise<number> {
  const [row] = await reader.select({ words: revisions.wordCount }).from(revisions).where(eq(revisions.id, revisionId))
  return row?.words ?? 0
}
