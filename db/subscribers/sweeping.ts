import { and, eq, gt, isNull, lt, notExists, sql } from 'drizzle-orm'
import { db } from '../client'
import { forgetPendingOf } from './confirming'
import { signUpHours, subscriberRequests } from './request-schema'
import { confirmationDays } from './rules'
import { confirmations, subscribers, subscriptions } from './schema'

/** How many people one run looks at; the next goes on. */
const mostAtOnce = 1000

/** Days for which is kept how many sign-ups there were. */
const countedDays = 30

/**
 * Forgets what nobody confirmed within seven days: the confirmation, the subscriptions that waited for it, and who never confirmed anything. What an
 * import made waits for its own mail and is left alone as long.
 */
export async function clearOldConfirmations(now: Date): Promise<void> {
  const before = new Date(now.getTime() - confirmationDays * 86_400_000)
  await db.delete(confirmations).where(lt(confirmations.endsAt, now))
  await db.delete(subscriberRequests).where(lt(subscriberRequests.createdAt, before))
  await db.delete(signUpHours).where(lt(signUpHours.hour, new Date(now.getTime() - countedDays * 86_400_000)))
  for (const id of await listForgotten(before, now)) await db.transaction((tx) => forgetPendingOf(tx, id, now))
}

/** Who has something pending from before, or nothing at all, and no confirmation that can still be given. */
async function listForgotten(before: Date, now: Date): Promise<string[]> {
  const open = db
    .select({ one: sql`1` })
    .from(confirmations)
    .where(and(eq(confirmations.subscriberId, subscribers.id), gt(confirmations.endsAt, now), isNull(confirmations.confirmedAt)))
  const waiting = await db
    .selectDistinct({ id: subscribers.id })
    .from(subscribers)
    .innerJoin(subscriptions, eq(subscriptions.subscriberId, subscribers.id))
    .where(and(eq(subscriptions.status, 'pending'), lt(subscriptions.requestedAt, before), notExists(open)))
    .limit(mostAtOnce)
  const unconfirmed = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(eq(subscribers.status, 'pending'), lt(subscribers.createdAt, before), notExists(open)))
    .limit(mostAtOnce)
  return [...new Set([...waiting, ...unconfirmed].map(({ id }) => id))]
}
