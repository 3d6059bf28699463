import { sql } from 'drizzle-orm'
import { db } from '../client'
import type { DeliveryStatus } from './rules'

/** A delivery that a sender holds: to whom, and in which language. */
export type Claimed = { id: number; subscriberId: string; address: string; language: string; attempts: number }

/**
 * Gives a sender up to `most` deliveries of an edition whose turn has come, the longest due first; nobody else is given them while its lease lasts.
 * Those whose subscriber has been erased meanwhile are skipped here, as there is nobody to write to.
 */
export async function claimDeliveries(
  editionId: string,
  senderId: string,
  { most, lease }: { most: number; lease: number },
): Promise<Claimed[]> {
  const rows = await db.execute<Omit<Claimed, 'id' | 'address'> & { id: string; address: string | null }>(sql`
    with due as (
      select d.id from deliveries d
      where d.edition_id = ${editionId} and d.status = 'queued' and d.next_at <= now()
        and exists (select from newsletter_editions e where e.id = d.edition_id and e.status = 'sending')
      order by d.next_at, d.id limit ${most} for update skip locked
    )
    update deliveries d
    set status = 'leased', sender_id = ${senderId}, lease_ends_at = now() + ${lease} * interval '1 second'
    from due, subscribers s where d.id = due.id and s.id = d.subscriber_id
    returning d.id, d.subscriber_id as "subscriberId", s.address, d.language, d.attempts
  `)
  const held = rows.map((row) => ({ ...row, id: Number(row.id) })).sort((one, other) => one.id - other.id)
  const erased = held.filter(({ address }) => address === null).map(({ id }) => id)
  if (erased.length > 0)
    await db.execute(sql`
      update deliveries set status = 'skipped', skip = 'erased', lease_ends_at = null, ended_at = now()
      where id = any(${listOf(erased)}::bigint[]) and sender_id = ${senderId} and status = 'leased'
    `)
  return held.flatMap(({ address, ...row }) => (address === null ? [] : [{ ...row, address }]))
}

/**
 * Written down before the first byte of any of these can leave: that they are being sent. Whether they may is asked once more in the same statement;
 * gives the ids of those that may. What may not is skipped, with its reason, or queued again when its edition is not being sent.
 */
export async function beginSending(senderId: string, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.execute<{ id: string; status: DeliveryStatus }>(sql`
    with held as (
      select d.id, e.status = 'sending' as may_go, case
          when s.status = 'erased' then 'erased'
          when exists (
            select from suppressions p
            where p.address_hash = d.address_hash and (p.newsletter_id is null or p.newsletter_id = e.newsletter_id)
          ) then 'suppressed'
          when not exists (
            select from subscriptions x
            where x.newsletter_id = e.newsletter_id and x.subscriber_id = d.subscriber_id and x.status = 'active'
          ) then 'left'
          when s.paused_until > now() then 'paused'
        end::delivery_skip as skip
      from deliveries d
      join newsletter_editions e on e.id = d.edition_id
      join subscribers s on s.id = d.subscriber_id
      where d.id = any(${listOf(ids)}::bigint[]) and d.sender_id = ${senderId} and d.status = 'leased' and d.lease_ends_at > now()
      for update of d
    )
    update deliveries d set
      status = case when h.skip is not null then 'skipped'::delivery_status when h.may_go then 'sending' else 'queued' end,
      skip = h.skip,
      sending_at = case when h.skip is null and h.may_go then now() else d.sending_at end,
      lease_ends_at = case when h.skip is null and h.may_go then d.lease_ends_at end,
      ended_at = case when h.skip is not null then now() end
    from held h where d.id = h.id
    returning d.id, d.status
  `)
  return new Set(rows.flatMap(({ id, status }) => (status === 'sending' ? [Number(id)] : [])))
}

function listOf(ids: readonly number[]): string {
  return `{${ids.join(',')}}`
}
