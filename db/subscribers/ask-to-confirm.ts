import type { Transaction } from '../client'
import { confirmations } from './schema'

/** Days in which somebody may confirm. */
const daysToConfirm = 7

export type Asked = {
  subscriberId: string
  address: string
  addressHash: string
  language: string
  newsletterIds: string[]
  consentTextId: string
}

/** Asks somebody once whether they want these newsletters, as part of the caller's transaction. Until they press the button nothing is sent to them. */
export async function askToConfirm(tx: Transaction, asked: Asked, now: Date): Promise<void> {
  const endsAt = new Date(now.getTime() + daysToConfirm * 86_400_000)
  const { subscriberId, newsletterIds, consentTextId, language } = asked
  await tx.insert(confirmations).values({ subscriberId, newsletterIds, consentTextId, language, endsAt, createdAt: now })
}
