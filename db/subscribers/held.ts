import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Reader, Transaction } from '../client'
import { suppressionEffects } from './rules'
import { subscribers, subscriptions, suppressions } from './schema'
import type { SuppressionReason } from './suppression-rules'

export type Subscriber = typeof subscribers.$inferSelect

/**
 * Somebody's row, held until the caller's transaction ends: every command takes it before anything else of theirs, so that of two at once one sees
 * what the other did.
 */
export async function holdByHash(tx: Transaction, addressHash: string): Promise<Subscriber | null> {
  const [row] = await tx.select().from(subscribers).where(eq(subscribers.addressHash, addressHash)).for('update')
  return row ?? null
}

export async function holdById(tx: Transaction, id: string): Promise<Subscriber | null> {
  const [row] = await tx.select().from(subscribers).where(eq(subscribers.id, id)).for('update')
  return row ?? null
}

/** Why an address is not written to: everywhere (`newsletterId` null), or by single newsletters. */
export async function listSuppressions(
  reader: Reader,
  addressHash: string,
): Promise<{ newsletterId: string | null; reason: SuppressionReason }[]> {
  return reader
    .select({ newsletterId: suppressions.newsletterId, reason: suppressions.reason })
    .from(suppressions)
    .where(eq(suppressions.addressHash, addressHash))
}

/** Lifts the suppressions of somebody who has confirmed, of those kinds that end by it; returns which. */
export async function endSuppressions(tx: Transaction, addressHash: string, newsletterIds: readonly string[]) {
  const ending = (Object.keys(suppressionEffects) as SuppressionReason[]).filter((reason) => suppressionEffects[reason].ends)
  return tx
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.addressHash, addressHash),
        inArray(suppressions.reason, ending),
        or(isNull(suppressions.newsletterId), inArray(suppressions.newsletterId, [...newsletterIds])),
      ),
    )
    .returning({ newsletterId: suppressions.newsletterId, reason: suppressions.reason })
}

/** The newsletters that somebody's subscription to is in one of these states. */
export async function listSubscribed(
  reader: Reader,
  subscriberId: string,
  status: 'pending' | 'active' | 'ended',
): Promise<string[]> {
  const rows = await reader
    .select({ newsletterId: subscriptions.newsletterId })
    .from(subscriptions)
    .where(and(eq(subscriptions.subscriberId, subscriberId), eq(subscriptions.status, status)))
  return rows.map(({ newsletterId }) => newsletterId)
}

type End = NonNullable<(typeof subscriptions.$inferSelect)['end']>

/** Ends somebody's active subscriptions, or those named; returns which. */
export async function endSubscriptions(
  tx: Transaction,
  subscriberId: string,
  end: End,
  now: Date,
  only?: readonly string[],
): Promise<string[]> {
  if (only?.length === 0) return []
  const rows = await tx
    .update(subscriptions)
    .set({ status: 'ended', end, endedAt: now })
    .where(
      and(
        eq(subscriptions.subscriberId, subscriberId),
        eq(subscriptions.status, 'active'),
        only && inArray(subscriptions.newsletterId, [...only]),
      ),
    )
    .returning({ newsletterId: subscriptions.newsletterId })
  return rows.map(({ newsletterId }) => newsletterId)
}

/** Makes subscriptions active, whatever they were: only for who has shown that the address is theirs. */
export async function beginSubscriptions(
  tx: Transaction,
  rows: readonly { subscriberId: string; newsletterId: string; source: (typeof subscriptions.$inferInsert)['source'] }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  const begun = { status: 'active' as const, confirmedAt: now, endedAt: null, end: null }
  await tx
    .insert(subscriptions)
    .values(rows.map((row) => ({ ...row, ...begun, requestedAt: now })))
    .onConflictDoUpdate({ target: [subscriptions.newsletterId, subscriptions.subscriberId], set: begun })
}
