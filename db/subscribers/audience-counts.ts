import { sql } from 'drizzle-orm'
import { dayAfter, dayOf, startOfDay } from '../../lib/days'
import { db } from '../client'
import { nameIn } from '../newsletters/newsletter-name'
import { type Growth, type GrowthStep, growthLength, type NewsletterCounts } from './audience-rules'

type Counted = {
  id: string
  name: string
  status: string | null
  end: string | null
  source: string | null
  paused: boolean
  count: number
}

/** What every newsletter's subscriptions come to, in the newsletters' order. */
export async function countAudience(language: string, now: Date): Promise<NewsletterCounts[]> {
  const rows = await db.execute<Counted>(sql`
    select newsletters.id, ${nameIn(language)} as name,
      c.status, c.end, c.source, coalesce(c.paused, false) as paused, coalesce(c.count, 0)::int as count
    from newsletters
    left join (
      select b.newsletter_id, b.status, b.end, b.source, coalesce(s.paused_until > ${now.toISOString()}::timestamptz, false) as paused,
        count(*) as count
      from subscriptions b join subscribers s on s.id = b.subscriber_id
      group by 1, 2, 3, 4, 5) c on c.newsletter_id = newsletters.id
    order by newsletters.position, newsletters.slug`)
  return [...Map.groupBy(rows, ({ id }) => id)].map(([newsletterId, own]) => ({
    newsletterId,
    name: own[0]?.name ?? '',
    pending: sumOf(own, ({ status }) => status === 'pending'),
    active: sumOf(own, ({ status }) => status === 'active'),
    paused: sumOf(own, ({ status, paused }) => status === 'active' && paused),
    ended: countsBy(own, ({ status, end }) => (status === 'ended' ? end : null)).map(([end, count]) => ({ end, count })),
    sources: countsBy(own, ({ status, source }) => (status === 'active' ? source : null)).map(([source, count]) => ({
      source,
      count,
    })),
  }))
}

function sumOf(rows: readonly Counted[], isMeant: (row: Counted) => boolean): number {
  return rows.reduce((sum, row) => (isMeant(row) ? sum + row.count : sum), 0)
}

/** How many of each name there are, the most first. */
function countsBy(rows: readonly Counted[], nameOf: (row: Counted) => string | null): [string, number][] {
  const names = [...new Set(rows.flatMap((row) => nameOf(row) ?? []))]
  const counts = names.map((name): [string, number] => [name, sumOf(rows, (row) => nameOf(row) === name)])
  return counts.sort(([, one], [, other]) => other - one)
}

/** Who began to receive newsletters and who left, by day or week of the publication's zone, up to today. */
export async function listGrowth(
  { step, newsletterId }: { step: GrowthStep; newsletterId?: string },
  timeZone: string,
  now: Date,
): Promise<Growth[]> {
  const days = daysOf(step, dayOf(now, timeZone))
  const since = startOfDay(days[0] ?? '', timeZone).toISOString()
  const own = newsletterId ? sql`and newsletter_id = ${newsletterId}::uuid` : sql``
  const stepOf = (moment: ReturnType<typeof sql>) =>
    sql`to_char(date_trunc(${step}, ${moment} at time zone ${timeZone}), 'YYYY-MM-DD')`
  // Of an import the day it was added on counts: when they agreed elsewhere tells nothing of growth here.
  const began = sql`greatest(requested_at, confirmed_at)`
  const rows = await db.execute<Growth>(sql`
    select day, sum(confirmed)::int as confirmed, sum("left")::int as "left" from (
      select ${stepOf(began)} as day, count(*) as confirmed, 0 as "left" from subscriptions
      where confirmed_at is not null and ${began} >= ${since}::timestamptz ${own} group by 1
      union all
      select ${stepOf(sql`ended_at`)}, 0, count(*) from subscriptions
      where confirmed_at is not null and ended_at >= ${since}::timestamptz ${own} group by 1) both_ways
    group by day`)
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return days.map((day) => byDay.get(day) ?? { day, confirmed: 0, left: 0 })
}

/** The days, or the Mondays, that are shown, oldest first. */
function daysOf(step: GrowthStep, today: string): string[] {
  const length = growthLength[step]
  const monday = dayAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  return Array.from({ length }, (_, at) =>
    step === 'day' ? dayAfter(today, at + 1 - length) : dayAfter(monday, (at + 1 - length) * 7),
  )
}
