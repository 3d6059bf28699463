import { asc, eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { people } from '../people/schema'
import { comments } from './schema'

export type CommentAnswer = { id: string; authorId: string; authorName: string; text: string; createdAt: Date }

/** What was said about one passage, with the answers in order. */
export type Thread = CommentAnswer & {
  blockId: string | null
  quote: string
  resolved: { at: Date; byName: string } | null
  answers: CommentAnswer[]
}

/** Everything that was said about an article, the oldest first. */
export async function listThreads(articleId: string): Promise<Thread[]> {
  const rows = await db
    .select({
      id: comments.id,
      parentId: comments.parentId,
      blockId: comments.blockId,
      quote: comments.quote,
      text: comments.text,
      authorId: comments.authorId,
      authorName: sql<string>`coalesce(${people.name}, '')`,
      resolvedAt: comments.resolvedAt,
      resolvedBy: sql<string>`coalesce((select p.name from people p where p.id = ${comments.resolvedById}), '')`,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.articleId, articleId))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const answers = Map.groupBy(
    rows.filter((row) => row.parentId !== null),
    (row) => row.parentId,
  )
  return rows
    .filter((row) => row.parentId === null)
    .map(({ parentId: _none, resolvedAt, resolvedBy, ...row }) => ({
      ...row,
      resolved: resolvedAt && { at: resolvedAt, byName: resolvedBy },
      answers: (answers.get(row.id) ?? []).map(({ id, authorId, authorName, text, createdAt }) => ({
        ...{ id, authorId, authorName, text, createdAt },
      })),
    }))
}
