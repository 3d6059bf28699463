import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { subscribers } from '../subscribers/schema'
import { suppress } from '../subscribers/suppress'
import { type DeliveryReport, provesSending, softLimit, withoutAddresses } from './report-rules'
import { deliveries, deliveryReports } from './schema'
import { readDeliveryToken } from './tokens'

/** `repeated`: heard before. `unknown`: about a delivery we do not know; kept, and nothing changes. */
export type ReportTaken = 'taken' | 'repeated' | 'unknown'

/**
 * Hears what came back of a mail, once. One that could not be sent for good, or a complaint, ends everything to that address; so do soft bounces of
 * several newsletter editions. A delivery of which nobody knew whether it was sent is `sent`: nothing comes back of what was not.
 */
export async function takeReport(report: DeliveryReport, now: Date): Promise<ReportTaken> {
  return db.transaction(async (tx) => {
    const delivery = await holdDelivery(tx, report.about)
    const [heard] = await tx
      .insert(deliveryReports)
      .values({
        source: report.source,
        externalId: report.externalId,
        kind: report.kind,
        deliveryId: delivery?.id,
        enhancedCode: report.enhancedCode,
        words: withoutAddresses(report.words),
        isKnown: delivery !== null,
        receivedAt: now,
      })
      .onConflictDoNothing({ target: [deliveryReports.source, deliveryReports.externalId] })
      .returning({ id: deliveryReports.id })
    if (!heard) return 'repeated'
    if (!delivery) return 'unknown'
    await noteOn(tx, delivery.id, report, now)
    await actOn(tx, delivery, report, now)
    return 'taken'
  })
}

type Held = { id: number; subscriberId: string; addressHash: string }

/** The delivery, held with its subscriber: in this order, as whoever leaves or is erased comes by the subscriber. */
async function holdDelivery(tx: Transaction, about: DeliveryReport['about']): Promise<Held | null> {
  const id = 'token' in about ? readDeliveryToken(about.token) : null
  const wanted =
    'token' in about ? id !== null && eq(deliveries.id, id) : eq(deliveries.providerReference, about.providerReference)
  if (!wanted) return null
  const columns = { id: deliveries.id, subscriberId: deliveries.subscriberId, addressHash: deliveries.addressHash }
  const [found] = await tx.select(columns).from(deliveries).where(wanted).limit(1)
  if (!found) return null
  await tx.select({ id: subscribers.id }).from(subscribers).where(eq(subscribers.id, found.subscriberId)).for('no key update')
  const [held] = await tx.select(columns).from(deliveries).where(eq(deliveries.id, found.id)).for('no key update')
  return held ?? null
}

/** What is known of the delivery itself; a hard bounce is not made soft by what comes later. */
async function noteOn(tx: Transaction, id: number, { kind }: DeliveryReport, now: Date) {
  const one = eq(deliveries.id, id)
  if (provesSending(kind))
    await tx
      .update(deliveries)
      .set({ status: 'sent', endedAt: now })
      .where(and(one, eq(deliveries.status, 'uncertain')))
  switch (kind) {
    case 'hard_bounce':
      await tx
        .update(deliveries)
        .set({ bounce: 'hard', bouncedAt: sql`coalesce(${deliveries.bouncedAt}, ${now.toISOString()}::timestamptz)` })
        .where(one)
      return
    case 'soft_bounce':
      await tx
        .update(deliveries)
        .set({ bounce: 'soft', bouncedAt: now })
        .where(and(one, isNull(deliveries.bounce)))
      return
    case 'complaint':
      await tx
        .update(deliveries)
        .set({ complainedAt: now })
        .where(and(one, isNull(deliveries.complainedAt)))
      return
    case 'delayed':
    case 'delivered':
    case 'other':
      return
  }
}

async function actOn(tx: Transaction, { id, subscriberId, addressHash }: Held, { kind }: DeliveryReport, now: Date) {
  if (kind === 'hard_bounce' || kind === 'complaint') await suppress(tx, { addressHash, reason: kind, deliveryId: id }, now)
  if (kind === 'soft_bounce' && (await isTooSoft(tx, subscriberId, now)))
    await suppress(tx, { addressHash, reason: 'soft_bounces', deliveryId: id }, now)
}

async function isTooSoft(tx: Transaction, subscriberId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - softLimit.days * 86_400_000)
  const [row] = await tx
    .select({
      bounces: sql<number>`count(*)::int`,
      editions: sql<number>`count(distinct ${deliveries.editionId})::int`,
    })
    .from(deliveryReports)
    .innerJoin(deliveries, eq(deliveries.id, deliveryReports.deliveryId))
    .where(
      and(
        eq(deliveries.subscriberId, subscriberId),
        eq(deliveryReports.kind, 'soft_bounce'),
        gte(deliveryReports.receivedAt, since),
      ),
    )
  return row !== undefined && row.bounces >= softLimit.bounces && row.editions >= softLimit.editions
}
