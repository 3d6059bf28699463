import { asc, eq, sql } from 'drizzle-orm'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { mayRemove } from './rules'
import { comments } from './schema'

export type CommentAnswer = {
  id: string
  authorName: string
  text: string
  createdAt: Date
  /** Whether whoever looks may take it back now. */
  isRemovable: boolean
}

/** What was said about one passage, with the answers in order. */
export type Thread = CommentAnswer & {
  blockId: string | null
  quote: string
  resolved: { at: Date; byName: string } | null
  answers: CommentAnswer[]
}

/** Everything that was said about an article, the oldest first, for somebody who may see it. */
export async function listThreads(actor: Pick<Actor, 'personId'>, articleId: string, now: Date): Promise<Thread[]> {
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
  const saidBy = (row: (typeof rows)[number], hasAnswers: boolean): CommentAnswer => {
    const { id, authorName, text, createdAt } = row
    return { id, authorName, text, createdAt, isRemovable: mayRemove(actor, { ...row, hasAnswers }, now) }
  }
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => {
      const own = answers.get(row.id) ?? []
      return {
        ...saidBy(row, own.length > 0),
        ...{ blockId: row.blockId, quote: row.quote },
        resolved: row.resolvedAt && { at: row.resolvedAt, byName: row.resolvedBy },
        answers: own.map((answer) => saidBy(answer, false)),
      }
    })
}
