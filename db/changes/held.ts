import { eq } from 'drizzle-orm'
import { revisions } from '../articles/schema'
import type { Refusal } from '../articles/workflow-facts'
import { type HeldArticle, holdForMove } from '../articles/workflow-facts'
import type { Transaction } from '../client'
import type { Actor } from '../people/rules'
import { type ChangeFacts, type ChangeMove, judgeChange } from './rules'
import { changes } from './schema'

/** A pending change, its newest revision and its article, held until the transaction ends. */
export type HeldChange = HeldArticle & {
  change: typeof changes.$inferSelect
  changeHead: { id: string; authorId: string | null; sectionId: string; headline: string }
}

/** Holds a pending change; null for one that there is not. */
export async function holdChange(tx: Transaction, changeId: string, now: Date): Promise<HeldChange | null> {
  const [known] = await tx.select({ articleId: changes.articleId }).from(changes).where(eq(changes.id, changeId))
  // The article first, as everybody holds it who publishes: two who hold both never wait for each other.
  const held = known && (await holdForMove(tx, known.articleId, now))
  if (!held) return null
  const [change] = await tx.select().from(changes).where(eq(changes.id, changeId)).for('update')
  if (!change) return null
  const [changeHead] = await tx
    .select({
      id: revisions.id,
      authorId: revisions.authorId,
      sectionId: revisions.sectionId,
      headline: revisions.headline,
    })
    .from(revisions)
    .where(eq(revisions.id, change.headRevisionId))
  return changeHead ? { ...held, change, changeHead } : null
}

export function factsOf({ change, changeHead, article }: HeldChange): ChangeFacts {
  return { ...change, head: changeHead, article }
}

/** Where the change begins, and what readers have. */
export function meetingOf({ change, article }: HeldChange) {
  return { id: change.id, baseRevisionId: change.baseRevisionId, liveRevisionId: article.liveRevisionId }
}

/** Why a command does not make its move; null when it may. `headRevisionId` is the change's newest revision that the person saw. */
export function refusalOf(
  actor: Actor,
  move: ChangeMove,
  held: HeldChange,
  { headRevisionId, now }: { headRevisionId?: string; now: Date },
): Refusal | null {
  const verdict = judgeChange(actor, move, factsOf(held), { fourEyes: held.settings.fourEyes, now })
  if (verdict !== 'allowed') return verdict
  return headRevisionId !== undefined && headRevisionId !== held.changeHead.id ? 'changed-meanwhile' : null
}
