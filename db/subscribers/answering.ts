import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { takeSlidingTurn } from '../limits/commands'
import { queueMail } from '../mail/commands'
import { newsletterNames } from '../newsletters/queries'
import { foldedAddress, readAddress } from './addresses'
import { askToConfirm } from './ask-to-confirm'
import { countSignUp } from './breaker'
import { recordConsent } from './consent'
import { holdByHash, listSubscribed, listSuppressions, type Subscriber } from './held'
import { subscriberRequests } from './request-schema'
import { linkMinutes, suppressionEffects } from './rules'
import { confirmations, subscribers, subscriptions } from './schema'
import { type AskedMail, addressTurns, provenTurns } from './sign-up-rules'
import { preferenceToken } from './tokens'

type Request = typeof subscriberRequests.$inferSelect
type Answered = 'asked' | 'told' | 'link-sent' | 'nothing' | 'answered-before'

/**
 * Answers what somebody asked for by typing an address, by at most one mail to it. An address that we may not write to, or that was written to often
 * enough, gets none. The request is forgotten with its answer; run twice it is answered once.
 */
export async function answerRequest(requestId: string, now: Date): Promise<Answered> {
  return db.transaction(async (tx) => {
    const [request] = await tx.delete(subscriberRequests).where(eq(subscriberRequests.id, requestId)).returning()
    if (!request) return 'answered-before'
    const suppressions = await listSuppressions(tx, request.addressHash)
    if (suppressions.some(({ newsletterId, reason }) => newsletterId === null && !suppressionEffects[reason].asked))
      return 'nothing'
    const subscriber = await holdByHash(tx, request.addressHash)
    if (request.kind === 'preferences') return sendLink(tx, request, subscriber, now)
    const barred = suppressions.flatMap(({ newsletterId, reason }) => (suppressionEffects[reason].asked ? [] : [newsletterId]))
    const wanted = request.newsletterIds.filter((id) => !barred.includes(id))
    const active = subscriber?.status === 'active' ? await listSubscribed(tx, subscriber.id, 'active') : []
    const missing = wanted.filter((id) => !active.includes(id))
    if (missing.length > 0) return answerSignUp(tx, request, subscriber, missing, now)
    return wanted.length > 0 ? tellAlready(tx, request, wanted, now) : 'nothing'
  })
}

/** One mail for all that waits to be confirmed, with what was asked for before and not answered yet. */
async function answerSignUp(tx: Transaction, request: Request, known: Subscriber | null, missing: string[], now: Date) {
  if (!(await mayMail(tx, 'confirmation', request, now)) || !request.source || !request.consentTextId) return 'nothing'
  const { source, sourcePath, consentTextId, addressHash, networkHash } = request
  const language = languageOf(request)
  const subscriber = await beginSubscriber(tx, request, known)
  const newsletterIds = [...new Set([...missing, ...(await listWaiting(tx, subscriber.id, now))])]
  // Who left before stays so until they confirm: an import, or the next request, must see it.
  await tx
    .insert(subscriptions)
    .values(missing.map((newsletterId) => ({ subscriberId: subscriber.id, newsletterId, source, sourcePath, requestedAt: now })))
    .onConflictDoNothing()
  await recordConsent(
    tx,
    missing.map((newsletterId) => ({
      addressHash,
      kind: 'requested' as const,
      newsletterId,
      consentTextId,
      language,
      sourcePath,
      networkHash,
      at: request.createdAt,
    })),
  )
  const { address } = request
  await askToConfirm(tx, { subscriberId: subscriber.id, address, addressHash, language, newsletterIds, consentTextId }, now)
  await countSignUp(tx, 'asked', now)
  return 'asked'
}

/** Says that there is nothing to confirm, and where a link to the preferences is to be had: the mail itself opens nothing. */
async function tellAlready(tx: Transaction, request: Request, wanted: string[], now: Date) {
  if (!(await mayMail(tx, 'already', request, now))) return 'nothing'
  const language = languageOf(request)
  await queueMail(tx, {
    to: request.address,
    language,
    letter: {
      kind: 'newsletter-already',
      path: addressOf.newsletterPreferences(language),
      newsletters: await newsletterNames(tx, wanted, language),
    },
    uselessAfter: null,
  })
  return 'told'
}

async function sendLink(tx: Transaction, request: Request, subscriber: Subscriber | null, now: Date) {
  if (subscriber?.status !== 'active') return 'nothing'
  if (!(await mayMail(tx, 'preferences', request, now))) return 'nothing'
  const language = languageOf(request)
  const token = preferenceToken({ subscriberId: subscriber.id, linkVersion: subscriber.linkVersion }, now)
  await queueMail(tx, {
    to: subscriber.address ?? request.address,
    language,
    letter: { kind: 'newsletter-preferences', path: addressOf.preferencesOf(language, token), minutes: linkMinutes },
    uselessAfter: new Date(now.getTime() + linkMinutes * 60_000),
  })
  return 'link-sent'
}

/** Takes a turn for a mail of a kind to an address. */
async function mayMail(tx: Transaction, kind: AskedMail, { address, hasProof }: Request, now: Date): Promise<boolean> {
  const folded = foldedAddress(readAddress(address)?.normal ?? address)
  for (const { of, limit } of hasProof && kind === 'confirmation' ? provenTurns : addressTurns[kind])
    if (!(await takeSlidingTurn(tx, `${of} mail ${folded} ${limit.seconds}`, limit, now))) return false
  return true
}

/** The row of somebody who asks for the first time, or again after they were erased. */
async function beginSubscriber(tx: Transaction, request: Request, known: Subscriber | null): Promise<{ id: string }> {
  const { address, addressHash, language, createdAt } = request
  if (known && known.status !== 'erased') return known
  if (known) {
    const anew = { status: 'pending' as const, address, language, erasedAt: null, confirmedAt: null }
    await tx.update(subscribers).set(anew).where(eq(subscribers.id, known.id))
    return known
  }
  await tx.insert(subscribers).values({ address, addressHash, language, createdAt }).onConflictDoNothing()
  const made = await holdByHash(tx, addressHash)
  if (!made) throw new Error('A subscriber was not written.')
  return made
}

/** The newsletters of confirmations that can still be given. */
async function listWaiting(tx: Transaction, subscriberId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ newsletterIds: confirmations.newsletterIds })
    .from(confirmations)
    .where(and(eq(confirmations.subscriberId, subscriberId), gt(confirmations.endsAt, now), isNull(confirmations.confirmedAt)))
  const ids = [...new Set(rows.flatMap(({ newsletterIds }) => newsletterIds))]
  if (ids.length === 0) return []
  // What was confirmed by another mail meanwhile waits no more.
  const waiting = await tx
    .select({ newsletterId: subscriptions.newsletterId })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.subscriberId, subscriberId),
        inArray(subscriptions.newsletterId, ids),
        eq(subscriptions.status, 'pending'),
      ),
    )
  return waiting.map(({ newsletterId }) => newsletterId)
}

function languageOf({ language }: Request): Language {
  return isLanguage(language) ? language : rootLanguage
}
