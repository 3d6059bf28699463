import { asc, eq } from 'drizzle-orm'
import { csvLine } from '../../lib/csv'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { newsletterEditions } from '../newsletter-editions/schema'
import { newsletters } from '../newsletters/schema'
import { consentEvents, consentTexts, subscribers, subscriptions } from './schema'
import { readPreferenceToken } from './tokens'

/** Everything that is kept of a subscriber, as they are given it: one list of rows for each kind of thing. */
export type SubscriberExport = {
  subscriber: Row[]
  subscriptions: Row[]
  consents: Row[]
  deliveries: Row[]
}
type Row = Record<string, unknown>

/** What is kept of whom a link belongs to; null when the link is over. Reading it changes nothing. */
export async function exportSubscriber(token: string, now: Date): Promise<SubscriberExport | null> {
  const link = readPreferenceToken(token)
  if (!link || link.endsAt <= now) return null
  const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.id, link.subscriberId))
  if (subscriber?.status !== 'active' || subscriber.linkVersion !== link.linkVersion) return null
  const { id, addressHash } = subscriber
  const [own, consents, sent] = await Promise.all([listSubscriptions(id), listConsents(addressHash), listDeliveries(id)])
  const { address, status, language, timeZone, pausedUntil, confirmedAt, createdAt } = subscriber
  return {
    subscriber: [{ address, status, language, timeZone, pausedUntil, confirmedAt, createdAt }],
    subscriptions: own,
    consents,
    deliveries: sent,
  }
}

/** An export as lines of CSV: one for each thing that is known, with what it is of, so that one file holds lists of different shapes. */
export function exportLines(exported: SubscriberExport): string[] {
  const lines = Object.entries(exported).flatMap(([kind, rows]) =>
    rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => csvLine([kind, String(at + 1), field, told(value)]))),
  )
  return [csvLine(['kind', 'number', 'field', 'value']), ...lines]
}

function told(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function listSubscriptions(subscriberId: string) {
  return db
    .select({
      newsletter: newsletters.slug,
      status: subscriptions.status,
      source: subscriptions.source,
      sourcePath: subscriptions.sourcePath,
      requestedAt: subscriptions.requestedAt,
      confirmedAt: subscriptions.confirmedAt,
      endedAt: subscriptions.endedAt,
      end: subscriptions.end,
    })
    .from(subscriptions)
    .innerJoin(newsletters, eq(newsletters.id, subscriptions.newsletterId))
    .where(eq(subscriptions.subscriberId, subscriberId))
    .orderBy(asc(newsletters.slug))
}

function listConsents(addressHash: string) {
  return db
    .select({
      at: consentEvents.at,
      kind: consentEvents.kind,
      newsletter: newsletters.slug,
      language: consentEvents.language,
      sourcePath: consentEvents.sourcePath,
      words: consentTexts.body,
      details: consentEvents.details,
    })
    .from(consentEvents)
    .leftJoin(newsletters, eq(newsletters.id, consentEvents.newsletterId))
    .leftJoin(consentTexts, eq(consentTexts.id, consentEvents.consentTextId))
    .where(eq(consentEvents.addressHash, addressHash))
    .orderBy(asc(consentEvents.id))
}

function listDeliveries(subscriberId: string) {
  return db
    .select({
      newsletter: newsletters.slug,
      edition: newsletterEditions.number,
      subject: newsletterEditions.subject,
      status: deliveries.status,
      endedAt: deliveries.endedAt,
      reply: deliveries.reply,
      bounce: deliveries.bounce,
      bouncedAt: deliveries.bouncedAt,
      complainedAt: deliveries.complainedAt,
      leftAt: deliveries.leftAt,
    })
    .from(deliveries)
    .innerJoin(newsletterEditions, eq(newsletterEditions.id, deliveries.editionId))
    .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
    .where(eq(deliveries.subscriberId, subscriberId))
    .orderBy(asc(deliveries.id))
}
