import { lt, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { keptDays, staleMinutes } from './rules'
import { appearances, instances } from './schema'

/**
 * Notes that an article's live revision is there for readers, as part of the transaction that makes it so: every instance gives its receipts for
 * it. `at` is the moment for which it was scheduled; null for one published by hand, which is now. One under embargo appears when that ends.
 */
export async function noteAppearance(tx: Transaction, articleId: string, at: Date | null): Promise<void> {
  // The database's clock, as late in the transaction as may be: what is measured from is the commit.
  await tx.execute(sql`
    insert into appearances (article_id, revision_id, visible_at)
    select a.id, l.revision_id, greatest(coalesce(${at?.toISOString() ?? null}::timestamptz, clock_timestamp()), a.embargo_until)
    from articles a join listed_articles l on l.article_id = a.id where a.id = ${articleId}`)
}

/** Forgets appearances of long ago with their receipts, and instances that have said nothing for minutes. */
export async function removeOldReceipts(now: Date): Promise<void> {
  await db.delete(appearances).where(lt(appearances.visibleAt, new Date(now.getTime() - keptDays * 86_400_000)))
  await db.delete(instances).where(lt(instances.seenAt, new Date(now.getTime() - staleMinutes * 60_000)))
}
