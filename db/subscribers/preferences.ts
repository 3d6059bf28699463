import { eq } from 'drizzle-orm'
import { dayAfter, dayOf, isDay, startOfDay } from '../../lib/days'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Reader, type Transaction } from '../client'
import { eraseAddress } from '../erasures/commands'
import { listNewslettersNamed, listOpenNewsletters, type NamedNewsletter } from '../newsletters/queries'
import { readAddress, readableAddress } from './addresses'
import { type Consent, recordConsent } from './consent'
import { beginSubscriptions, endSubscriptions, holdById, listSubscribed, type Subscriber } from './held'
import { isTimeZone, type PreferencesInput } from './rules'
import { subscribers } from './schema'
import { readPreferenceToken } from './tokens'

/** What somebody's preferences show. `newsletters` are those they receive and those they could. */
export type Preferences = {
  address: string
  language: Language
  timeZone: string | null
  /** The first day on which something is sent again; null when nothing is held back. */
  pausedUntil: string | null
  newsletters: (NamedNewsletter & { isChosen: boolean })[]
}

/** The preferences that a link opens; null when it is over, forged, or was ended. Reading them changes nothing. */
export async function findPreferences(
  token: string,
  language: Language,
  timeZone: string,
  now: Date,
): Promise<Preferences | null> {
  const link = readPreferenceToken(token)
  if (!link || link.endsAt <= now) return null
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, link.subscriberId))
  if (!row || !opens(row, link.linkVersion)) return null
  const active = await listSubscribed(db, row.id, 'active')
  const open = await listOpenNewsletters(language)
  const closed = active.filter((id) => !open.some((one) => one.id === id))
  const offered = [...open.map(({ id, name }) => ({ id, name })), ...(await listNewslettersNamed(closed, language))]
  const isPaused = row.pausedUntil !== null && row.pausedUntil > now
  return {
    address: readableAddress(row.address ?? ''),
    language: isLanguage(row.language) ? row.language : rootLanguage,
    timeZone: row.timeZone,
    pausedUntil: isPaused && row.pausedUntil ? dayOf(row.pausedUntil, row.timeZone ?? timeZone) : null,
    newsletters: offered.map(({ id, name }) => ({ id, name, isChosen: active.includes(id) })),
  }
}

/** What goes with a change: the words shown beside the choice, and the zone that days are meant in for who has told none. */
type Shown = { consentTextId: string; timeZone: string }

/**
 * Changes what somebody receives, until when nothing is sent, and in which language and time zone. Whoever holds the link has shown that the address
 * is theirs, so what they turn on begins at once.
 */
export async function changePreferences(
  token: string,
  input: PreferencesInput,
  shown: Shown,
  now: Date,
): Promise<'changed' | 'lapsed' | 'no-day' | 'past-day' | 'no-time-zone'> {
  if (input.timeZone !== '' && !isTimeZone(input.timeZone)) return 'no-time-zone'
  if (input.pausedUntil !== '' && !isDay(input.pausedUntil)) return 'no-day'
  const zone = input.timeZone || shown.timeZone
  const pausedUntil = input.pausedUntil === '' ? null : startOfDay(input.pausedUntil, zone)
  if (pausedUntil && (pausedUntil <= now || input.pausedUntil > dayAfter(dayOf(now, zone), longestPause))) return 'past-day'
  return inHand(token, now, async (tx, subscriber) => {
    const consents = [
      ...(await changeSubscriptions(tx, subscriber, input.newsletterIds, shown.consentTextId, now)),
      ...changesOf(subscriber, { ...input, pausedUntil }, now),
    ]
    const { language, timeZone } = input
    await tx
      .update(subscribers)
      .set({ language, timeZone: timeZone || null, pausedUntil })
      .where(eq(subscribers.id, subscriber.id))
    await recordConsent(tx, consents)
    return 'changed' as const
  })
}

/** Days for which newsletters can be paused: after that the person may rather leave. */
const longestPause = 366

/**
 * Erases somebody by their own wish: nothing is left but the hash of their address, which keeps imports from bringing them back. They may sign up
 * again and confirm it. Noted in the journal of erasures, so that a restored backup does not bring them back either.
 */
export async function eraseSubscriber(token: string, now: Date): Promise<'erased' | 'lapsed'> {
  const link = readPreferenceToken(token)
  if (!link || link.endsAt <= now) return 'lapsed'
  return db.transaction(async (tx) => {
    // Not held yet: the erasure takes what was asked for first, as whoever answers it does.
    const subscriber = await findById(tx, link.subscriberId)
    const normal = subscriber?.address ? readAddress(subscriber.address)?.normal : undefined
    if (!subscriber || normal === undefined || !opens(subscriber, link.linkVersion)) return 'lapsed'
    await eraseAddress(tx, normal, now)
    return 'erased'
  })
}

/** Does something to whom a link belongs while it is good. */
async function inHand<Outcome>(token: string, now: Date, work: (tx: Transaction, subscriber: Subscriber) => Promise<Outcome>) {
  const link = readPreferenceToken(token)
  if (!link || link.endsAt <= now) return 'lapsed' as const
  return db.transaction(async (tx) => {
    const subscriber = await holdById(tx, link.subscriberId)
    return subscriber && opens(subscriber, link.linkVersion) ? work(tx, subscriber) : ('lapsed' as const)
  })
}

async function changeSubscriptions(
  tx: Transaction,
  { id, addressHash, language }: Subscriber,
  wanted: readonly string[],
  consentTextId: string,
  now: Date,
): Promise<Consent[]> {
  const active = await listSubscribed(tx, id, 'active')
  const open = await listNewslettersNamed(wanted, language, 'open')
  const begun = open.map((one) => one.id).filter((one) => !active.includes(one))
  const source = 'preferences' as const
  await beginSubscriptions(
    tx,
    begun.map((newsletterId) => ({ subscriberId: id, newsletterId, source })),
    now,
  )
  const unwanted = active.filter((one) => !wanted.includes(one))
  const left = await endSubscriptions(tx, id, 'preferences', now, unwanted)
  const about = { addressHash, language, at: now }
  return [
    ...begun.map((newsletterId) => ({ ...about, kind: 'confirmed' as const, newsletterId, consentTextId })),
    ...left.map((newsletterId) => ({ ...about, kind: 'left' as const, newsletterId, details: { how: 'preferences' } })),
  ]
}

/** The pause and the particulars that are other than before, as the ledger has them. */
function changesOf(
  before: Subscriber,
  after: { pausedUntil: Date | null; language: string; timeZone: string },
  at: Date,
): Consent[] {
  const about = { addressHash: before.addressHash, language: after.language, at }
  const wasPaused = before.pausedUntil && before.pausedUntil > at ? before.pausedUntil.getTime() : null
  const consents: Consent[] = []
  if (after.pausedUntil && after.pausedUntil.getTime() !== wasPaused)
    consents.push({ ...about, kind: 'paused', details: { until: after.pausedUntil.toISOString() } })
  if (!after.pausedUntil && wasPaused) consents.push({ ...about, kind: 'resumed' })
  const { language, timeZone } = after
  if (language !== before.language || (timeZone || null) !== before.timeZone)
    consents.push({ ...about, kind: 'changed', details: { language, timeZone } })
  return consents
}

async function findById(reader: Reader, id: string): Promise<Subscriber | null> {
  const [row] = await reader.select().from(subscribers).where(eq(subscribers.id, id))
  return row ?? null
}

function opens({ status, linkVersion }: Subscriber, version: number): boolean {
  return status === 'active' && linkVersion === version
}
