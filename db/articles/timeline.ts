import { desc, eq, sql } from 'drizzle-orm'
import { db } from '../client'
import type { EventDetails } from '../events/rules'
import { events } from '../events/schema'
import { people } from '../people/schema'
import { revisions } from './schema'
import { articleRemarks } from './workflow-schema'

/** Something that was done to an article: by whom, when, to which revision, and what was said to it. */
export type TimelineEntry = {
  id: number
  at: Date
  /** Null when the clock or a job did it. */
  personName: string | null
  action: string
  /** Whom it was about: who was asked, or to whom it was given. */
  aboutName: string | null
  revision: { id: string; number: number } | null
  details: EventDetails
  remark: string
}

/** What has happened to an article, the newest first. */
export async function listTimeline(articleId: string, limit = 200): Promise<TimelineEntry[]> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      personId: events.personId,
      personName: people.name,
      action: events.action,
      revisionId: revisions.id,
      number: revisions.number,
      details: events.details,
      aboutName: sql<string | null>`(select p.name from people p
        where p.id::text = coalesce(${events.details} ->> 'personId', ${events.details} ->> 'reviewerId'))`,
      remark: sql<string>`coalesce(${articleRemarks.text}, '')`,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .leftJoin(revisions, eq(revisions.id, events.revisionId))
    .leftJoin(articleRemarks, eq(articleRemarks.eventId, events.id))
    .where(eq(events.subjectId, articleId))
    .orderBy(desc(events.id))
    .limit(limit)
  return rows.map(({ personId, personName, revisionId, number, ...row }) => ({
    ...row,
    personName: personId === null ? null : (personName ?? ''),
    revision: revisionId !== null && number !== null ? { id: revisionId, number } : null,
  }))
}
