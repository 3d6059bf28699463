import { and, desc, eq, gt, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import { changes } from '../changes/schema'
import { db, type Transaction } from '../client'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import type { ArticleContent } from './content'
import { checkContent } from './contents'
import { presences, workingCopies } from './editing-schema'
import { mayRead } from './rights'
import { articles } from './schema'

/** What a tab tells of an article that is open in it. `copy` is what has been written there and not saved; null for nothing. */
export type Report = {
  articleId: string
  tab: string
  changeId: string | null
  copy: { baseRevisionId: string; content: unknown; sequence: number } | null
}

/** Somebody else who has the article open. */
export type Present = { personId: string; name: string; isWriting: boolean }

export type Reported =
  /** `headRevisionId` tells a tab that somebody has saved meanwhile. */
  | { outcome: 'kept' | 'seen'; headRevisionId: string; present: Present[] }
  | { outcome: 'invalid'; fault: string }
  | { outcome: 'unknown' }

/** Seconds after which somebody who said nothing counts as gone. */
const presenceSeconds = 45

/**
 * Keeps what somebody is writing, apart from the article, and tells who else is there. It asks for no more than the right to see the article: an
 * article that has moved on meanwhile must not cost its writer a word.
 */
export async function reportTab(actor: Actor, { articleId, tab, changeId, copy }: Report, now: Date): Promise<Reported> {
  const checked = copy && checkContent(copy.content)
  if (checked && !checked.ok) return { outcome: 'invalid', fault: checked.fault }
  return db.transaction(async (tx) => {
    const [article] = await tx.select(facts).from(articles).where(eq(articles.id, articleId))
    if (!article || !mayRead(actor, article)) return { outcome: 'unknown' }
    const headRevisionId = changeId ? await findChangeHead(tx, articleId, changeId) : article.headRevisionId
    if (!headRevisionId) return { outcome: 'unknown' }
    if (copy && checked) {
      const { baseRevisionId, sequence } = copy
      await keep(tx, actor, { articleId, tab, changeId, baseRevisionId, sequence, content: checked.content }, now)
    }
    await notePresence(tx, actor, { articleId, tab, isWriting: copy !== null }, now)
    const present = await listPresent(tx, actor, articleId, now)
    return { outcome: copy ? 'kept' : 'seen', headRevisionId, present }
  })
}

const facts = {
  ownerId: articles.ownerId,
  sectionId: articles.sectionId,
  status: articles.status,
  headRevisionId: articles.headRevisionId,
}

async function findChangeHead(tx: Transaction, articleId: string, changeId: string): Promise<string | null> {
  const [change] = await tx
    .select({ headRevisionId: changes.headRevisionId })
    .from(changes)
    .where(and(eq(changes.id, changeId), eq(changes.articleId, articleId)))
  return change?.headRevisionId ?? null
}

type Kept = {
  articleId: string
  tab: string
  changeId: string | null
  baseRevisionId: string
  sequence: number
  content: ArticleContent
}

/** One that was overtaken on its way by a later one of the same tab changes nothing. */
async function keep(tx: Transaction, { personId }: Actor, copy: Kept, now: Date) {
  const { articleId: _article, changeId: _change, tab: _tab, ...said } = copy
  await tx
    .insert(workingCopies)
    .values({ ...copy, personId, keptAt: now })
    .onConflictDoUpdate({
      target: [workingCopies.articleId, workingCopies.personId, workingCopies.tab, workingCopies.changeId],
      set: { ...said, keptAt: now },
      setWhere: lt(workingCopies.sequence, copy.sequence),
    })
}

type Seen = { articleId: string; tab: string; isWriting: boolean }

async function notePresence(tx: Transaction, { personId }: Actor, { articleId, tab, isWriting }: Seen, now: Date) {
  await tx
    .insert(presences)
    .values({ articleId, personId, tab, isWriting, seenAt: now })
    .onConflictDoUpdate({
      target: [presences.articleId, presences.personId, presences.tab],
      set: { isWriting, seenAt: now },
    })
}

async function listPresent(tx: Transaction, { personId }: Actor, articleId: string, now: Date): Promise<Present[]> {
  const since = new Date(now.getTime() - presenceSeconds * 1000)
  const rows = await tx
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      isWriting: sql<boolean>`bool_or(${presences.isWriting})`,
    })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .where(and(eq(presences.articleId, articleId), ne(presences.personId, personId), gt(presences.seenAt, since)))
    .groupBy(people.id)
    .orderBy(people.name)
  return rows.map(({ email, name, ...row }) => ({ ...row, name: name || (email.split('@')[0] ?? '') }))
}

/** Where a tab's working copy belongs: in an article's head, or, with `changeId`, in a pending change to it. */
type Written = { articleId: string; changeId: string | null }

/** What somebody has written in one of them and not saved, in whichever tab, the last first. */
export type WorkingCopy = { tab: string; baseRevisionId: string; content: ArticleContent; sequence: number; keptAt: Date }

export async function listWorkingCopies({ personId }: Actor, written: Written): Promise<WorkingCopy[]> {
  return db
    .select({
      tab: workingCopies.tab,
      baseRevisionId: workingCopies.baseRevisionId,
      content: workingCopies.content,
      sequence: workingCopies.sequence,
      keptAt: workingCopies.keptAt,
    })
    .from(workingCopies)
    .where(isIn(written, personId))
    .orderBy(desc(workingCopies.keptAt))
}

/** Throws away what the actor wrote in a tab and did not save. */
export async function discardWorkingCopy({ personId }: Actor, written: Written, tab: string): Promise<void> {
  await db.delete(workingCopies).where(and(isIn(written, personId), eq(workingCopies.tab, tab)))
}

/**
 * Removes a tab's working copy when it has become a revision, as part of the caller's transaction. One that has grown since, while the save was
 * on its way, stays.
 */
export async function removeWorkingCopy(
  tx: Transaction,
  { personId }: Actor,
  { tab, sequence, ...written }: Written & { tab: string; sequence: number },
): Promise<void> {
  await tx
    .delete(workingCopies)
    .where(and(isIn(written, personId), eq(workingCopies.tab, tab), lte(workingCopies.sequence, sequence)))
}

function isIn({ articleId, changeId }: Written, personId: string) {
  const isThere = changeId === null ? isNull(workingCopies.changeId) : eq(workingCopies.changeId, changeId)
  return and(eq(workingCopies.articleId, articleId), eq(workingCopies.personId, personId), isThere)
}
