import { desc, eq } from 'drizzle-orm'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { newsletterEditions } from '../newsletter-editions/schema'
import { nameIn } from '../newsletters/newsletter-name'
import { newsletters } from '../newsletters/schema'
import { people } from '../people/schema'
import { consentEvents, consentTexts, subscribers, subscriptions, suppressions } from './schema'

/** So many deliveries and consents of one person are shown, the newest. */
const mostShown = 100

/** All that is known of one subscriber: what they receive, what they agreed to in which words, what was sent to them; null for an unknown one. */
export async function findSubscriberRecord(id: string, language: string) {
  const [subscriber] = await db
    .select({
      id: subscribers.id,
      address: subscribers.address,
      addressHash: subscribers.addressHash,
      status: subscribers.status,
      language: subscribers.language,
      timeZone: subscribers.timeZone,
      pausedUntil: subscribers.pausedUntil,
      confirmedAt: subscribers.confirmedAt,
      erasedAt: subscribers.erasedAt,
      createdAt: subscribers.createdAt,
    })
    .from(subscribers)
    .where(eq(subscribers.id, id))
  if (!subscriber) return null
  const { addressHash, ...shown } = subscriber
  const [own, consents, sent, held] = await Promise.all([
    listOwnSubscriptions(id, language),
    listConsents(addressHash, language),
    listOwnDeliveries(id, language),
    listOwnSuppressions(addressHash, language),
  ])
  return { ...shown, subscriptions: own, consents, deliveries: sent, suppressions: held }
}

function listOwnSubscriptions(subscriberId: string, language: string) {
  return db
    .select({
      newsletterId: newsletters.id,
      name: nameIn(language),
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
    .orderBy(newsletters.position, newsletters.slug)
}

function listConsents(addressHash: string, language: string) {
  return db
    .select({
      id: consentEvents.id,
      at: consentEvents.at,
      kind: consentEvents.kind,
      newsletter: nameIn(language),
      newsletterId: consentEvents.newsletterId,
      text: consentTexts.body,
      textLanguage: consentTexts.language,
      sourcePath: consentEvents.sourcePath,
      personName: people.name,
      details: consentEvents.details,
    })
    .from(consentEvents)
    .leftJoin(newsletters, eq(newsletters.id, consentEvents.newsletterId))
    .leftJoin(consentTexts, eq(consentTexts.id, consentEvents.consentTextId))
    .leftJoin(people, eq(people.id, consentEvents.personId))
    .where(eq(consentEvents.addressHash, addressHash))
    .orderBy(desc(consentEvents.id))
    .limit(mostShown)
}

function listOwnDeliveries(subscriberId: string, language: string) {
  return db
    .select({
      id: deliveries.id,
      editionId: deliveries.editionId,
      newsletter: nameIn(language),
      number: newsletterEditions.number,
      subject: newsletterEditions.subject,
      status: deliveries.status,
      skip: deliveries.skip,
      endedAt: deliveries.endedAt,
      enhancedCode: deliveries.enhancedCode,
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
    .orderBy(desc(deliveries.id))
    .limit(mostShown)
}

function listOwnSuppressions(addressHash: string, language: string) {
  return db
    .select({
      id: suppressions.id,
      reason: suppressions.reason,
      newsletterId: suppressions.newsletterId,
      newsletter: nameIn(language),
      personName: people.name,
      createdAt: suppressions.createdAt,
    })
    .from(suppressions)
    .leftJoin(newsletters, eq(newsletters.id, suppressions.newsletterId))
    .leftJoin(people, eq(people.id, suppressions.personId))
    .where(eq(suppressions.addressHash, addressHash))
    .orderBy(desc(suppressions.createdAt))
}
