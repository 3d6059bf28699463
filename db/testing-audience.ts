import { randomUUID } from 'node:crypto'
import { db } from './client'
import { deliveries } from './deliveries/schema'
import { newsletterEditions } from './newsletter-editions/schema'
import { newsletters, newsletterTexts } from './newsletters/schema'
import { addressHashOf, readAddress } from './subscribers/addresses'
import { subscribers, subscriptions } from './subscribers/schema'

/** A newsletter that takes subscribers. */
export async function makeNewsletter(slug: string, senderAddress = `${slug}@news.example`): Promise<string> {
  const [row] = await db
    .insert(newsletters)
    .values({ slug, language: 'en', senderName: slug, senderAddress })
    .returning({ id: newsletters.id })
  if (!row) throw new Error('An insert returned no row.')
  await db.insert(newsletterTexts).values({ newsletterId: row.id, language: 'en', name: `The ${slug}`, promise: 'a letter' })
  return row.id
}

/** Somebody who has confirmed, and receives these newsletters since then. */
export async function makeSubscriber(address: string, newsletterIds: readonly string[], confirmedAt: Date) {
  const read = readAddress(address)
  if (!read) throw new Error(`No address: ${address}`)
  const addressHash = addressHashOf(read.normal)
  const [row] = await db
    .insert(subscribers)
    .values({ address: read.address, addressHash, status: 'active', language: 'en', confirmedAt, createdAt: confirmedAt })
    .returning({ id: subscribers.id })
  if (!row) throw new Error('An insert returned no row.')
  const own = { subscriberId: row.id, status: 'active', source: 'article', requestedAt: confirmedAt, confirmedAt } as const
  if (newsletterIds.length > 0)
    await db.insert(subscriptions).values(newsletterIds.map((newsletterId) => ({ newsletterId, ...own })))
  return { id: row.id, addressHash }
}

/** A newsletter edition whose audience is frozen and which is being sent. */
export async function makeSending(newsletterId: string, number: number, now: Date, frozenCount = 1): Promise<string> {
  const [row] = await db
    .insert(newsletterEditions)
    .values({
      newsletterId,
      number,
      status: 'sending',
      subject: `Number ${number}`,
      approvedById: randomUUID(),
      approvedVersion: 1,
      approvedAt: now,
      frozenAt: now,
      drawnAt: now,
      frozenCount,
      exclusions: { paused: 0, suppressed: 0, repeated: 0 },
      startedAt: now,
    })
    .returning({ id: newsletterEditions.id })
  if (!row) throw new Error('An insert returned no row.')
  return row.id
}

/** One mail of a newsletter edition to somebody. */
export async function makeDelivery(
  editionId: string,
  subscriber: { id: string; addressHash: string },
  wishes: Partial<typeof deliveries.$inferInsert> & { at: Date },
): Promise<number> {
  const { at, ...overrides } = wishes
  const [row] = await db
    .insert(deliveries)
    .values({
      editionId,
      subscriberId: subscriber.id,
      addressHash: subscriber.addressHash,
      language: 'en',
      nextAt: at,
      status: 'sent',
      endedAt: ['queued', 'uncertain'].includes(overrides.status ?? 'sent') ? null : at,
      ...overrides,
    })
    .returning({ id: deliveries.id })
  if (!row) throw new Error('An insert returned no row.')
  return row.id
}
