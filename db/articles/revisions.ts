import { randomUUID } from 'node:crypto'
import { inArray, max } from 'drizzle-orm'
import { bodySchemaVersion, bodyText, countWords, referencesOf } from '../body/rules'
import type { Transaction } from '../client'
import { noteUses } from '../media/commands'
import type { ArticleContent } from './content'
import { articles, articleTopics, bylines, relatedArticles, revisions } from './schema'

/** `id` is for callers who must name the revision before it is written. */
export type NewRevision = {
  id?: string
  articleId: string
  content: ArticleContent
  authorId: string | null
  reason: string
  kind?: 'saved' | 'conflict' | 'pending'
  basedOnId?: string | null
}

/**
 * Writes a revision for each article, numbered after its last, with its bylines, topics and related articles. Does not move the
 * head or the live pointer. Gives the new ids in the order of `drafts`; each article may appear once. The body must have been checked.
 */
export async function insertRevisions(tx: Transaction, drafts: readonly NewRevision[]): Promise<string[]> {
  if (drafts.length === 0) return []
  const last = await lastNumbers(
    tx,
    drafts.map((draft) => draft.articleId),
  )
  const rows = drafts.map((draft) => ({ ...draft, id: draft.id ?? randomUUID(), number: (last.get(draft.articleId) ?? 0) + 1 }))

  const written = rows.map(revisionRow)
  await tx.insert(revisions).values(written)
  await noteUses(tx, [...new Set(written.flatMap(({ mediaIds }) => mediaIds))])
  const named = rows.flatMap(({ id, content }) =>
    content.bylines.map((byline, position) => ({ revisionId: id, position, ...byline })),
  )
  const about = rows.flatMap(({ id, content }) =>
    [...new Set(content.topicIds)].map((topicId, position) => ({ revisionId: id, topicId, position })),
  )
  const beside = rows.flatMap(({ id, articleId, content }) =>
    [...new Set(content.relatedIds)]
      .filter((relatedId) => relatedId !== articleId)
      .map((relatedId, position) => ({ revisionId: id, articleId: relatedId, position })),
  )
  if (named.length > 0) await tx.insert(bylines).values(named)
  if (about.length > 0) await tx.insert(articleTopics).values(about)
  if (beside.length > 0) await tx.insert(relatedArticles).values(beside)
  return rows.map((row) => row.id)
}

function revisionRow(draft: NewRevision & { id: string; number: number }) {
  const { id, articleId, number, authorId, reason, content, kind = 'saved', basedOnId = null } = draft
  const { hero, body, bylines: _bylines, topicIds: _topics, relatedIds: _related, ...words } = content
  const text = bodyText(body)
  return {
    ...words,
    id,
    articleId,
    number,
    authorId,
    reason,
    kind,
    basedOnId,
    heroMediaId: hero?.mediaId ?? null,
    heroCaption: hero?.caption ?? null,
    heroAlt: hero?.alt ?? null,
    body,
    bodySchema: bodySchemaVersion,
    bodyText: text,
    wordCount: countWords(text),
    mediaIds: [...new Set([...(hero ? [hero.mediaId] : []), ...referencesOf(body).mediaIds])],
  }
}

async function lastNumbers(tx: Transaction, articleIds: string[]): Promise<Map<string, number>> {
  // Locked first, so that two writers of one article number their revisions one after the other.
  await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, articleIds)).orderBy(articles.id).for('update')
  const rows = await tx
    .select({ articleId: revisions.articleId, number: max(revisions.number) })
    .from(revisions)
    .where(inArray(revisions.articleId, articleIds))
    .groupBy(revisions.articleId)
  return new Map(rows.map((row) => [row.articleId, row.number ?? 0]))
}
