import type { Transaction } from '../client'
import { enqueue } from '../jobs/commands'
import { listArticlesWithoutCard } from './queries'

/**
 * Promises cards for those of the articles that readers can find and whose hero does not serve as one, as part of the caller's
 * transaction. To be called after they were listed. Drawing takes a fifth of a second each, so an import of an archive promises
 * its newest only.
 */
export async function promiseSocialCards(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  for (const { articleId } of await listArticlesWithoutCard(tx, articleIds))
    await enqueue(tx, { type: 'draw-social-card', articleId })
}
