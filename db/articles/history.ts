import { and, desc, eq, inArray, lte, or } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { db } from '../client'
import { events } from '../events/schema'
import { people } from '../people/schema'
import { articles, revisions } from './schema'

/** A revision in an article's history: who wrote it, when and why. */
export type HistoryEntry = {
  id: string
  number: number
  kind: 'saved' | 'conflict' | 'pending'
  createdAt: Date
  /** Null for an import; empty for somebody who has been erased. */
  authorName: string | null
  reason: string
  headline: string
  wordCount: number
  isHead: boolean
  isLive: boolean
}

/** The revisions of an article, the newest first, `limit` of them from before the number that is named. */
export async function listHistory(articleId: string, before: number | undefined, limit: number): Promise<HistoryEntry[]> {
  const rows = await db
    .select({
      id: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      createdAt: revisions.createdAt,
      authorId: revisions.authorId,
      authorName: people.name,
      reason: revisions.reason,
      headline: revisions.headline,
      wordCount: revisions.wordCount,
      headId: articles.headRevisionId,
      liveId: articles.liveRevisionId,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .leftJoin(people, eq(people.id, revisions.authorId))
    .where(and(eq(revisions.articleId, articleId), before === undefined ? undefined : lte(revisions.number, before - 1)))
    .orderBy(desc(revisions.number))
    .limit(limit)
  return rows.map(({ authorId, authorName, headId, liveId, ...row }) => ({
    ...row,
    authorName: authorId === null ? null : (authorName ?? ''),
    isHead: row.id === headId,
    isLive: row.id === liveId,
  }))
}

/** The revision that an article's history names by this id, and the one that was written over; null where there is none. */
export async function findPair(articleId: string, revisionId: string): Promise<{ id: string; beforeId: string | null } | null> {
  if (!isUuid(revisionId)) return null
  const [row] = await db
    .select({ id: revisions.id, number: revisions.number, basedOnId: revisions.basedOnId })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.id, revisionId)))
  if (!row) return null
  if (row.basedOnId) return { id: row.id, beforeId: row.basedOnId }
  const [previous] = await db
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), lte(revisions.number, row.number - 1)))
    .orderBy(desc(revisions.number))
    .limit(1)
  return { id: row.id, beforeId: previous?.id ?? null }
}

/** What has made a revision live, or taken the article away. */
export const appearances = ['article.published', 'article.appeared', 'article.reinstated', 'change.published']
const departures = ['article.withdrawn']

/** Which revision readers saw at a moment, by what the log says: null when they saw none. Publications of before the log are not known. */
export async function findLiveAt(articleId: string, moment: Date): Promise<{ revisionId: string; number: number } | null> {
  const [last] = await db
    .select({ action: events.action, revisionId: revisions.id, number: revisions.number })
    .from(events)
    .leftJoin(revisions, eq(revisions.id, events.revisionId))
    .where(
      and(
        eq(events.subjectId, articleId),
        lte(events.at, moment),
        or(inArray(events.action, appearances), inArray(events.action, departures)),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
  if (!last?.revisionId || last.number === null || departures.includes(last.action)) return null
  return { revisionId: last.revisionId, number: last.number }
}
