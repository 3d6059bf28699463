import { eq } from 'drizzle-orm'
import { db, type Reader } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import { findCheckedArticle } from './checked-article'
import { type CheckName, checkArticle, type Finding, findObstacles } from './checks'
import { mayUse } from './rights'
import { type HeldArticle, holdForMove } from './workflow-facts'
import { checkOverrides } from './workflow-schema'

/** Findings of a revision that somebody has taken upon themselves, by key. */
export async function findOverridden(reader: Reader, revisionId: string): Promise<Set<string>> {
  const rows = await reader
    .select({ finding: checkOverrides.finding })
    .from(checkOverrides)
    .where(eq(checkOverrides.revisionId, revisionId))
  return new Set(rows.map((row) => row.finding))
}

/** What keeps an article's head from appearing at a moment. */
export async function listObstacles(reader: Reader, { article, head }: HeldArticle, at: Date): Promise<Finding[]> {
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
    if (head.id !== headRevisionId) return 'changed-meanwhile'
    const meant = (await listObstacles(tx, held, now)).filter(
      (finding) => finding.check === check && finding.severity === 'asks' && keys.includes(finding.key),
    )
    if (meant.length === 0) return 'nothing-to-override'
    await tx
      .insert(checkOverrides)
      .values(meant.map(({ key }) => ({ revisionId: head.id, check, finding: key, personId: actor.personId, reason })))
      .onConflictDoNothing()
    const event = { action: 'article.check-overridden' as const, subjectId: articleId, revisionId: head.id }
    await record(tx, actor, { ...event, details: { check, findings: meant.length }, at: now })
    return 'overridden'
  })
}
