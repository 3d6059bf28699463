import { asc, eq, inArray, or } from 'drizzle-orm'
import type { Transaction } from '../client'
import { articles } from './schema'

/**
 * Holds articles and all that are the same in other languages until the transaction ends, always in one order, so that two who do something to two
 * of them do not wait for one another.
 */
export async function holdGroup(tx: Transaction, ...articleIds: string[]): Promise<void> {
  const named = await tx.select({ groupId: articles.translationGroupId }).from(articles).where(inArray(articles.id, articleIds))
  const groupIds = named.flatMap(({ groupId }) => groupId ?? [])
  const isMeant = or(
    inArray(articles.id, articleIds),
    groupIds.length > 0 ? inArray(articles.translationGroupId, groupIds) : undefined,
  )
  await tx.select({ id: articles.id }).from(articles).where(isMeant).orderBy(asc(articles.id)).for('update')
}

/** As much of an article as decides about its place among its translations. */
export type GroupMember = Pick<
  typeof articles.$inferSelect,
  | 'id'
  | 'language'
  | 'status'
  | 'ownerId'
  | 'sectionId'
  | 'translationGroupId'
  | 'translatedFromId'
  | 'translatedFromRevisionId'
  | 'headRevisionId'
  | 'liveRevisionId'
  | 'firstPublishedAt'
  | 'publishAt'
>

/** An article and all that are it in other languages, the oldest first; the article alone where there are none. Empty for an unknown one. */
export async function listGroup(tx: Pick<Transaction, 'select'>, articleId: string): Promise<GroupMember[]> {
  const [own] = await tx.select(memberColumns).from(articles).where(eq(articles.id, articleId))
  if (!own?.translationGroupId) return own ? [own] : []
  return tx
    .select(memberColumns)
    .from(articles)
    .where(eq(articles.translationGroupId, own.translationGroupId))
    .orderBy(asc(articles.createdAt), asc(articles.id))
}

const memberColumns = {
  id: articles.id,
  language: articles.language,
  status: articles.status,
  ownerId: articles.ownerId,
  sectionId: articles.sectionId,
  translationGroupId: articles.translationGroupId,
  translatedFromId: articles.translatedFromId,
  translatedFromRevisionId: articles.translatedFromRevisionId,
  headRevisionId: articles.headRevisionId,
  liveRevisionId: articles.liveRevisionId,
  firstPublishedAt: articles.firstPublishedAt,
  publishAt: articles.publishAt,
}
