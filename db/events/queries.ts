import { and, desc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '../client'
import { people } from '../people/schema'
import type { EventDetails, EventFilter } from './rules'
import { events } from './schema'

export type LoggedEvent = {
  id: number
  at: Date
  personId: string | null
  /** Empty for a job, the console, and whoever has been erased. */
  personName: string
  action: string
  subjectId: string | null
  revisionId: string | null
  details: EventDetails
}

/** Moments between which a filter's days lie, in the publication's zone. */
export type Between = { from: Date | null; to: Date | null }

/** Events newest first, `limit` of them from before the one that the filter names. */
export async function listEvents(filter: EventFilter, between: Between, limit: number): Promise<LoggedEvent[]> {
  return db
    .select({
      id: events.id,
      at: events.at,
      personId: events.personId,
      personName: sql<string>`coalesce(${people.name}, '')`,
      action: events.action,
      subjectId: events.subjectId,
      revisionId: events.revisionId,
      details: events.details,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(and(...conditionsOf(filter, between)))
    .orderBy(desc(events.id))
    .limit(limit)
}

function conditionsOf({ person, action, subject, before }: EventFilter, { from, to }: Between): SQL[] {
  const conditions: SQL[] = []
  if (person) conditions.push(eq(events.personId, person))
  if (subject) conditions.push(eq(events.subjectId, subject))
  if (before) conditions.push(lt(events.id, before))
  if (from) conditions.push(gte(events.at, from))
  if (to) conditions.push(lt(events.at, to))
  if (action) conditions.push(action.includes('.') ? eq(events.action, action) : like(events.action, `${action}.%`))
  return conditions
}
