import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../client'
import { newsletterEditions } from '../newsletter-editions/schema'
import { subscribers } from '../subscribers/schema'
import { endSubscriptions } from '../subscribers/suppress'
import { deliveries } from './schema'

/** Ends the subscription that a delivery came by, as the mail program of its recipient asks by a mail (`List-Unsubscribe: <mailto:…>`). */
export async function leaveByMail(deliveryId: number, now: Date): Promise<'left' | 'left-before' | 'unknown'> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({
        subscriberId: deliveries.subscriberId,
        addressHash: deliveries.addressHash,
        newsletterId: newsletterEditions.newsletterId,
      })
      .from(deliveries)
      .innerJoin(newsletterEditions, eq(newsletterEditions.id, deliveries.editionId))
      .where(eq(deliveries.id, deliveryId))
    if (!found) return 'unknown'
    await tx.select({ id: subscribers.id }).from(subscribers).where(eq(subscribers.id, found.subscriberId)).for('no key update')
    const ended = await endSubscriptions(tx, { ...found, end: 'one_click' }, now)
    await tx
      .update(deliveries)
      .set({ leftAt: now })
      .where(and(eq(deliveries.id, deliveryId), isNull(deliveries.leftAt)))
    return ended > 0 ? 'left' : 'left-before'
  })
}
