import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { deliveries } from '../deliveries/schema'
import { listNewslettersNamed, type NamedNewsletter } from '../newsletters/queries'
import { newsletters } from '../newsletters/schema'
import { countSignUp } from './breaker'
import { recordConsent } from './consent'
import {
  beginSubscriptions,
  endSubscriptions,
  endSuppressions,
  holdByHash,
  holdById,
  listSubscribed,
  listSuppressions,
  type Subscriber,
} from './held'
import { suppressionEffects } from './rules'
import { confirmations, subscribers, subscriptions, suppressions } from './schema'
import { readConfirmationToken } from './tokens'

/** What a confirmation's address shows. */
export type ShownConfirmation =
  | { kind: 'open'; language: Language; newsletters: NamedNewsletter[] }
  /** `newsletters`: what the person receives now. */
  | { kind: 'confirmed'; language: Language; newsletters: NamedNewsletter[] }
  /** We may not write there; `isOwnWish` when that is because "never write to me again" was pressed. */
  | { kind: 'suppressed'; isOwnWish: boolean }
  /** It was genuine, and its time is over. */
  | { kind: 'lapsed' }
  | { kind: 'unknown' }

/** What a confirmation's address shows now. Reading it changes nothing. */
export async function findConfirmation(token: string, now: Date): Promise<ShownConfirmation> {
  const link = readConfirmationToken(token)
  if (!link) return { kind: 'unknown' }
  const found = (await listSuppressions(db, link.addressHash)).filter(({ newsletterId }) => newsletterId === null)
  const barring = found.find(({ reason }) => !suppressionEffects[reason].asked)
  if (barring) return { kind: 'suppressed', isOwnWish: barring.reason === 'never_again' }
  const [confirmation] = await db.select().from(confirmations).where(eq(confirmations.id, link.confirmationId))
  if (!confirmation) return { kind: 'lapsed' }
  const language = isLanguage(confirmation.language) ? confirmation.language : rootLanguage
  if (confirmation.confirmedAt) {
    const active = await listSubscribed(db, confirmation.subscriberId, 'active')
    return { kind: 'confirmed', language, newsletters: await listNewslettersNamed(active, language) }
  }
  if (confirmation.endsAt <= now) return { kind: 'lapsed' }
  return { kind: 'open', language, newsletters: await listNewslettersNamed(confirmation.newsletterIds, language) }
}

/**
 * Confirms a sign-up for those of its newsletters that are chosen, and makes whoever holds the mail a subscriber. Pressed twice, or at once in two
 * places, it is done once: `confirmed-before`. Whoever had left or was erased comes back by it; `suppressed` when we may not
 * write to them for another reason.
 */
export async function confirmSubscription(
  token: string,
  choice: readonly string[],
  now: Date,
): Promise<'confirmed' | 'confirmed-before' | 'none-chosen' | 'suppressed' | 'lapsed' | 'unknown'> {
  const link = readConfirmationToken(token)
  if (!link) return 'unknown'
  return db.transaction(async (tx) => {
    const subscriber = await holdByHash(tx, link.addressHash)
    const [confirmation] = await tx.select().from(confirmations).where(eq(confirmations.id, link.confirmationId))
    if (!subscriber || confirmation?.subscriberId !== subscriber.id) return 'lapsed'
    if (confirmation.confirmedAt) return 'confirmed-before'
    if (confirmation.endsAt <= now) return 'lapsed'
    const found = await listSuppressions(tx, link.addressHash)
    const lasting = found.filter(({ reason }) => !suppressionEffects[reason].ends)
    if (lasting.some(({ newsletterId }) => newsletterId === null)) return 'suppressed'
    const barred = lasting.map(({ newsletterId }) => newsletterId)
    const offered = confirmation.newsletterIds.filter((id) => choice.includes(id) && !barred.includes(id))
    const chosen = await keepExisting(tx, offered)
    if (chosen.length === 0) return 'none-chosen'
    await becomeActive(tx, subscriber, confirmation, chosen, now)
    return 'confirmed'
  })
}

type Confirmation = typeof confirmations.$inferSelect

async function becomeActive(tx: Transaction, subscriber: Subscriber, confirmation: Confirmation, chosen: string[], now: Date) {
  const { addressHash } = subscriber
  const { language, consentTextId } = confirmation
  await tx.update(confirmations).set({ confirmedAt: now }).where(eq(confirmations.id, confirmation.id))
  await tx
    .update(subscribers)
    .set({ status: 'active', confirmedAt: subscriber.confirmedAt ?? now })
    .where(eq(subscribers.id, subscriber.id))
  const source = 'newsletter_page' as const
  await beginSubscriptions(
    tx,
    chosen.map((newsletterId) => ({ subscriberId: subscriber.id, newsletterId, source })),
    now,
  )
  const released = await endSuppressions(tx, addressHash, chosen)
  await recordConsent(tx, [
    ...chosen.map((newsletterId) => ({
      addressHash,
      kind: 'confirmed' as const,
      newsletterId,
      consentTextId,
      language,
      at: now,
    })),
    ...released.map(({ newsletterId, reason }) => ({
      addressHash,
      kind: 'released' as const,
      language,
      at: now,
      details: { reason },
      ...(newsletterId && { newsletterId }),
    })),
  ])
  await countSignUp(tx, 'confirmed', now)
}

