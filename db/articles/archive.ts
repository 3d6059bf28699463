import { and, asc, desc, eq, gte, lt, lte, sql } from 'drizzle-orm'
import { dayAfter, startOfDay } from '../../lib/days'
import type { Language } from '../../lib/languages'
import { db } from '../client'
import { listedArticles } from './listed-schema'

/** Each month in which an edition published, newest first, with how many articles. In the publication's zone. */
export async function listMonths(language: Language, timeZone: string, now: Date): Promise<{ month: string; count: number }[]> {
  const rows = await db.execute<{ month: string; count: number }>(sql`
    select to_char(published_at at time zone ${timeZone}, 'YYYY-MM') as month, count(*)::int as count
    from listed_articles where language = ${language} and visible_at <= ${now.toISOString()}::timestamptz
    group by 1 order by 1 desc`)
  return [...rows]
}

/** Each day of a month, `2015-10`, on which an edition published, in order. */
export async function listDays(
  language: Language,
  month: string,
  timeZone: string,
  now: Date,
): Promise<{ day: string; count: number }[]> {
  const first = startOfDay(`${month}-01`, timeZone)
  const end = startOfDay(`${dayAfter(`${month}-01`, 31).slice(0, 7)}-01`, timeZone)
  const rows = await db.execute<{ day: string; count: number }>(sql`
    select to_char(published_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from listed_articles where language = ${language} and visible_at <= ${now.toISOString()}::timestamptz
      and published_at >= ${first.toISOString()}::timestamptz and published_at < ${end.toISOString()}::timestamptz
    group by 1 order by 1`)
  return [...rows]
}

/** The last moment of publication before a span of time and the first after it, in an edition. */
export async function findDaysAround(
  language: Language,
  from: Date,
  to: Date,
  now: Date,
): Promise<{ previous: Date | null; next: Date | null }> {
  const visible = and(eq(listedArticles.language, language), lte(listedArticles.visibleAt, now))
  const at = listedArticles.publishedAt
  const [[previous], [next]] = await Promise.all([
    db
      .select({ at })
      .from(listedArticles)
      .where(and(visible, lt(at, from)))
      .orderBy(desc(at))
      .limit(1),
    db
      .select({ at })
      .from(listedArticles)
      .where(and(visible, gte(at, to)))
      .orderBy(asc(at))
      .limit(1),
  ])
  return { previous: previous?.at ?? null, next: next?.at ?? null }
}
