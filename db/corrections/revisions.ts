import { and, desc, eq, inArray, isNotNull, isNull, min, or, sql } from 'drizzle-orm'
import { appearances } from '../articles/history'
import { articles, revisions } from '../articles/schema'
import type { Reader } from '../client'
import { events } from '../events/schema'
import type { SeenRevision } from './rules'

/**
 * The revisions of an article that readers have seen, the newest first: what is live, what the log says was, and what was imported with an article
 * that readers had. `since` is when each appeared first; null where the log does not know.
 */
export async function listSeenRevisions(reader: Reader, articleId: string): Promise<SeenRevision[]> {
  const { id, number } = revisions
  const wasImported = and(isNull(revisions.authorId), eq(revisions.kind, 'saved'), isNotNull(articles.firstPublishedAt))
  return reader
    .select({ id, number, since: min(events.at) })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .leftJoin(
      events,
      and(eq(events.subjectId, revisions.articleId), eq(events.revisionId, id), inArray(events.action, appearances)),
    )
    .where(and(eq(revisions.articleId, articleId), or(isNotNull(events.id), eq(id, articles.liveRevisionId), wasImported)))
    .groupBy(id, number)
    .orderBy(desc(number), sql`${id}`)
}
