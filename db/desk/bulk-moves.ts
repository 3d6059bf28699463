import { eq } from 'drizzle-orm'
import { mayUse, mayWrite } from '../articles/rights'
import { articles } from '../articles/schema'
import { giveArticle, returnArticle, submitArticle } from '../articles/workflow'
import { db, type Reader, type Transaction } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import type { ArticleOutcome, BulkChange, ContentChange, ContentMade, MadeChange, Standing } from './bulk-rules'

type MoveChange = Exclude<BulkChange, ContentChange>
type MoveMade = Exclude<MadeChange, ContentMade>

/** Moves one article of several, by the command that moves it alone. */
export async function makeMove(actor: Actor, articleId: string, change: MoveChange, now: Date): Promise<ArticleOutcome> {
  const row = await findRow(db, articleId)
  if (!row?.headRevisionId) return { articleId, outcome: 'unknown' }
  const { headRevisionId } = row
  const before = standingOf(row)
  switch (change.kind) {
    case 'submit': {
      if (row.status === 'in_review') return { articleId, outcome: 'unchanged' }
      const outcome = await submitArticle(actor, articleId, { headRevisionId, reviewerId: null, dueAt: row.dueAt }, now)
      if (outcome === 'submitted') return moved(articleId, before, { ...before, status: 'in_review', reviewerId: null })
      return { articleId, outcome: refusalOf(outcome) }
    }
    case 'return': {
      if (row.status === 'draft') return { articleId, outcome: 'unchanged' }
      const outcome = await returnArticle(actor, articleId, { headRevisionId, reason: '' }, now)
      const after = { status: 'draft' as const, reviewerId: null, dueAt: null, approvedById: null, approvedRevisionId: null }
      return outcome === 'returned' ? moved(articleId, before, after) : { articleId, outcome: refusalOf(outcome) }
    }
    case 'owner': {
      if (row.ownerId === change.ownerId) return { articleId, outcome: 'unchanged' }
      const outcome = await giveArticle(actor, articleId, change.ownerId, now)
      const made = { articleId, field: 'ownerId' as const, before: row.ownerId, after: change.ownerId }
      return outcome === 'given' ? { articleId, outcome: 'changed', made } : { articleId, outcome: refusalOf(outcome) }
    }
    case 'due':
      return setDueTime(actor, articleId, change.dueAt, now)
  }
}

function moved(articleId: string, before: Standing, after: Standing): ArticleOutcome {
  return { articleId, outcome: 'changed', made: { articleId, field: 'standing', before, after } }
}

type Refused = Awaited<ReturnType<typeof submitArticle | typeof returnArticle | typeof giveArticle>>

function refusalOf(outcome: Exclude<Refused, 'submitted' | 'returned' | 'given'>) {
  switch (outcome) {
    case 'unknown':
    case 'not-allowed':
    case 'not-now':
    case 'second-person':
      return outcome
    case 'changed-meanwhile':
      return 'changed-since' as const
    // None of these moves is grave, nobody is asked to review, and the owner was looked up before.
    case 'ask-again':
    case 'unfit-reviewer':
    case 'unfit-owner':
      return 'not-allowed' as const
  }
}

/** Until when an article is due, while there is something to be done to it. */
async function setDueTime(actor: Actor, articleId: string, dueAt: Date | null, now: Date): Promise<ArticleOutcome> {
  return db.transaction(async (tx) => {
    const row = await findRow(tx, articleId, true)
    if (!row) return { articleId, outcome: 'unknown' }
    if (!mayWrite(actor, row)) return { articleId, outcome: 'not-allowed' }
    if (row.status !== 'draft' && row.status !== 'in_review' && row.status !== 'ready') return { articleId, outcome: 'not-now' }
    if (row.dueAt?.getTime() === dueAt?.getTime()) return { articleId, outcome: 'unchanged' }
    const made = { articleId, field: 'dueAt' as const, before: iso(row.dueAt), after: iso(dueAt) }
    await tx.update(articles).set({ dueAt, modifiedAt: now }).where(eq(articles.id, articleId))
    await record(tx, actor, assigned(made, now))
    return { articleId, outcome: 'changed', made }
  })
}

/** Puts one move back, if things are still as it left them. */
export async function putMoveBack(tx: Transaction, actor: Actor, made: MoveMade, now: Date): Promise<ArticleOutcome> {
  const { articleId } = made
  const row = await findRow(tx, articleId, true)
  if (!row) return { articleId, outcome: 'unknown' }
  if (!mayUse(actor, 'article.review', row)) return { articleId, outcome: 'not-allowed' }
  if (!isAsLeft(row, made)) return { articleId, outcome: 'changed-since' }
  await tx
    .update(articles)
    .set({ ...valuesBefore(made), modifiedAt: now })
    .where(eq(articles.id, articleId))
  await record(tx, actor, assigned(made.field === 'standing' ? made : { ...made, before: made.after, after: made.before }, now))
  return { articleId, outcome: 'changed' }
}

function isAsLeft(row: Row, made: MoveMade): boolean {
  switch (made.field) {
    case 'ownerId':
      return row.ownerId === made.after
    case 'dueAt':
      return iso(row.dueAt) === made.after
    case 'standing': {
      const now = standingOf(row)
      return now.status === made.after.status && now.reviewerId === made.after.reviewerId && now.dueAt === made.after.dueAt
    }
  }
}

function valuesBefore(made: MoveMade): Partial<typeof articles.$inferInsert> {
  switch (made.field) {
    case 'ownerId':
      return { ownerId: made.before }
    case 'dueAt':
      return { dueAt: momentOf(made.before) }
    case 'standing':
      return { ...made.before, dueAt: momentOf(made.before.dueAt) }
  }
}

function assigned(made: MoveMade, now: Date) {
  switch (made.field) {
    case 'ownerId':
    case 'dueAt': {
      const details = { as: made.field === 'ownerId' ? 'owner' : 'due', before: made.before, after: made.after }
      return { action: 'article.assigned' as const, subjectId: made.articleId, details, at: now }
    }
    case 'standing': {
      const details = { before: made.after.status, after: made.before.status }
      return { action: 'article.moved' as const, subjectId: made.articleId, details, at: now }
    }
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

async function findRow(reader: Reader, articleId: string, isHeld = false) {
  const rows = reader
    .select({
      id: articles.id,
      ownerId: articles.ownerId,
      sectionId: articles.sectionId,
      status: articles.status,
      headRevisionId: articles.headRevisionId,
      reviewerId: articles.reviewerId,
      dueAt: articles.dueAt,
      approvedById: articles.approvedById,
      approvedRevisionId: articles.approvedRevisionId,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
  const [row] = await (isHeld ? rows.for('update') : rows)
  return row ?? null
}

function standingOf({ status, reviewerId, dueAt, approvedById, approvedRevisionId }: Row): Standing {
  return { status, reviewerId, dueAt: iso(dueAt), approvedById, approvedRevisionId }
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null
}

function momentOf(written: string | null): Date | null {
  return written === null ? null : new Date(written)
}
