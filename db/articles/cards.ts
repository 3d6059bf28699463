import { and, asc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db, type Reader } from '../client'
import { contributorProfiles, contributors } from '../contributors/schema'
import { findPictures } from '../media/queries'
import { sections } from '../sections/schema'
import type { Cursor } from './cursor'
import { listedArticles } from './listed-schema'
import type { ArticleCard, Byline } from './rules'
import { articles, bylines, revisions } from './schema'

/** What a list holds: all of an edition, or of one section, topic, contributor or calendar day. */
export type ListScope =
  | { kind: 'edition' }
  | { kind: 'section'; sectionId: string }
  | { kind: 'topic'; topicId: string }
  | { kind: 'contributor'; contributorId: string }
  /** From its first moment to the next day's. */
  | { kind: 'day'; from: Date; to: Date }

export type ListPage = { cards: ArticleCard[]; isLast: boolean }

type Wish = { now: Date; limit: number; before?: Cursor | null }

/**
 * Articles of an edition that readers may see at `now`, newest first, from after `before`. Walks an index, so the thousandth page
 * costs what the second costs.
 */
export async function listCards(language: Language, scope: ListScope, { now, limit, before }: Wish): Promise<ListPage> {
  const ids = await listIds(language, scope, { now, limit: limit + 1, before })
  return { cards: await findCards(ids.slice(0, limit), now), isLast: ids.length <= limit }
}

/** Which articles such a list holds, in its order. */
export async function listIds(language: Language, scope: ListScope, { now, limit, before }: Wish): Promise<string[]> {
  const seek = before
    ? sql`and (x.published_at, x.article_id) < (${before.publishedAt.toISOString()}::timestamptz, ${before.articleId}::uuid)`
    : sql``
  const rows = await db.execute<{ id: string }>(sql`
    select x.article_id as id from ${walkOf(scope)} and x.language = ${language} and l.visible_at <= ${now.toISOString()}::timestamptz ${seek}
    order by x.published_at desc, x.article_id desc limit ${limit}`)
  return [...rows].map((row) => row.id)
}

/** The cards of these articles in this order; those that readers may not see at `now` are left out. */
export async function findCards(ids: readonly string[], now: Date): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ ...cardColumns, publishedAt: listedArticles.publishedAt })
    .from(listedArticles)
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .innerJoin(sections, eq(sections.id, listedArticles.sectionId))
    .where(and(inArray(listedArticles.articleId, [...ids]), lte(listedArticles.visibleAt, now)))
  const cards = await dressCards(rows, now)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** When the next article appears by itself, in whatever edition; what is kept until then is right until then. */
export async function findNextVisibleAt(now: Date): Promise<Date | null> {
  const [row] = await db
    .select({ at: listedArticles.visibleAt })
    .from(listedArticles)
    .where(gt(listedArticles.visibleAt, now))
    .orderBy(asc(listedArticles.visibleAt))
    .limit(1)
  return row?.at ?? null
}

/** The names over and under revisions, in order, as the article's edition writes them. */
export async function findBylines(revisionIds: readonly string[], reader: Reader = db): Promise<Map<string, Byline[]>> {
  const rows = await reader
    .select({
      revisionId: bylines.revisionId,
      contributorId: bylines.contributorId,
      role: bylines.role,
      creditedAs: bylines.creditedAs,
      slug: contributors.slug,
      name: contributorProfiles.name,
      jobTitle: contributorProfiles.jobTitle,
    })
    .from(bylines)
    .innerJoin(revisions, eq(revisions.id, bylines.revisionId))
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .leftJoin(contributors, eq(contributors.id, bylines.contributorId))
    .leftJoin(
      contributorProfiles,
      and(eq(contributorProfiles.contributorId, bylines.contributorId), eq(contributorProfiles.language, articles.language)),
    )
    .where(inArray(bylines.revisionId, [...revisionIds]))
    .orderBy(bylines.position)
  const byRevision = new Map<string, Byline[]>()
  for (const { revisionId, creditedAs, slug, name, ...row } of rows) {
    const byline = { ...row, slug: name ? slug : null, name: creditedAs || name || slug || '', jobTitle: row.jobTitle ?? '' }
    byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), byline])
  }
  return byRevision
}

/** What a card shows of an article and one of its revisions, beside its date. */
export const cardColumns = {
  id: articles.id,
  revisionId: revisions.id,
  language: articles.language,
  slug: articles.slug,
  headline: revisions.headline,
  headlineShort: revisions.headlineShort,
  standfirst: revisions.standfirst,
  kicker: revisions.kicker,
  heroMediaId: revisions.heroMediaId,
  heroAlt: revisions.heroAlt,
  section: { id: sections.id, slug: sections.slug, name: sections.name, isOpinion: sections.isOpinion },
  updatedAt: articles.updatedAt,
  wordCount: revisions.wordCount,
}

type CardRow = Omit<ArticleCard, 'language' | 'bylines' | 'picture'> & {
  language: string
  heroAlt: string | null
}

/** Cards of these rows, which are of one edition, with names and pictures. */
export async function dressCards(rows: CardRow[], now: Date): Promise<ArticleCard[]> {
  const language = rows[0]?.language ?? ''
  const [names, pictures] = await Promise.all([
    findBylines(rows.map((row) => row.revisionId)),
    findPictures(
      db,
      rows.flatMap((row) => row.heroMediaId ?? []),
      language,
      now,
    ),
  ])
  return rows.map(({ heroAlt, ...row }) => {
    const { heroMediaId } = row
    const picture = heroMediaId ? (pictures.get(heroMediaId) ?? null) : null
    return {
      ...row,
      // Rows are written with a language of ours only: sections and articles check it on the way in.
      language: row.language as Language,
      bylines: names.get(row.revisionId) ?? [],
      picture: picture && heroAlt ? { ...picture, alt: heroAlt } : picture,
    }
  })
}

/** Each scope walks the index made for it: `x` is what is walked, `l` tells whether it is visible yet. */
function walkOf(scope: ListScope): SQL {
  const itself = sql`listed_articles x join listed_articles l on l.article_id = x.article_id`
  switch (scope.kind) {
    case 'edition':
      return sql`${itself} where true`
    case 'section':
      return sql`${itself} where x.section_id = ${scope.sectionId}`
    case 'topic':
      return sql`listed_topics x join listed_articles l on l.article_id = x.article_id where x.topic_id = ${scope.topicId}`
    case 'contributor':
      return sql`listed_bylines x join listed_articles l on l.article_id = x.article_id where x.contributor_id = ${scope.contributorId}`
    case 'day':
      return sql`${itself} where x.published_at >= ${scope.from.toISOString()}::timestamptz and x.published_at < ${scope.to.toISOString()}::timestamptz`
  }
}
