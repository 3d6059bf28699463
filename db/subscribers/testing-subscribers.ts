import { eq } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { deliveryToken } from '../deliveries/tokens'
import { mails } from '../mail/schema'
import { newsletterEditions } from '../newsletter-editions/schema'
import { newsletters, newsletterTexts } from '../newsletters/schema'
import { answerRequest } from './answering'
import { confirmSubscription } from './confirming'
import { keepConsentText } from './consent'
import { subscriberRequests } from './request-schema'
import { requestSubscription, type SubscriptionRequest } from './requests'
import { subscribers } from './schema'

/** An open newsletter, with a name in English. */
export async function makeNewsletter(slug: string): Promise<string> {
  const [row] = await db.insert(newsletters).values({ slug, language: 'en' }).returning({ id: newsletters.id })
  if (!row) throw new Error('A newsletter was not written.')
  await db
    .insert(newsletterTexts)
    .values({ newsletterId: row.id, language: 'en', name: `The ${slug}`, promise: `what ${slug} is about` })
  return row.id
}

const words = 'You agree to get the newsletters that you chose.'

/** Asks for newsletters as the site does when both steps are passed. */
export async function ask(
  email: string,
  newsletterIds: readonly string[],
  now: Date,
  more: Partial<SubscriptionRequest & { clientAddress: string }> = {},
) {
  const { clientAddress = '192.0.2.7', ...rest } = more
  const consentTextId = await keepConsentText('en', words)
  const request = {
    email,
    language: 'en' as Language,
    newsletterIds,
    source: 'article' as const,
    sourcePath: '/news/x',
    proof: '',
  }
  return requestSubscription({ ...request, consentTextId, ...rest }, { clientAddress }, now)
}

/** Answers everything that was asked for, as the jobs do. */
export async function answerAll(now: Date) {
  const waiting = await db.select({ id: subscriberRequests.id }).from(subscriberRequests).orderBy(subscriberRequests.createdAt)
  const answers = []
  for (const { id } of waiting) answers.push(await answerRequest(id, now))
  return answers
}

/** The mails of a kind that wait for an address, oldest first: where each leads. */
export async function linksTo(address: string, kind: string): Promise<string[]> {
  const rows = await db.select().from(mails).where(eq(mails.toAddress, address)).orderBy(mails.createdAt)
  return rows.flatMap((mail) => (mail.kind === kind && mail.letter ? [mail.letter.path] : []))
}

/** The token of the newest mail of a kind to an address. */
export async function tokenTo(address: string, kind: string): Promise<string> {
  return (await linksTo(address, kind)).at(-1)?.split('/').at(-1) ?? ''
}

/** Somebody who has asked and confirmed; their id. */
export async function makeSubscriber(email: string, newsletterIds: readonly string[], now: Date): Promise<string> {
  await ask(email, newsletterIds, now, { clientAddress: `198.51.100.${email.length}` })
  await answerAll(now)
  const outcome = await confirmSubscription(await tokenTo(email, 'newsletter-confirmation'), newsletterIds, now)
  if (outcome !== 'confirmed') throw new Error(`Confirming answered ${outcome}.`)
  const [row] = await db.select({ id: subscribers.id }).from(subscribers).where(eq(subscribers.address, email))
  return row?.id ?? ''
}

let numbers = 0

/** An edition that was sent to somebody; the token that stands in it. */
export async function makeDelivery(newsletterId: string, subscriberId: string, now: Date): Promise<string> {
  numbers++
  const [edition] = await db
    .insert(newsletterEditions)
    .values({ newsletterId, number: numbers, subject: `Number ${numbers}` })
    .returning({ id: newsletterEditions.id })
  const [to] = await db.select().from(subscribers).where(eq(subscribers.id, subscriberId))
  const [delivery] = await db
    .insert(deliveries)
    .values({
      editionId: edition?.id ?? '',
      subscriberId,
      addressHash: to?.addressHash ?? '',
      language: 'en',
      status: 'sent',
      nextAt: now,
      endedAt: now,
      reply: '250 ok for somebody',
    })
    .returning({ id: deliveries.id })
  return deliveryToken(delivery?.id ?? 0)
}
