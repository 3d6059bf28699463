import { eq } from 'drizzle-orm'
import type { Transaction } from '../client'
import type { Actor } from '../people/rules'
import { findSettings } from '../settings/queries'
import type { Settings } from '../settings/rules'
import type { Move, Verdict } from './rules'
import { articles, revisions } from './schema'
import { judgeMove, statusAt, type WorkflowFacts } from './workflow-rules'

/** An article and its head, held until the transaction ends: nobody saves, publishes or withdraws it meanwhile. */
export type HeldArticle = {
  article: typeof articles.$inferSelect
  head: { id: string; authorId: string | null; sectionId: string; slug: string; headline: string }
  settings: Settings
}

/** Holds an article. What was scheduled and has appeared is given as live. Null for one that is not there, or that says nothing yet. */
export async function holdForMove(tx: Transaction, articleId: string, now: Date): Promise<HeldArticle | null> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update')
  if (!article?.headRevisionId) return null
  const [head] = await tx
    .select({
      id: revisions.id,
      authorId: revisions.authorId,
      sectionId: revisions.sectionId,
      slug: revisions.slug,
      headline: revisions.headline,
    })
    .from(revisions)
    .where(eq(revisions.id, article.headRevisionId))
  if (!head) return null
  const status = statusAt(article, now)
  const firstPublishedAt = status === 'live' ? (article.firstPublishedAt ?? article.publishAt) : article.firstPublishedAt
  return { article: { ...article, status, firstPublishedAt }, head, settings: await findSettings(tx) }
}

function factsOf({ article, head }: Pick<HeldArticle, 'article' | 'head'>): WorkflowFacts {
  return { ...article, head }
}

/** Why a command does not make its move; null when it may. `headRevisionId` is what the person saw. */
export type Refusal = Exclude<Verdict, 'allowed'> | 'changed-meanwhile'

export function refusalOf(
  actor: Actor,
  move: Move,
  held: HeldArticle,
  { headRevisionId, now }: { headRevisionId?: string; now: Date },
): Refusal | null {
  const verdict = judgeMove(actor, move, factsOf(held), { fourEyes: held.settings.fourEyes, now })
  if (verdict !== 'allowed') return verdict
  return headRevisionId !== undefined && headRevisionId !== held.head.id ? 'changed-meanwhile' : null
}
