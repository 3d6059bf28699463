import { type SQL, sql } from 'drizzle-orm'
import { dayAfter, dayOf, startOfDay } from '../../lib/days'
import type { ArticleStatus } from '../articles/rules'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import type { DeskQuery, DeskSort, DueFilter } from './rules'

/** Who asks, and the moment and zone in which "overdue" and "today" are meant. */
export type DeskMoment = { now: Date; timeZone: string }

type Asker = Pick<Actor, 'personId' | 'role'>

/** Of `articles a`: what somebody may see at the desk, as `mayRead` decides it for one article. */
export function readableBy(actor: Asker): SQL {
  if (!may(actor, 'article.read')) return sql`false`
  return actor.role === 'contributor' ? sql`a.owner_id = ${actor.personId}::uuid` : sql`true`
}

/** Of `articles a`: what the filters leave of what somebody may see. Words are none of them. */
export function deskConditions(actor: Asker, query: DeskQuery, { now, timeZone }: DeskMoment): SQL {
  const conditions = [readableBy(actor)]
  if (query.statuses.length > 0) conditions.push(sql`a.status in (${statusList(query.statuses)})`)
  if (query.sectionId) conditions.push(sql`a.section_id = ${query.sectionId}::uuid`)
  if (query.language) conditions.push(sql`a.language = ${query.language}`)
  if (query.owner) conditions.push(sql`a.owner_id = ${query.owner === 'me' ? actor.personId : query.owner}::uuid`)
  if (query.isAskedOfMe) conditions.push(sql`a.reviewer_id = ${actor.personId}::uuid and a.status = 'in_review'`)
  if (query.due) conditions.push(sql`${keyOf.due} < ${literal(dueBefore(query.due, now, timeZone))}`)
  if (query.contributorId)
    conditions.push(
      sql`exists (select from bylines b where b.revision_id = a.head_revision_id and b.contributor_id = ${query.contributorId}::uuid)`,
    )
  return sql.join(conditions, sql` and `)
}

/** Of `articles a`: until when it is due; nothing is any more once it is scheduled or published. */
const stillDueAt = sql`case when a.status in ('draft', 'in_review', 'ready') then a.due_at end`

/** Whether the filters may leave little of the archive, apart from edition, section and byline, which the word index knows itself. */
export function isNarrowing(actor: Asker, { statuses, owner, due, isAskedOfMe }: DeskQuery): boolean {
  const leavesLive = statuses.length === 0 || statuses.includes('live')
  return actor.role === 'contributor' || !leavesLive || owner !== null || due !== null || isAskedOfMe
}

/** Of `articles a`: what each sort compares; what has none stands last. As the indexes of `articles` have it. */
export const keyOf: Record<Exclude<DeskSort, 'match'>, SQL> = {
  modified: sql`a.modified_at`,
  due: sql`coalesce(${stillDueAt}, 'infinity'::timestamptz)`,
  published: sql`coalesce(a.first_published_at, a.publish_at, '-infinity'::timestamptz)`,
  created: sql`a.created_at`,
}

/** A moment, or one of the two ends of time, in a statement. */
export function literal(moment: Date | number): SQL {
  const value = typeof moment === 'number' ? moment : moment.getTime()
  if (Number.isFinite(value)) return sql`${new Date(value).toISOString()}::timestamptz`
  return value > 0 ? sql`'infinity'::timestamptz` : sql`'-infinity'::timestamptz`
}

function statusList(statuses: readonly ArticleStatus[]): SQL {
  return sql.join(
    statuses.map((status) => sql`${status}::article_status`),
    sql`, `,
  )
}

/** Before which moment something must be due to be meant; `overdue` is what was due before now. */
function dueBefore(due: DueFilter, now: Date, timeZone: string): Date {
  const today = dayOf(now, timeZone)
  switch (due) {
    case 'overdue':
      return now
    case 'today':
      return startOfDay(dayAfter(today, 1), timeZone)
    case 'week':
      return startOfDay(dayAfter(today, 7), timeZone)
  }
}
