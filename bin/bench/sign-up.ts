import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { newsletters, newsletterTexts } from '../../db/newsletters/schema'
import { addressHashOf } from '../../db/subscribers/addresses'
import { keepConsentText } from '../../db/subscribers/consent'
import { confirmations, subscribers, subscriptions, suppressions } from '../../db/subscribers/schema'
import { signUpStamp } from '../../db/subscribers/stamps'
import { takeSignUpStep } from '../../db/subscribers/steps'
import { type Figure, figure, milliseconds, quantile } from './figures'

const kinds = ['unknown', 'pending', 'active', 'suppressed'] as const
type Kind = (typeof kinds)[number]

const rounds = 150
/** Milliseconds by which the medians may differ, so that nobody can tell by the time whom we know. */
const goal = 50
const words = 'You agree to get the newsletters that you tick.'

/** How long the step of a sign-up takes that promises a mail, for addresses that we know and that we do not, taken in turns. */
export async function measureSignUp(): Promise<Figure[]> {
  const newsletterId = await makeNewsletter()
  const consentTextId = await keepConsentText('en', words)
  const times = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]))
  for (let round = 0; round < rounds; round++)
    for (const kind of kinds) {
      const email = await makeAddress(kind, newsletterId, consentTextId)
      const ms = await signUp(email, newsletterId, consentTextId, round * kinds.length + kinds.indexOf(kind))
      // The first ones wait for connections and plans.
      if (round >= 10) times.get(kind)?.push(ms)
    }
  await forget(newsletterId)
  const medians = kinds.map((kind) => quantile(times.get(kind) ?? [], 0.5))
  const apart = Math.max(...medians) - Math.min(...medians)
  return [
    figure('sign-up: medians apart by', milliseconds(apart), { words: `<= ${goal} ms`, isMet: apart <= goal }),
    ...kinds.map((kind, at) => {
      const p95 = quantile(times.get(kind) ?? [], 0.95)
      return figure(`  ${kind} address`, `p50 ${milliseconds(medians[at] ?? Number.NaN)}, p95 ${milliseconds(p95)}`)
    }),
  ]
}

async function signUp(email: string, newsletterId: string, consentTextId: string, number: number): Promise<number> {
  const now = new Date()
  const stamp = signUpStamp(consentTextId, new Date(now.getTime() - 5000))
  const input = { email, language: 'en' as const, newsletterIds: [newsletterId], source: 'article' as const, stamp }
  const from = { clientAddress: `10.${number >> 8}.${number & 255}.1` }
  const began = performance.now()
  const { kind } = await takeSignUpStep({ ...input, sourcePath: '/', proof: '', isTrapped: false }, words, from, now)
  const ms = performance.now() - began
  if (kind !== 'promised') throw new Error(`A sign-up was answered "${kind}".`)
  return ms
}

/** An address of its own domain that is what its kind says. */
async function makeAddress(kind: Kind, newsletterId: string, consentTextId: string): Promise<string> {
  const address = `reader@${randomUUID()}.example`
  const addressHash = addressHashOf(address)
  if (kind === 'suppressed') await db.insert(suppressions).values({ addressHash, reason: 'complaint' })
  if (kind !== 'pending' && kind !== 'active') return address
  const confirmedAt = kind === 'active' ? new Date() : null
  const [row] = await db
    .insert(subscribers)
    .values({ address, addressHash, language: 'en', status: kind, confirmedAt })
    .returning({ id: subscribers.id })
  const subscriberId = row?.id ?? ''
  await db.insert(subscriptions).values({ subscriberId, newsletterId, status: kind, source: 'article', confirmedAt })
  const endsAt = new Date(Date.now() + 86_400_000)
  if (kind === 'pending')
    await db.insert(confirmations).values({ subscriberId, newsletterIds: [newsletterId], consentTextId, language: 'en', endsAt })
  return address
}

async function makeNewsletter(): Promise<string> {
  const [row] = await db
    .insert(newsletters)
    .values({ slug: `bench-${randomUUID()}`, language: 'en' })
    .returning({ id: newsletters.id })
  const newsletterId = row?.id ?? ''
  await db.insert(newsletterTexts).values({ newsletterId, language: 'en', name: 'Measured', promise: 'figures' })
  return newsletterId
}

/** The pages that are measured afterwards are those of a publication without it. */
async function forget(newsletterId: string) {
  await db.execute(sql`truncate subscribers, suppressions, subscriber_requests, sign_up_hours, limits cascade`)
  await db.execute(sql`delete from newsletters where id = ${newsletterId}`)
}
