import { and, asc, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { addressOf } from '../../lib/addresses'
import { type Language, languages } from '../../lib/languages'
import { listedArticles } from '../articles/listed-schema'
import { articles, revisions } from '../articles/schema'
import { db, type Reader } from '../client'
import { wordsOf } from '../media/rules'
import { media, renditions } from '../media/schema'
import { sections } from '../sections/schema'
import { type ReviewContext, recentlyLeft, reviewArrangement } from './review'
import type { Arrangement, FrontArticle, FrontPicture, FrontReview } from './rules'
import { frontArrangements, frontSlots, fronts } from './schema'

/** What there is to say about an arrangement, with what editors have to know of what it names. */
export async function findFrontReview(language: Language, arrangement: Arrangement, now: Date): Promise<FrontReview> {
  const context = await findReviewContext(db, language, arrangement, now)
  return {
    remarks: reviewArrangement(arrangement, context, now),
    articles: [...context.articles],
    pictures: [...context.pictures],
  }
}

/** Everything that judging an arrangement of an edition's front takes. */
export async function findReviewContext(
  reader: Reader,
  language: Language,
  { placements, banner }: Arrangement,
  now: Date,
): Promise<ReviewContext> {
  const articleIds = [...new Set(placements.map(({ articleId }) => articleId))]
  const linkedIds = banner?.link?.kind === 'article' ? [banner.link.articleId] : []
  return {
    language,
    articles: await findFrontArticles(reader, [...articleIds, ...linkedIds]),
    pictures: await findFrontPictures(
      reader,
      placements.flatMap(({ mediaId }) => mediaId ?? []),
      language,
    ),
    elsewhere: await listElsewhere(reader, language, articleIds),
    left: await listLeft(reader, language, now),
  }
}

/** What an editor has to know of these articles, whatever their state. Unpublished ones are told as their head says. */
export async function findFrontArticles(reader: Reader, ids: readonly string[]): Promise<FrontArticle[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({
      id: articles.id,
      language: articles.language,
      headline: revisions.headline,
      kicker: revisions.kicker,
      section: sections.name,
      isOpinion: sections.isOpinion,
      status: articles.status,
      isOnHold: sql<boolean>`${articles.legalHold} or ${articles.doNotPublish}`,
      visibleAt: listedArticles.visibleAt,
      publishedAt: listedArticles.publishedAt,
      heroMediaId: revisions.heroMediaId,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, sql`coalesce(${articles.liveRevisionId}, ${articles.headRevisionId})`))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(listedArticles, eq(listedArticles.articleId, articles.id))
    .where(inArray(articles.id, [...new Set(ids)]))
  const thumbnails = await findThumbnails(
    reader,
    rows.flatMap(({ heroMediaId }) => heroMediaId ?? []),
  )
  const byId = new Map(
    rows.map(({ heroMediaId, visibleAt, publishedAt, ...row }) => [
      row.id,
      {
        ...row,
        visibleAt: visibleAt?.toISOString() ?? null,
        publishedAt: publishedAt?.toISOString() ?? null,
        thumbnail: heroMediaId ? (thumbnails.get(heroMediaId) ?? null) : null,
      },
    ]),
  )
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** What an editor has to know of pictures that placements have of their own. */
async function findFrontPictures(reader: Reader, ids: readonly string[], language: Language): Promise<FrontPicture[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({ id: media.id, captions: media.captions, alts: media.alts, expiresAt: media.expiresAt })
    .from(media)
    .where(inArray(media.id, [...ids]))
  const thumbnails = await findThumbnails(reader, ids)
  return rows.map(({ id, expiresAt, ...row }) => ({
    id,
    thumbnail: thumbnails.get(id) ?? null,
    alt: wordsOf(row, language, languages).alt,
    expiresAt: expiresAt?.toISOString() ?? null,
  }))
}

/** The addresses of the smallest renditions that every browser shows, by picture. */
async function findThumbnails(reader: Reader, mediaIds: readonly string[]): Promise<Map<string, string>> {
  if (mediaIds.length === 0) return new Map()
  const rows = await reader
    .selectDistinctOn([renditions.mediaId], { mediaId: renditions.mediaId, file: renditions.file })
    .from(renditions)
    .where(and(inArray(renditions.mediaId, [...mediaIds]), ne(renditions.format, 'avif')))
    .orderBy(renditions.mediaId, sql`${renditions.crop} = '4x3' desc`, asc(renditions.width))
  return new Map(rows.map(({ mediaId, file }) => [mediaId, addressOf.media(file)]))
}

/** Of which of these articles a translation stands on the live front of another edition. */
async function listElsewhere(reader: Reader, language: Language, articleIds: readonly string[]) {
  if (articleIds.length === 0) return []
  const others = alias(articles, 'others')
  return reader
    .selectDistinct({ articleId: articles.id, language: fronts.language, zone: frontSlots.zone })
    .from(articles)
    .innerJoin(others, and(eq(others.translationGroupId, articles.translationGroupId), ne(others.id, articles.id)))
    .innerJoin(frontSlots, eq(frontSlots.articleId, others.id))
    .innerJoin(fronts, and(eq(fronts.id, frontSlots.frontId), ne(fronts.language, language)))
    .where(inArray(articles.id, [...articleIds]))
    .orderBy(fronts.language, frontSlots.zone)
}

async function listLeft(reader: Reader, language: Language, now: Date): Promise<ReviewContext['left']> {
  const isHere = and(eq(fronts.id, frontArrangements.frontId), eq(fronts.language, language))
  const columns = { ...arrangementColumns, publishedAt: frontArrangements.publishedAt }
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000)
  const within = await reader
    .select(columns)
    .from(frontArrangements)
    .innerJoin(fronts, isHere)
    .where(gt(frontArrangements.publishedAt, dayAgo))
    .orderBy(asc(frontArrangements.publishedAt), asc(frontArrangements.number))
  const before = await reader
    .select(columns)
    .from(frontArrangements)
    .innerJoin(fronts, isHere)
    .where(
      and(
        isNotNull(frontArrangements.publishedAt),
        sql`${frontArrangements.publishedAt} <= ${dayAgo.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(frontArrangements.publishedAt), desc(frontArrangements.number))
    .limit(1)
  const publications = [...before, ...within].flatMap(({ publishedAt, ...arrangement }) =>
    publishedAt ? [{ arrangement, publishedAt }] : [],
  )
  return recentlyLeft(publications, now)
}

const arrangementColumns = { placements: frontArrangements.placements, banner: frontArrangements.banner }
