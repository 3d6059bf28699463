import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { db } from '../client'
import { addressHashOf, readAddress } from './addresses'
import type { AudienceMember } from './audience-rules'
import { subscribers } from './schema'

const pageLength = 50

/**
 * Who receives newsletters or did, the newest first, 50 from after a place; found by any part of their address. A whole address finds who was erased
 * too, by the hash that is left of them.
 */
export async function listAudience({
  q,
  after,
}: {
  q: string
  after: string
}): Promise<{ rows: AudienceMember[]; next: string | null }> {
  const conditions: SQL[] = []
  if (q) conditions.push(isFound(q))
  const place = placeIn(after)
  if (place)
    conditions.push(sql`(${subscribers.createdAt}, ${subscribers.id}) < (${place.createdAt}::timestamptz, ${place.id}::uuid)`)
  const rows = await db
    .select({
      id: subscribers.id,
      address: subscribers.address,
      status: subscribers.status,
      pausedUntil: subscribers.pausedUntil,
      createdAt: subscribers.createdAt,
      // A column alone would be taken for one of the inner table.
      isSuppressed: sql<boolean>`exists (
        select from suppressions x where x.address_hash = subscribers.address_hash and x.newsletter_id is null)`,
      active: sql<number>`(
        select count(*)::int from subscriptions b where b.subscriber_id = subscribers.id and b.status = 'active')`,
    })
    .from(subscribers)
    .where(and(...conditions))
    .orderBy(desc(subscribers.createdAt), desc(subscribers.id))
    .limit(pageLength + 1)
  const shown = rows.slice(0, pageLength)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > pageLength && last ? `${last.createdAt.toISOString()}_${last.id}` : null }
}

function isFound(q: string): SQL {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const byPart = sql`lower(${subscribers.address}) like ${pattern}`
  const whole = readAddress(q)
  return (whole && or(byPart, eq(subscribers.addressHash, addressHashOf(whole.normal)))) || byPart
}

function placeIn(after: string): { createdAt: string; id: string } | null {
  const [, createdAt = '', id = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(after) ?? []
  return createdAt && !Number.isNaN(Date.parse(createdAt)) ? { createdAt, id } : null
}

/** A line of the exported audience: one for each subscription. */
export type ExportedSubscription = {
  address: string
  newsletter: string
  status: string
  source: string
  language: string
  requestedAt: Date
  confirmedAt: Date | null
  endedAt: Date | null
  end: string | null
  /** Where to go on from. */
  place: { newsletterId: string; subscriberId: string }
}

/** Subscriptions of everybody who is not erased, from after a place, `portion` at once. */
export async function listSubscriptions(
  after: ExportedSubscription['place'] | null,
  portion: number,
): Promise<ExportedSubscription[]> {
  const onward = after
    ? sql`and (b.newsletter_id, b.subscriber_id) > (${after.newsletterId}::uuid, ${after.subscriberId}::uuid)`
    : sql``
  type Row = Omit<ExportedSubscription, 'requestedAt' | 'confirmedAt' | 'endedAt'> &
    Record<'requested' | 'confirmed' | 'ended', string>
  const rows = await db.execute<Row>(sql`
    select s.address, n.slug as newsletter, b.status, b.source, s.language, b.end,
      b.requested_at as requested, b.confirmed_at as confirmed, b.ended_at as ended,
      json_build_object('newsletterId', b.newsletter_id, 'subscriberId', b.subscriber_id) as place
    from subscriptions b
    join subscribers s on s.id = b.subscriber_id
    join newsletters n on n.id = b.newsletter_id
    where s.address is not null ${onward}
    order by b.newsletter_id, b.subscriber_id
    limit ${portion}`)
  const moment = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map(({ requested, confirmed, ended, ...row }) => ({
    ...row,
    requestedAt: new Date(requested),
    confirmedAt: moment(confirmed),
    endedAt: moment(ended),
  }))
}
