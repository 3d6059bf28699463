import { and, eq, sql } from 'drizzle-orm'
import { changes } from '../changes/schema'
import { db, type Reader, type Transaction } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { findCheckedArticle } from './checked-article'
import { checkArticle, findObstacles } from './checks'
import { mayUse } from './rights'
import type { CheckName, Finding } from './rules'
import { articles } from './schema'
import { type HeldArticle, holdForMove } from './workflow-facts'
import { checkOverrides } from './workflow-schema'

/** What was found, and who has taken it upon themselves why. */
export type JudgedFinding = Finding & { override: { byName: string; reason: string; at: Date } | null }

/** What speaks against a revision of an article appearing at a moment, with what was answered to it; without one named, of its head. */
export async function listFindings(articleId: string, at: Date, asked?: string): Promise<JudgedFinding[]> {
  const [article] = await db.select().from(articles).where(eq(articles.id, articleId))
  const revisionId = asked ?? article?.headRevisionId
  if (!article || !revisionId) return []
  const [found, overrides] = await Promise.all([findCheckedArticle(db, article, revisionId, at), listOverrides(revisionId)])
  return checkArticle(found).map((finding) => ({ ...finding, override: overrides.get(finding.key) ?? null }))
}

async function listOverrides(revisionId: string) {
  const rows = await db
    .select({
      finding: checkOverrides.finding,
      byName: sql<string>`coalesce(${people.name}, '')`,
      reason: checkOverrides.reason,
      at: checkOverrides.createdAt,
    })
    .from(checkOverrides)
    .leftJoin(people, eq(people.id, checkOverrides.personId))
    .where(eq(checkOverrides.revisionId, revisionId))
  return new Map(rows.map(({ finding, ...override }) => [finding, override]))
}

/** Findings of a revision that somebody has taken upon themselves, by key. */
async function findOverridden(reader: Reader, revisionId: string): Promise<Set<string>> {
  const rows = await reader
    .select({ finding: checkOverrides.finding })
    .from(checkOverrides)
    .where(eq(checkOverrides.revisionId, revisionId))
  return new Set(rows.map((row) => row.finding))
}

/** What keeps a revision of an article, its head or that of a pending change, from appearing at a moment. */
export async function listObstacles(
  reader: Reader,
  { article, head }: Pick<HeldArticle, 'article'> & { head: { id: string } },
  at: Date,
): Promise<Finding[]> {
  const findings = checkArticle(await findCheckedArticle(reader, article, head.id, at))
  return findObstacles(findings, await findOverridden(reader, head.id))
}

type Override = {
  headRevisionId: string
  check: CheckName
  /** Which of the findings of that check are meant: those that were seen. */
  keys: readonly string[]
  reason: string
}

/** Takes it upon the actor that an article be published in spite of a check, with the reason. It holds for this revision only. */
export async function overrideCheck(
  actor: Actor,
  articleId: string,
  { headRevisionId, check, keys, reason }: Override,
  now: Date,
): Promise<'overridden' | 'nothing-to-override' | 'not-allowed' | 'changed-meanwhile' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const { article, head } = held
    if (!mayUse(actor, 'article.publish', article)) return 'not-allowed'
    if (head.id !== headRevisionId && !(await isChangeHead(tx, articleId, headRevisionId))) return 'changed-meanwhile'
    const meant = (await listObstacles(tx, { article, head: { id: headRevisionId } }, now)).filter(
      (finding) => finding.check === check && finding.severity === 'asks' && keys.includes(finding.key),
    )
    if (meant.length === 0) return 'nothing-to-override'
    await tx
      .insert(checkOverrides)
      .values(meant.map(({ key }) => ({ revisionId: headRevisionId, check, finding: key, personId: actor.personId, reason })))
      .onConflictDoNothing()
    const event = { action: 'article.check-overridden' as const, subjectId: articleId, revisionId: headRevisionId }
    await record(tx, actor, { ...event, details: { check, findings: meant.length }, at: now })
    return 'overridden'
  })
}

async function isChangeHead(tx: Transaction, articleId: string, revisionId: string): Promise<boolean> {
  const [change] = await tx
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.articleId, articleId), eq(changes.headRevisionId, revisionId)))
  return change !== undefined
}
