import { and, eq, inArray } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { readDeliveryToken } from '../deliveries/tokens'
import { enqueue } from '../jobs/commands'
import { takeTurn } from '../limits/commands'
import { newsletters } from '../newsletters/schema'
import { domainOfAddress } from '../sending-domains/rules'
import { addressHashOf, readAddress } from './addresses'
import { countSignUp, findBreaker } from './breaker'
import { networkHashOf, networkOf } from './networks'
import { subscriberRequests } from './request-schema'
import type { SignUpSource } from './rules'
import { subscribers } from './schema'
import { askingLimits } from './sign-up-rules'
import { readConfirmationToken } from './tokens'

/** Where something was asked from. */
export type Circumstances = { clientAddress: string }

/** A sign-up that has passed both steps. `proof`: a confirmation token that is over, held by whoever asks anew; empty for none. */
export type SubscriptionRequest = {
  email: string
  language: Language
  newsletterIds: readonly string[]
  source: SignUpSource
  sourcePath: string
  consentTextId: string
  proof: string
}

/**
 * Promises somebody a mail that asks whether they want these newsletters: one mail for all of them. What is done and answered here is the same for
 * every address, whether we know it or not; a job looks it up and decides. `too-many` is said of networks, domains and all together, never of an
 * address.
 */
export async function requestSubscription(
  request: SubscriptionRequest,
  circumstances: Circumstances,
  now: Date,
): Promise<'promised' | 'not-an-address' | 'none-open' | 'too-many'> {
  const read = readAddress(request.email)
  if (!read) return 'not-an-address'
  const newsletterIds = await listOpen(request.newsletterIds)
  if (newsletterIds.length === 0) return 'none-open'
  if (!(await mayAsk('sign-up', read.normal, circumstances, now))) return 'too-many'
  const addressHash = addressHashOf(read.normal)
  await promise({
    kind: 'subscription',
    address: read.address,
    addressHash,
    language: request.language,
    newsletterIds,
    source: request.source,
    sourcePath: request.sourcePath,
    consentTextId: request.consentTextId,
    networkHash: networkHashOf(networkOf(circumstances.clientAddress)),
    hasProof: readConfirmationToken(request.proof)?.addressHash === addressHash,
    createdAt: now,
  })
  return 'promised'
}

/** Promises somebody a link to their preferences, if there are any. What is done and answered here is the same for every address. */
export async function requestPreferenceLink(
  { email, language }: { email: string; language: Language },
  circumstances: Circumstances,
  now: Date,
): Promise<'promised' | 'not-an-address' | 'too-many'> {
  const read = readAddress(email)
  if (!read) return 'not-an-address'
  if (!(await mayAsk('preferences', read.normal, circumstances, now))) return 'too-many'
  await promise({
    kind: 'preferences',
    address: read.address,
    addressHash: addressHashOf(read.normal),
    language,
    networkHash: networkHashOf(networkOf(circumstances.clientAddress)),
    createdAt: now,
  })
  return 'promised'
}

/**
 * Promises a link to the preferences to whom a delivery went, for whoever holds its link. They may hold it because it was forwarded to them, so it
 * goes to the subscriber.
 */
export async function requestLinkOfDelivery(
  token: string,
  circumstances: Circumstances,
  now: Date,
): Promise<'promised' | 'unknown' | 'too-many'> {
  const deliveryId = readDeliveryToken(token)
  if (deliveryId === null) return 'unknown'
  const [to] = await db
    .select({ address: subscribers.address, addressHash: subscribers.addressHash, language: subscribers.language })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(eq(deliveries.id, deliveryId))
  if (!to) return 'unknown'
  if (to.address === null) return 'promised'
  const { network } = askingLimits.usual
  if (!(await takeTurn(db, `preferences ${networkOf(circumstances.clientAddress)}`, network, now))) return 'too-many'
  await promise({ kind: 'preferences', ...to, address: to.address, createdAt: now })
  return 'promised'
}

/** A turn for the network, and one for all who ask for addresses of one domain. What asks for one kind of mail uses up nothing of another. */
async function mayAsk(kind: 'sign-up' | 'preferences', normal: string, { clientAddress }: Circumstances, now: Date) {
  const isSignUp = kind === 'sign-up'
  if (isSignUp) await countSignUp(db, 'requested', now)
  const isUnusual = isSignUp && (await findBreaker(now)).kind !== 'closed'
  const { network, domain } = isUnusual ? askingLimits.strict : askingLimits.usual
  return (
    (await takeTurn(db, `${kind} ${networkOf(clientAddress)}`, network, now)) &&
    (await takeTurn(db, `${kind} @${domainOfAddress(normal)}`, domain, now))
  )
}

async function listOpen(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: newsletters.id })
    .from(newsletters)
    .where(and(inArray(newsletters.id, [...ids]), eq(newsletters.isOpen, true)))
  return rows.map(({ id }) => id)
}

async function promise(request: typeof subscriberRequests.$inferInsert) {
  await db.transaction(async (tx) => {
    const [made] = await tx.insert(subscriberRequests).values(request).returning({ id: subscriberRequests.id })
    if (!made) throw new Error('A request was not written.')
    await enqueue(tx, { type: 'answer-subscriber-request', requestId: made.id })
  })
}
