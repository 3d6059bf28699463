import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { mostAttempts } from './rules'
import { deliveries, senders } from './schema'

// Leases are kept by the database's clock: the senders' own may differ.
const inSeconds = (seconds: number) => sql`now() + ${seconds} * interval '1 second'`

/** Makes a sender known under an id that no other has or had: what it holds is told by it. */
export async function registerSender(senderId: string): Promise<void> {
  await db.insert(senders).values({ id: senderId })
}

/** A sender's sign of life: it keeps what it holds for another lease. */
export async function keepLeases(senderId: string, lease: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(senders).set({ beatAt: sql`now()` }).where(eq(senders.id, senderId))
    await tx
      .update(deliveries)
      .set({ leaseEndsAt: inSeconds(lease) })
      .where(sql`${deliveries.senderId} = ${senderId} and ${deliveries.status} in ('leased', 'sending')`)
  })
}

/** Ends a sender: what it holds and has not begun goes back; what it has begun ends with its lease. */
export async function removeSender(senderId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(deliveries)
      .set({ status: 'queued', leaseEndsAt: null })
      .where(sql`${deliveries.senderId} = ${senderId} and ${deliveries.status} = 'leased'`)
    await tx.delete(senders).where(eq(senders.id, senderId))
  })
}

/**
 * Takes from silent senders what they hold. What was not begun is queued again. Of what was begun nobody knows whether it arrived: it is uncertain,
 * and not sent again by itself. Gives how many of each there were.
 */
export async function takeFromSilent(): Promise<{ queued: number; uncertain: number }> {
  return db.transaction(async (tx) => {
    const taken = await tx.execute<{ status: 'queued' | 'uncertain'; count: number }>(sql`
      with silent as (
        select id from deliveries where status in ('leased', 'sending') and lease_ends_at < now() for update skip locked
      ), taken as (
        update deliveries d set
          status = case d.status when 'leased' then 'queued'::delivery_status else 'uncertain' end,
          attempts = d.attempts + case d.status when 'leased' then 0 else 1 end,
          lease_ends_at = null
        from silent where d.id = silent.id
        returning d.status
      )
      select status, count(*)::int as count from taken group by status
    `)
    await tx.execute(sql`delete from senders where beat_at < now() - interval '1 day'`)
    const countOf = (status: string) => taken.find((row) => row.status === status)?.count ?? 0
    return { queued: countOf('queued'), uncertain: countOf('uncertain') }
  })
}

/**
 * Sends again what is uncertain where the provider knows a mail it has had by its idempotency header, as long as it does (`seconds` from when the
 * mail was handed over).
 */
export async function queueUncertainAgain(seconds: number): Promise<void> {
  await db.execute(sql`
    update deliveries set status = 'queued', next_at = now() + interval '10 seconds'
    where status = 'uncertain' and sending_at > now() - ${seconds} * interval '1 second' and attempts < ${mostAttempts}
  `)
}
