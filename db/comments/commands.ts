import { and, eq, isNull, sql } from 'drizzle-orm'
import { tellStaff } from '../articles/tell-staff'
import { type HeldArticle, holdForMove } from '../articles/workflow-facts'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { takeTurn } from '../limits/commands'
import type { Actor } from '../people/rules'
import { type CommentInput, mayComment, mayRemove } from './rules'
import { comments } from './schema'

/** One mail in half an hour for each article and person: who sits at the desk sees the rest there. */
const mailLimit = { most: 1, seconds: 1800 }

type Commented = { outcome: 'commented'; commentId: string } | { outcome: 'not-allowed' | 'unknown' }

/** Says something about an article or a passage of it. The owner, the reviewer and who wrote the text are told. */
export async function addComment(actor: Actor, articleId: string, input: CommentInput, now: Date): Promise<Commented> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return { outcome: 'unknown' }
    if (!mayComment(actor, held.article)) return { outcome: 'not-allowed' }
    const commentId = await write(tx, actor, held, { ...input, parentId: null }, now)
    return { outcome: 'commented', commentId }
  })
}

/** Answers what somebody has said; whoever has spoken there before is told too. */
export async function answerComment(actor: Actor, parentId: string, text: string, now: Date): Promise<Commented> {
  return db.transaction(async (tx) => {
    const found = await findRoot(tx, parentId, now)
    if (!found) return { outcome: 'unknown' }
    if (!mayComment(actor, found.held.article)) return { outcome: 'not-allowed' }
    const commentId = await write(tx, actor, found.held, { blockId: null, quote: '', text, parentId }, now)
    return { outcome: 'commented', commentId }
  })
}

/** Notes that what was said has been dealt with. */
export async function resolveComment(actor: Actor, commentId: string, now: Date) {
  return setResolved(actor, commentId, true, now)
}

/** Notes that it has not, after all. */
export async function reopenComment(actor: Actor, commentId: string, now: Date) {
  return setResolved(actor, commentId, false, now)
}

/** Takes back what one has said just now. */
export async function removeComment(
  actor: Actor,
  commentId: string,
  now: Date,
): Promise<'removed' | 'too-late' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const [comment] = await tx
      .select({
        articleId: comments.articleId,
        authorId: comments.authorId,
        createdAt: comments.createdAt,
        hasAnswers: sql<boolean>`exists (select from ${comments} a where a.parent_id = ${commentId})`,
      })
      .from(comments)
      .where(eq(comments.id, commentId))
      .for('update')
    if (!comment) return 'unknown'
    if (comment.authorId !== actor.personId) return 'not-allowed'
    if (!mayRemove(actor, comment, now)) return 'too-late'
    await tx.delete(comments).where(eq(comments.id, commentId))
    const details = { commentId }
    await record(tx, actor, { action: 'article.comment-removed', subjectId: comment.articleId, details, at: now })
    return 'removed'
  })
}

async function setResolved(
  actor: Actor,
  commentId: string,
  isResolved: boolean,
  now: Date,
): Promise<'changed' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const found = await findRoot(tx, commentId, now)
    if (!found) return 'unknown'
    if (!mayComment(actor, found.held.article)) return 'not-allowed'
    if (found.isResolved === isResolved) return 'changed'
    const resolved = isResolved ? { resolvedById: actor.personId, resolvedAt: now } : { resolvedById: null, resolvedAt: null }
    await tx.update(comments).set(resolved).where(eq(comments.id, commentId))
    const action = isResolved ? 'article.comment-resolved' : 'article.comment-reopened'
    const { article, head } = found.held
    await record(tx, actor, { action, subjectId: article.id, revisionId: head.id, details: { commentId }, at: now })
    return 'changed'
  })
}

/** A comment that is no answer, and its article, held. */
async function findRoot(tx: Transaction, commentId: string, now: Date) {
  const [comment] = await tx
    .select({ articleId: comments.articleId, resolvedAt: comments.resolvedAt })
    .from(comments)
    .where(and(eq(comments.id, commentId), isNull(comments.parentId)))
  const held = comment && (await holdForMove(tx, comment.articleId, now))
  return held ? { held, isResolved: comment.resolvedAt !== null } : null
}

type NewComment = CommentInput & { parentId: string | null }

async function write(tx: Transaction, actor: Actor, held: HeldArticle, input: NewComment, now: Date): Promise<string> {
  const { article, head } = held
  const [row] = await tx
    .insert(comments)
    .values({ ...input, articleId: article.id, authorId: actor.personId, createdAt: now })
    .returning({ id: comments.id })
  if (!row) throw new Error('A comment was not written.')
  const details = { commentId: row.id, answers: input.parentId }
  await record(tx, actor, { action: 'article.commented', subjectId: article.id, revisionId: head.id, details, at: now })
  await tellThem(tx, actor, held, input.parentId, now)
  return row.id
}

async function tellThem(tx: Transaction, actor: Actor, { article, head }: HeldArticle, parentId: string | null, now: Date) {
  const spoken = parentId === null ? [] : await listSpeakers(tx, parentId)
  const concerned = new Set([article.ownerId, article.reviewerId, head.authorId, ...spoken])
  const to: string[] = []
  for (const id of concerned) {
    if (id === null || id === actor.personId) continue
    if (await takeTurn(tx, `comment-mail:${article.id}:${id}`, mailLimit, now)) to.push(id)
  }
  await tellStaff(tx, actor, { kind: 'article-commented', articleId: article.id, headline: head.headline, to, now })
}

async function listSpeakers(tx: Transaction, rootId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(sql`${comments.id} = ${rootId} or ${comments.parentId} = ${rootId}`)
  return rows.map((row) => row.id)
}
