import { and, eq, isNull, sql } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { readDeliveryToken } from '../deliveries/tokens'
import { newsletterEditions } from '../newsletter-editions/schema'
import { listNewslettersNamed } from '../newsletters/queries'
import { recordConsent } from './consent'
import { endSubscriptions, holdById, listSubscribed } from './held'

/** What the address under an edition, or in its `List-Unsubscribe`, shows: the newsletter it came with, and whether it is still received. */
export type ShownDelivery = { language: Language; newsletter: string; isSubscribed: boolean }

/** Null for what we never sent. Reading it changes nothing. */
export async function findDelivery(token: string): Promise<ShownDelivery | null> {
  const deliveryId = readDeliveryToken(token)
  const found = deliveryId === null ? null : await findWhere(deliveryId)
  if (!found) return null
  const language = isLanguage(found.language) ? found.language : rootLanguage
  const active = await listSubscribed(db, found.subscriberId, 'active')
  const [newsletter] = await listNewslettersNamed([found.newsletterId], language)
  return { language, newsletter: newsletter?.name ?? '', isSubscribed: active.includes(found.newsletterId) }
}

/**
 * Ends the subscription to the newsletter that a delivery came with, and to no other: by the link in its text, or by the mail program's own button
 * (RFC 8058). Whoever holds the delivery's token may, for ever. Done again it changes nothing:
 * `left-before`.
 */
export async function leaveNewsletter(token: string, how: 'link' | 'one_click', now: Date): Promise<Left> {
  const deliveryId = readDeliveryToken(token)
  return deliveryId === null ? 'unknown' : leaveByDelivery(deliveryId, how, now)
}

type Left = 'left' | 'left-before' | 'unknown'

/** The same, by the delivery itself: a mail program may also ask by a mail to an address that holds its token. */
export async function leaveByDelivery(deliveryId: number, how: 'link' | 'one_click', now: Date): Promise<Left> {
  const found = await findWhere(deliveryId)
  if (!found) return 'unknown'
  return db.transaction(async (tx) => {
    const subscriber = await holdById(tx, found.subscriberId)
    if (!subscriber) return 'unknown'
    await tx
      .update(deliveries)
      .set({ leftAt: now })
      .where(and(eq(deliveries.id, found.id), isNull(deliveries.leftAt)))
    // Who can leave by it has received it.
    await tx
      .update(deliveries)
      .set({ status: 'sent', endedAt: sql`coalesce(${deliveries.endedAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(deliveries.id, found.id), eq(deliveries.status, 'uncertain')))
    const [left] = await endSubscriptions(tx, subscriber.id, how, now, [found.newsletterId])
    if (!left) return 'left-before'
    const { addressHash, language } = subscriber
    await recordConsent(tx, [{ addressHash, kind: 'left', newsletterId: left, language, at: now, details: { how } }])
    return 'left'
  })
}

async function findWhere(deliveryId: number) {
  const [found] = await db
    .select({
      id: deliveries.id,
      subscriberId: deliveries.subscriberId,
      language: deliveries.language,
      newsletterId: newsletterEditions.newsletterId,
    })
    .from(deliveries)
    .innerJoin(newsletterEditions, eq(newsletterEditions.id, deliveries.editionId))
    .where(eq(deliveries.id, deliveryId))
  return found ?? null
}
