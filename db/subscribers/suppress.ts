import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Transaction } from '../client'
import type { ConsentDetails } from './rules'
import { consentEvents, subscribers, type subscriptionEnd, subscriptions, suppressions } from './schema'
import { lighterThan, type SuppressionReason } from './suppression-rules'

export type NewSuppression = {
  addressHash: string
  reason: SuppressionReason
  /** The delivery that showed it. */
  deliveryId?: number
  /** Who of the staff wants it. */
  personId?: string
}

/**
 * Writes to an address never again, as part of the caller's transaction: nothing is sent to it from now on, its subscriptions end, and the consent
 * ledger says why. Gives whether that was new; a heavier reason that stands already stays.
 */
export async function suppress(
  tx: Transaction,
  { addressHash, reason, deliveryId, personId }: NewSuppression,
  at: Date,
): Promise<boolean> {
  const before = await holdSubscriber(tx, addressHash)
  const [written] = await tx
    .insert(suppressions)
    .values({ addressHash, reason, deliveryId: deliveryId === undefined ? '' : String(deliveryId), personId, createdAt: at })
    .onConflictDoUpdate({
      target: [suppressions.addressHash, suppressions.newsletterId],
      set: { reason, deliveryId: deliveryId === undefined ? '' : String(deliveryId), personId: personId ?? null, createdAt: at },
      setWhere: inArray(suppressions.reason, lighterThan(reason)),
    })
    .returning({ id: suppressions.id })
  // An import may have brought them while this waited for it.
  const subscriber = before ?? (await holdSubscriber(tx, addressHash))
  if (written) {
    const details: ConsentDetails = deliveryId === undefined ? { reason } : { reason, deliveryId }
    const language = subscriber?.language ?? 'en'
    await tx.insert(consentEvents).values({ at, addressHash, kind: 'suppressed', language, personId, details })
  }
  if (subscriber) await endAndRecord(tx, { subscriberId: subscriber.id, addressHash, end: reason, personId }, at)
  return written !== undefined
}

/** Ends all of somebody's subscriptions, or the one to a newsletter; what has ended stays as it ended. Gives how many that were. */
export async function endAndRecord(
  tx: Transaction,
  who: {
    subscriberId: string
    addressHash: string
    end: (typeof subscriptionEnd.enumValues)[number]
    newsletterId?: string
    personId?: string
  },
  at: Date,
): Promise<number> {
  const ended = await tx
    .update(subscriptions)
    .set({ status: 'ended', endedAt: at, end: who.end })
    .where(
      and(
        eq(subscriptions.subscriberId, who.subscriberId),
        ne(subscriptions.status, 'ended'),
        who.newsletterId ? eq(subscriptions.newsletterId, who.newsletterId) : undefined,
      ),
    )
    .returning({ newsletterId: subscriptions.newsletterId })
  if (ended.length === 0) return 0
  const language = await languageOf(tx, who.subscriberId)
  await tx.insert(consentEvents).values(
    ended.map(({ newsletterId }) => ({
      at,
      addressHash: who.addressHash,
      kind: 'left' as const,
      newsletterId,
      language,
      personId: who.personId,
      details: { end: who.end },
    })),
  )
  return ended.length
}

async function holdSubscriber(tx: Transaction, addressHash: string) {
  const [subscriber] = await tx
    .select({ id: subscribers.id, language: subscribers.language })
    .from(subscribers)
    .where(eq(subscribers.addressHash, addressHash))
    .for('no key update')
  return subscriber
}

async function languageOf(tx: Transaction, subscriberId: string): Promise<string> {
  const [row] = await tx.select({ language: subscribers.language }).from(subscribers).where(eq(subscribers.id, subscriberId))
  return row?.language ?? 'en'
}
