import { type SQL, sql } from 'drizzle-orm'
import { dayAfter, startOfDay } from '../../lib/days'
import { isLanguage } from '../../lib/languages'
import type { ArticleStatus } from '../articles/rules'
import { db } from '../client'
import { keyOf, literal, readableBy } from '../desk/conditions'
import type { Actor } from '../people/rules'
import { type Calendar, type CalendarEntry, type CalendarKind, type CalendarValues, entriesOfDay } from './rules'

type Asked = Pick<CalendarValues, 'language' | 'section'>

/** From which day to which, both included; and the moment and zone in which they are meant. */
type Span = { first: string; last: string; now: Date; timeZone: string }

/**
 * What happens from one day to another to the articles that somebody may see at the desk. Each kind is found by an index of its own, so a
 * month costs the same in any archive.
 */
export async function listCalendar(
  actor: Pick<Actor, 'personId' | 'role'>,
  { language, section }: Asked,
  { first, last, now, timeZone }: Span,
): Promise<Calendar> {
  const from = literal(startOfDay(first, timeZone))
  const before = literal(startOfDay(dayAfter(last, 1), timeZone))
  const asked = [readableBy(actor)]
  if (language) asked.push(sql`a.language = ${language}`)
  if (section) asked.push(sql`a.section_id = ${section}::uuid`)
  const kinds = (Object.keys(kindsOf) as CalendarKind[]).map((kind) => {
    const { at, where, change } = kindsOf[kind]
    const source = change
      ? sql`c.id as change_id from changes c join articles a on a.id = c.article_id`
      : sql`null::uuid as change_id from articles a`
    return sql`select a.id, ${kind} as kind, ${at} as at, ${source}
      where ${at} >= ${from} and ${at} < ${before} and ${where} and ${sql.join(asked, sql` and `)}`
  })
  const rows = await db.execute<Row>(sql`
    with entries as (${sql.join(kinds, sql` union all `)}),
    placed as (
      select *, row_number() over (partition by day order by kind = 'appeared', at, id) as place, count(*) over (partition by day)::int as in_day
      from (select *, to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day from entries) on_days)
    select p.id, p.change_id, p.kind, p.at, p.day, p.in_day, a.language, a.status, r.headline, s.name as section_name
    from placed p join articles a on a.id = p.id join revisions r on r.id = a.head_revision_id join sections s on s.id = a.section_id
    where p.place <= ${entriesOfDay}::int order by p.at, p.id, p.kind, p.change_id`)
  return {
    entries: [...rows].flatMap((row) => entryOf(row, now)),
    leftOut: new Map([...rows].filter((row) => row.in_day > entriesOfDay).map((row) => [row.day, row.in_day - entriesOfDay])),
  }
}

type Row = {
  id: string
  change_id: string | null
  kind: CalendarKind
  at: string
  day: string
  in_day: number
  language: string
  status: ArticleStatus
  headline: string
  section_name: string
}

/** Of `articles a`, or of `changes c` to them: when each kind happens and to which, as the indexes of the tables have it. */
const kindsOf: Record<CalendarKind, { at: SQL; where: SQL; change?: true }> = {
  appears: { at: sql`a.publish_at`, where: sql`a.status = 'scheduled'` },
  appeared: { at: keyOf.published, where: sql`a.status = 'live'` },
  embargo: { at: sql`a.embargo_until`, where: sql`a.status <> 'withdrawn'` },
  due: { at: keyOf.due, where: sql`a.status in ('draft', 'in_review', 'ready')` },
  change: { at: sql`c.publish_at`, where: sql`c.status = 'scheduled'`, change: true },
  'change-due': { at: sql`c.due_at`, where: sql`c.status in ('draft', 'in_review', 'ready')`, change: true },
}

function entryOf({ id, change_id, kind, at, day, language, status, headline, section_name }: Row, now: Date): CalendarEntry[] {
  if (!isLanguage(language)) return []
  const moment = new Date(at)
  // Whether it has appeared is told by the clock: the row hears of it a moment later.
  const hasAppeared = kind === 'appears' && moment <= now
  return [
    {
      ...{
        key: `${kind} ${change_id ?? id}`,
        articleId: id,
        changeId: change_id,
        at: moment,
        day,
        headline,
        language,
        sectionName: section_name,
      },
      kind: hasAppeared ? 'appeared' : kind,
      status: hasAppeared ? 'live' : status,
    },
  ]
}