/**
 * Never again is anything written to the address that a confirmation was sent to, nor is it kept: only its hash stays, so that no import and no
 * sign-up by others brings it back. Works as long as the mail is kept, and any number of times.
 */
export async function neverWriteAgain(token: string, now: Date): Promise<'suppressed' | 'unknown'> {
  const link = readConfirmationToken(token)
  if (!link) return 'unknown'
  const { addressHash } = link
  return db.transaction(async (tx) => {
    const subscriber = await holdByHash(tx, addressHash)
    const [known] = (await listSuppressions(tx, addressHash)).filter(({ newsletterId }) => newsletterId === null)
    if (known?.reason === 'never_again') return 'suppressed' as const
    const language = subscriber?.language ?? rootLanguage
    // Whoever bounced, complained or was barred by the staff stays so: that is harder to come back from.
    if (known && suppressionEffects[known.reason].asked)
      await tx
        .update(suppressions)
        .set({ reason: 'never_again' })
        .where(and(eq(suppressions.addressHash, addressHash), isNull(suppressions.newsletterId)))
    else await tx.insert(suppressions).values({ addressHash, reason: 'never_again', createdAt: now }).onConflictDoNothing()
    const ended = subscriber ? await endSubscriptions(tx, subscriber.id, 'never_again', now) : []
    if (subscriber) await forgetPending(tx, subscriber, now)
    await recordConsent(tx, [
      ...ended.map((newsletterId) => ({ addressHash, kind: 'left' as const, newsletterId, language, at: now })),
      { addressHash, kind: 'suppressed', language, at: now, details: { reason: 'never_again' } },
    ])
    return 'suppressed' as const
  })
}

/** Takes "never again" back, by the mail in which it was said. It begins nothing: the person signs up anew. */
export async function allowAgain(token: string, now: Date): Promise<'allowed' | 'suppressed' | 'unknown'> {
  const link = readConfirmationToken(token)
  if (!link) return 'unknown'
  const { addressHash } = link
  return db.transaction(async (tx) => {
    const [released] = await tx
      .delete(suppressions)
      .where(
        and(eq(suppressions.addressHash, addressHash), eq(suppressions.reason, 'never_again'), isNull(suppressions.newsletterId)),
      )
      .returning({ id: suppressions.id })
    if (released) {
      const details = { reason: 'never_again' }
      await recordConsent(tx, [{ addressHash, kind: 'released', language: rootLanguage, at: now, details }])
      return 'allowed' as const
    }
    const others = await listSuppressions(tx, addressHash)
    return others.some(({ newsletterId }) => newsletterId === null) ? ('suppressed' as const) : ('allowed' as const)
  })
}

/** Removes what waits to be confirmed, and with it whoever never confirmed anything. */
async function forgetPending(tx: Transaction, { id, status }: Pick<Subscriber, 'id' | 'status'>, now: Date): Promise<void> {
  await tx.delete(subscriptions).where(and(eq(subscriptions.subscriberId, id), eq(subscriptions.status, 'pending')))
  await tx.delete(confirmations).where(and(eq(confirmations.subscriberId, id), isNull(confirmations.confirmedAt)))
  if (status === 'pending') await forgetUnconfirmed(tx, id, now)
}

/** Removes somebody who never confirmed anything; whose row is named elsewhere, because they were here before, keeps it without the address. */
async function forgetUnconfirmed(tx: Transaction, id: string, now: Date) {
  const [subscription] = await tx.select().from(subscriptions).where(eq(subscriptions.subscriberId, id)).limit(1)
  const [delivery] = await tx.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.subscriberId, id)).limit(1)
  if (!subscription && !delivery) await tx.delete(subscribers).where(eq(subscribers.id, id))
  else
    await tx
      .update(subscribers)
      .set({ status: 'erased', address: null, erasedAt: now, timeZone: null, pausedUntil: null })
      .where(eq(subscribers.id, id))
}

async function keepExisting(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: newsletters.id })
    .from(newsletters)
    .where(inArray(newsletters.id, [...ids]))
  return rows.map(({ id }) => id)
}

/** For the sweep, which knows people by id. */
export async function forgetPendingOf(tx: Transaction, id: string, now: Date): Promise<void> {
  const subscriber = await holdById(tx, id)
  if (subscriber) await forgetPending(tx, subscriber, now)
}
