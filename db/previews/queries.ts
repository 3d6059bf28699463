import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { people } from '../people/schema'
import { hashOfToken } from '../people/tokens'
import { findOwnPreview } from './own-previews'
import type { PreviewAt } from './rules'
import { previews } from './schema'

/** What stands behind a preview's address at `now`. */
export async function findPreview(token: string, now: Date): Promise<PreviewAt> {
  const own = await findOwnPreview(token, now)
  if (own) return own
  const [row] = await db
    .select({ revisionId: previews.revisionId, until: previews.expiresAt })
    .from(previews)
    .where(eq(previews.tokenHash, hashOfToken(token)))
  if (!row) return { kind: 'unknown' }
  return row.until > now ? { kind: 'open', ...row } : { kind: 'ended' }
}

/** The links to an article's revisions that are good at `now`, the newest first. */
export async function listPreviews(articleId: string, now: Date) {
  return db
    .select({
      id: previews.id,
      revisionNumber: revisions.number,
      by: sql<string>`coalesce(nullif(${people.name}, ''), split_part(${people.email}, '@', 1), '')`,
      until: previews.expiresAt,
      createdAt: previews.createdAt,
    })
    .from(previews)
    .innerJoin(revisions, eq(revisions.id, previews.revisionId))
    .leftJoin(people, eq(people.id, previews.createdById))
    .where(and(eq(previews.articleId, articleId), gt(previews.expiresAt, now)))
    .orderBy(desc(previews.createdAt))
}

/** Older revisions are looked at from the history. */
const mostChoices = 30

/** A revision that can be looked at, for choosing one. */
export type RevisionChoice = {
  id: string
  number: number
  kind: 'saved' | 'conflict' | 'pending'
  createdAt: Date
  isHead: boolean
  isLive: boolean
}

/** The revisions of an article that can be previewed, the newest first: the last ones, the one that is live, and the one that is wanted. */
export async function listRevisionChoices(articleId: string, wanted: string): Promise<RevisionChoice[]> {
  const rows = await db
    .select({
      id: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      createdAt: revisions.createdAt,
      isHead: sql<boolean>`${revisions.id} = ${articles.headRevisionId}`,
      isLive: sql<boolean>`coalesce(${revisions.id} = ${articles.liveRevisionId}, false)`,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
  return rows.filter((row, place) => place < mostChoices || row.isLive || row.isHead || row.id === wanted)
}
