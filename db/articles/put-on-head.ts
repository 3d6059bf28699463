import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../client'
import type { ArticleContent } from './content'
import { findContent } from './contents'
import type { Conflict } from './differences'
import { mergeContents } from './merge'
import { insertRevisions } from './revisions'
import { isSame } from './same'
import { revisions } from './schema'

/** The newest revision of an article, or of a pending change to it, held by the caller; `moveTo` makes another the newest. */
export type Head = {
  articleId: string
  revisionId: string
  kind: 'saved' | 'pending'
  moveTo: (revisionId: string) => Promise<void>
}

/** What somebody made of the revision that they had before them; checked. */
type Draft = { baseRevisionId: string; ours: ArticleContent; authorId: string; reason: string }

export type PutOnHead =
  /** The head is now what was sent. */
  | { outcome: 'saved'; revisionId: string; content: ArticleContent }
  /** Somebody had saved meanwhile; the head is now what both made. */
  | { outcome: 'merged'; revisionId: string; content: ArticleContent }
  /**
   * Both changed the same. The head has what did not clash, and theirs where it did; all that was sent is kept as the revision
   * `keptRevisionId`.
   */
  | { outcome: 'conflict'; revisionId: string; content: ArticleContent; conflicts: Conflict[]; keptRevisionId: string }
  | { outcome: 'unchanged'; revisionId: string; content: ArticleContent }
  | { outcome: 'invalid'; fault: string }

/**
 * Compare-and-swap, as part of the caller's transaction, which holds the head: what nobody else touched since `baseRevisionId` becomes the new
 * head; what somebody did is merged, block by block, and where both changed the same the losing side is kept as a conflict revision.
 */
export async function putOnHead(
  tx: Transaction,
  head: Head,
  { baseRevisionId, ours, authorId, reason }: Draft,
): Promise<PutOnHead> {
  const { articleId, kind } = head
  const theirs = await findContent(tx, head.revisionId)
  if (!theirs) throw new Error(`The head of article ${articleId} has no content.`)
  // Also what a save answers that is sent again because its answer was lost.
  if (isSame(theirs, ours)) return { outcome: 'unchanged', revisionId: head.revisionId, content: theirs }

  const draft = { articleId, authorId, reason, basedOnId: baseRevisionId }
  if (head.revisionId === baseRevisionId) {
    const revisionId = await addToHead(tx, head, { ...draft, kind, content: ours })
    return { outcome: 'saved', revisionId, content: ours }
  }

  const base = await findContentOf(tx, articleId, baseRevisionId)
  if (!base) return { outcome: 'invalid', fault: 'baseRevisionId' }
  const { content, conflicts } = mergeContents(base, ours, theirs)
  const [keptRevisionId] = conflicts.length > 0 ? await insertRevisions(tx, [{ ...draft, content: ours, kind: 'conflict' }]) : []
  // Where nothing but clashes was sent, the head says already what it is to say.
  const revisionId = isSame(content, theirs)
    ? head.revisionId
    : await addToHead(tx, head, { ...draft, kind, content, basedOnId: head.revisionId })
  if (keptRevisionId) return { outcome: 'conflict', revisionId, content, conflicts, keptRevisionId }
  return { outcome: 'merged', revisionId, content }
}

/** What a revision of this article says; null where the article has none of that id. */
export async function findContentOf(tx: Transaction, articleId: string, revisionId: string): Promise<ArticleContent | null> {
  const [own] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.articleId, articleId)))
  return own ? findContent(tx, own.id) : null
}

async function addToHead(tx: Transaction, head: Head, draft: Parameters<typeof insertRevisions>[1][number]): Promise<string> {
  const [revisionId] = await insertRevisions(tx, [draft])
  if (!revisionId) throw new Error('A revision was not written.')
  await head.moveTo(revisionId)
  return revisionId
}
