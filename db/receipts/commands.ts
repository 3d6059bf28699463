import { eq, lt, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { keptDays, type ReceiptPlace, type ReceiptState, staleMinutes } from './rules'
import { appearances, instances, receipts } from './schema'

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

/** Says that an instance lives. The first time it counts as begun now: it owes no receipts for what appeared before. */
export async function noteInstance(instanceId: string): Promise<void> {
  const now = sql`clock_timestamp()`
  await db
    .insert(instances)
    .values({ id: instanceId, startedAt: now, seenAt: now })
    .onConflictDoUpdate({ target: instances.id, set: { seenAt: now } })
}

/** An instance that ends owes nothing more. */
export async function forgetInstance(instanceId: string): Promise<void> {
  await db.delete(instances).where(eq(instances.id, instanceId))
}

type Receipt = { appearanceId: number; instanceId: string; place: ReceiptPlace; state: ReceiptState }

/** Writes down what an instance sees at a place just now. The first sight of an appearance there stays; until then it is missing. */
export async function giveReceipt(receipt: Receipt): Promise<void> {
  // The database's clock as for the appearance itself, so that a machine whose clock is wrong gives right times.
  const seenAt = sql`clock_timestamp()`
  await db
    .insert(receipts)
    .values({ ...receipt, seenAt })
    .onConflictDoUpdate({
      target: [receipts.appearanceId, receipts.instanceId, receipts.place],
      set: { state: receipt.state, seenAt },
      setWhere: eq(receipts.state, 'missing'),
    })
}

/** Forgets appearances of long ago with their receipts, and instances that have said nothing for minutes. */
export async function removeOldReceipts(now: Date): Promise<void> {
  await db.delete(appearances).where(lt(appearances.visibleAt, new Date(now.getTime() - keptDays * 86_400_000)))
  await db.delete(instances).where(lt(instances.seenAt, new Date(now.getTime() - staleMinutes * 60_000)))
}
