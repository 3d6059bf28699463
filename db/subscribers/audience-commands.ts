import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { eraseAddress } from '../erasures/commands'
import { record } from '../events/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { addressHashOf, readAddress } from './addresses'
import { consentEvents, subscribers, suppressions } from './schema'
import { endAndRecord, suppress } from './suppress'
import { releaseOf } from './suppression-rules'

type Refused = 'unknown' | 'not-allowed' | 'ask-again'

/** Ends somebody's subscription to a newsletter, as they asked the staff for it; an import cannot bring it back. */
export async function endSubscription(
  actor: Actor,
  { subscriberId, newsletterId }: { subscriberId: string; newsletterId: string },
  now: Date,
): Promise<'ended' | 'ended-before' | Refused> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const subscriber = await hold(tx, subscriberId)
    if (!subscriber) return 'unknown'
    const { personId } = actor
    const who = { subscriberId, newsletterId, addressHash: subscriber.addressHash, end: 'staff', personId } as const
    if ((await endAndRecord(tx, who, now)) === 0) return 'ended-before'
    await record(tx, actor, { action: 'subscriber.ended', subjectId: subscriberId, at: now, details: { newsletterId } })
    return 'ended'
  })
}

/** Writes to somebody never again, wherever they are subscribed. */
export async function suppressSubscriber(
  actor: Actor,
  subscriberId: string,
  now: Date,
): Promise<'suppressed' | 'suppressed-before' | Refused> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const subscriber = await hold(tx, subscriberId)
    if (!subscriber) return 'unknown'
    const { addressHash } = subscriber
    if (!(await suppress(tx, { addressHash, reason: 'staff', personId: actor.personId }, now))) return 'suppressed-before'
    await record(tx, actor, { action: 'subscriber.suppressed', subjectId: subscriberId, at: now })
    return 'suppressed'
  })
}

/** Erases somebody who asked the staff for it: their address and what is theirs are gone for good, and no import brings them back. */
export async function eraseFromAudience(actor: Actor, subscriberId: string, now: Date): Promise<'erased' | Refused> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const [subscriber] = await tx
      .select({ address: subscribers.address })
      .from(subscribers)
      .where(eq(subscribers.id, subscriberId))
    const address = subscriber?.address ? readAddress(subscriber.address) : null
    if (!address) return 'unknown'
    const subject = await eraseAddress(tx, address.normal, now)
    await record(tx, actor, { action: 'reader.erased', subjectId: null, details: { subject }, at: now })
    return 'erased'
  })
}

/** Puts an address on the list of those who are not written to; kept as its hash alone. */
export async function addSuppression(
  actor: Actor,
  typed: string,
  now: Date,
): Promise<'suppressed' | 'suppressed-before' | 'no-address' | Exclude<Refused, 'unknown'>> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  const address = readAddress(typed)
  if (!address) return 'no-address'
  return db.transaction(async (tx) => {
    const addressHash = addressHashOf(address.normal)
    if (!(await suppress(tx, { addressHash, reason: 'staff', personId: actor.personId }, now))) return 'suppressed-before'
    await record(tx, actor, { action: 'suppression.added', subjectId: null, at: now })
    return 'suppressed'
  })
}

export type Released = 'released' | 'words-needed' | 'never' | Refused

/**
 * Lets an address be written to again, when they ask for it themselves: no subscription comes back by it. What somebody complained about or forbade is
 * released for a reason only, and what was erased never.
 */
export async function releaseSuppression(
  actor: Actor,
  { id, words }: { id: string; words: string },
  now: Date,
): Promise<Released> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx): Promise<Released> => {
    const [held] = await tx.select().from(suppressions).where(eq(suppressions.id, id)).for('update')
    if (!held) return 'unknown'
    const how = releaseOf(held.reason)
    if (how === 'never') return 'never'
    if (how === 'with-words' && words === '') return 'words-needed'
    const { addressHash, newsletterId, reason } = held
    const [subscriber] = await tx.select().from(subscribers).where(eq(subscribers.addressHash, addressHash))
    await tx.delete(suppressions).where(eq(suppressions.id, id))
    await tx.insert(consentEvents).values({
      at: now,
      addressHash,
      kind: 'released',
      newsletterId,
      language: subscriber?.language ?? 'en',
      personId: actor.personId,
      details: { reason, words },
    })
    const subjectId = subscriber?.id ?? null
    await record(tx, actor, { action: 'subscriber.released', subjectId, at: now, details: { reason } })
    return 'released'
  })
}

/** Notes that somebody takes the audience out as a file. */
export async function beginExport(actor: Actor, now: Date): Promise<'begun' | 'not-allowed' | 'ask-again'> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  await db.transaction((tx) => record(tx, actor, { action: 'audience.exported', subjectId: null, at: now }))
  return 'begun'
}

async function hold(tx: Transaction, id: string) {
  const [subscriber] = await tx
    .select({ addressHash: subscribers.addressHash })
    .from(subscribers)
    .where(eq(subscribers.id, id))
    .for('no key update')
  return subscriber
}
