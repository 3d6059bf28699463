import { and, desc, eq, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language } from '../../lib/languages'
import type { Conflict } from '../articles/differences'
import { mayRead, mayUse } from '../articles/rights'
import type { Verdict } from '../articles/rules'
import { articles, revisions } from '../articles/schema'
import { statusAt } from '../articles/workflow-rules'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { findSettings } from '../settings/queries'
import { mergeWithLive } from './merge-with-live'
import {
  type ChangeMove,
  type ChangeStatus,
  type ChangeStop,
  changeMoves,
  judgeChange,
  mayBeginChange,
  mayWriteChange,
} from './rules'
import { changes } from './schema'

/** A pending change in the list of an article's. */
export type ListedChange = {
  id: string
  purpose: string
  status: ChangeStatus
  stop: ChangeStop | null
  authorName: string
  publishAt: Date | null
  modifiedAt: Date
}

/** The pending changes of an article, the last touched first, and whether whoever asks may begin one; null for an article that is not theirs to see. */
export async function listChanges(
  actor: Actor,
  articleId: string,
  now: Date,
): Promise<{ changes: ListedChange[]; mayBegin: boolean } | null> {
  const [article] = isUuid(articleId) ? await db.select().from(articles).where(eq(articles.id, articleId)) : []
  if (!article || !mayRead(actor, article)) return null
  const rows = await db
    .select({
      id: changes.id,
      purpose: changes.purpose,
      status: changes.status,
      stop: changes.stop,
      authorName: nameOf(changes.authorId),
      publishAt: changes.publishAt,
      modifiedAt: changes.modifiedAt,
    })
    .from(changes)
    .where(eq(changes.articleId, articleId))
    .orderBy(desc(changes.modifiedAt))
  return { changes: rows, mayBegin: mayBeginChange(actor, { ...article, status: statusAt(article, now) }) }
}

/** A pending change as it stands, and what whoever asks can do with it now. */
export type ChangeStanding = ListedChange & {
  articleId: string
  language: Language
  headRevisionId: string
  headAuthorId: string | null
  liveRevisionId: string | null
  /** What it was begun from, or last brought up to date with. */
  baseRevisionId: string
  reviewerName: string | null
  dueAt: Date | null
  approvedByName: string | null
  isUpdate: boolean
  /** What was scheduled is not the newest revision. */
  isBehind: boolean
  publishedAt: Date | null
  fourEyes: boolean
  isArticleLive: boolean
  owner: { ownerId: string | null; sectionId: string }
  verdicts: Record<ChangeMove, Verdict>
  isWritable: boolean
  mayOverride: boolean
}

/** A pending change of an article, for somebody who may see the article; else null. */
export async function findChange(actor: Actor, articleId: string, changeId: string, now: Date): Promise<ChangeStanding | null> {
  if (!isUuid(articleId) || !isUuid(changeId)) return null
  const [row] = await db
    .select({
      change: changes,
      article: articles,
      head: { id: revisions.id, authorId: revisions.authorId, sectionId: revisions.sectionId },
      authorName: nameOf(changes.authorId),
      reviewerName: nameOf(changes.reviewerId),
      approvedByName: nameOf(changes.approvedById),
    })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .innerJoin(revisions, eq(revisions.id, changes.headRevisionId))
    .where(and(eq(changes.id, changeId), eq(changes.articleId, articleId)))
  if (!row || !isLanguage(row.article.language) || !mayRead(actor, row.article)) return null
  const { change, head, authorName, reviewerName, approvedByName } = row
  const article = { ...row.article, status: statusAt(row.article, now) }
  const { fourEyes } = await findSettings()
  const facts = { ...change, head, article }
  const judge = (move: ChangeMove) => judgeChange(actor, move, facts, { fourEyes, now })
  const { id, purpose, status, stop, publishAt, dueAt, isUpdate, publishedAt, modifiedAt } = change
  return {
    ...{ id, articleId, purpose, status, stop, publishAt, dueAt, isUpdate, publishedAt, modifiedAt },
    ...{ authorName, fourEyes, language: row.article.language },
    reviewerName: change.reviewerId && reviewerName,
    approvedByName: change.approvedRevisionId === head.id ? approvedByName : null,
    headRevisionId: head.id,
    headAuthorId: head.authorId,
    liveRevisionId: article.liveRevisionId,
    baseRevisionId: change.baseRevisionId,
    isBehind: status === 'scheduled' && change.scheduledRevisionId !== head.id,
    isArticleLive: article.status === 'live',
    owner: { ownerId: article.ownerId, sectionId: article.sectionId },
    verdicts: Object.fromEntries(changeMoves.map((move) => [move, judge(move)])) as Record<ChangeMove, Verdict>,
    isWritable: mayWriteChange(actor, facts),
    mayOverride: mayUse(actor, 'article.publish', article),
  }
}

/** Where a change clashes with what readers have by now. */
export async function listClashes(changeId: string): Promise<Conflict[]> {
  const [row] = await db
    .select({
      baseRevisionId: changes.baseRevisionId,
      headId: changes.headRevisionId,
      liveRevisionId: articles.liveRevisionId,
    })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .where(eq(changes.id, changeId))
  if (!row?.liveRevisionId || row.baseRevisionId === row.liveRevisionId) return []
  return (await mergeWithLive(db, { ...row, id: changeId }, row.headId)).conflicts
}

function nameOf(column: typeof changes.authorId | typeof changes.reviewerId | typeof changes.approvedById) {
  return sql<string>`coalesce((select p.name from people p where p.id = ${column}), '')`
}
