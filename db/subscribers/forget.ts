import { and, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../client'
import { deliveries } from '../deliveries/schema'
import { addressHashOf } from './addresses'
import { recordConsent } from './consent'
import { endSubscriptions, holdByHash } from './held'
import { subscriberImportRows } from './import-schema'
import { subscriberRequests } from './request-schema'
import { confirmations, subscribers, subscriptions, suppressions } from './schema'

/**
 * Removes the address (in its normal spelling) from all that newsletters keep. What stays knows it by its hash only: that it agreed and left, and
 * that no import may bring it back. False if nothing was kept under it.
 */
export async function forgetSubscriber(tx: Transaction, normal: string, now: Date): Promise<boolean> {
  const addressHash = addressHashOf(normal)
  // Requests before the subscriber, as whoever answers one takes them.
  const requests = await tx
    .delete(subscriberRequests)
    .where(eq(subscriberRequests.addressHash, addressHash))
    .returning({ id: subscriberRequests.id })
  const imported = await tx
    .delete(subscriberImportRows)
    .where(eq(subscriberImportRows.addressHash, addressHash))
    .returning({ id: subscriberImportRows.id })
  const subscriber = await holdByHash(tx, addressHash)
  if (!subscriber || subscriber.status === 'erased') return requests.length + imported.length > 0
  const { id, language } = subscriber
  await endSubscriptions(tx, id, 'erased', now)
  await tx.delete(subscriptions).where(and(eq(subscriptions.subscriberId, id), eq(subscriptions.status, 'pending')))
  await tx.delete(confirmations).where(eq(confirmations.subscriberId, id))
  const nothing = { address: null, timeZone: null, pausedUntil: null, confirmedAt: null }
  await tx
    .update(subscribers)
    .set({ ...nothing, status: 'erased', erasedAt: now, linkVersion: subscriber.linkVersion + 1 })
    .where(eq(subscribers.id, id))
  // What a mail server said may name somebody.
  await tx
    .update(deliveries)
    .set({ reply: null })
    .where(and(eq(deliveries.subscriberId, id), isNotNull(deliveries.reply)))
  await tx.insert(suppressions).values({ addressHash, reason: 'erased', createdAt: now }).onConflictDoNothing()
  await recordConsent(tx, [{ addressHash, kind: 'erased', language, at: now }])
  return true
}

/** The normal spelling of every address that `forgetSubscriber` would find something under. */
export async function listSubscriberAddresses(tx: Transaction): Promise<string[]> {
  const [known, asking, imported] = [
    await tx.select({ address: subscribers.address }).from(subscribers).where(isNotNull(subscribers.address)),
    await tx.select({ address: subscriberRequests.address }).from(subscriberRequests),
    await tx.select({ address: subscriberImportRows.address }).from(subscriberImportRows),
  ]
  // As `readAddress` spells them; they were read by it before they were kept.
  return [...known, ...asking, ...imported].map(({ address }) => (address ?? '').toLowerCase().normalize('NFC'))
}
