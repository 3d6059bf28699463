import { sql } from 'drizzle-orm'
import { dayAfter, startOfDay } from '../../lib/days'
import type { Language } from '../../lib/languages'
import { db } from '../client'

/** sitemaps.org allows 50,000 addresses in a file; a month with more is split. */
export const sitemapPart = 40_000

/** An article as sitemaps need it; `changedAt` is the public date of its last change. */
export type SitemapArticle = {
  id: string
  language: Language
  section: string
  slug: string
  headline: string
  publishedAt: Date
  changedAt: Date
}

/** Every month, `2015-10` in UTC, in which any edition published, oldest first, with how many articles and when one last changed. */
export async function listSitemapMonths(now: Date): Promise<{ month: string; count: number; changedAt: Date }[]> {
  const rows = await db.execute<{ month: string; count: number; changedAt: string }>(sql`
    select to_char(l.published_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as count,
      max(greatest(l.published_at, a.updated_at)) as "changedAt"
    from listed_articles l join articles a on a.id = l.article_id
    where l.visible_at <= ${now.toISOString()}::timestamptz group by 1 order by 1`)
  return [...rows].map((row) => ({ ...row, changedAt: new Date(row.changedAt) }))
}

/** The name of a month's sitemap; `part` counts from 1. */
export function sitemapName(month: string, part: number): string {
  return `articles-${month}${part > 1 ? `-${part}` : ''}.xml`
}

/** The articles of a month in order of publication; `part` counts from 1. */
export async function listSitemapArticles(month: string, part: number, now: Date): Promise<SitemapArticle[]> {
  const from = startOfDay(`${month}-01`, 'UTC')
  const to = startOfDay(`${dayAfter(`${month}-01`, 31).slice(0, 7)}-01`, 'UTC')
  return listBetween(from, to, now, sitemapPart, (part - 1) * sitemapPart)
}

/** In which part of its month an article stands, counting from 1. */
export async function findSitemapPart(articleId: string, month: string): Promise<number> {
  const [row] = await db.execute<{ before: number }>(sql`
    select count(*)::int as before from listed_articles l, listed_articles own
    where own.article_id = ${articleId}::uuid and l.published_at >= ${`${month}-01`}::timestamp at time zone 'UTC'
      and (l.published_at, l.article_id) < (own.published_at, own.article_id)`)
  return Math.floor((row?.before ?? 0) / sitemapPart) + 1
}

/** Google's news sitemap holds at most 1,000 articles, published within two days before `now`. */
export async function listNewsSitemapArticles(now: Date): Promise<SitemapArticle[]> {
  return listBetween(new Date(now.getTime() - newsWindow), new Date(now.getTime() + 1), now, 1000, 0)
}

/** Milliseconds an article stays in the news sitemap. */
export const newsWindow = 2 * 86_400_000

async function listBetween(from: Date, to: Date, now: Date, limit: number, offset: number): Promise<SitemapArticle[]> {
  const rows = await db.execute<
    Omit<SitemapArticle, 'publishedAt' | 'changedAt'> & { publishedAt: string; changedAt: string }
  >(sql`
    select l.article_id as id, l.language, s.slug as section, a.slug, r.headline, l.published_at as "publishedAt",
      greatest(l.published_at, a.updated_at) as "changedAt"
    from listed_articles l join articles a on a.id = l.article_id join revisions r on r.id = l.revision_id
      join sections s on s.id = l.section_id
    where l.visible_at <= ${now.toISOString()}::timestamptz
      and l.published_at >= ${from.toISOString()}::timestamptz and l.published_at < ${to.toISOString()}::timestamptz
    order by l.published_at, l.article_id limit ${limit} offset ${offset}`)
  return [...rows].map((row) => ({ ...row, publishedAt: new Date(row.publishedAt), changedAt: new Date(row.changedAt) }))
}

/** The places of the site that are not articles and have something to show: topics and contributors that stand on articles, by edition. */
export async function listSitemapPlaces(now: Date): Promise<{ kind: 'topic' | 'author'; language: Language; slug: string }[]> {
  const visible = sql`join listed_articles l on l.article_id = x.article_id and l.visible_at <= ${now.toISOString()}::timestamptz`
  const rows = await db.execute<{ kind: 'topic' | 'author'; language: Language; slug: string }>(sql`
    select distinct 'topic' as kind, n.language, t.slug from listed_topics x ${visible}
      join topics t on t.id = x.topic_id join topic_names n on n.topic_id = t.id and n.language = x.language
    union all
    select distinct 'author', p.language, c.slug from listed_bylines x ${visible}
      join contributors c on c.id = x.contributor_id join contributor_profiles p on p.contributor_id = c.id and p.language = x.language
    order by 1, 2, 3`)
  return [...rows]
}
