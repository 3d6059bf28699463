import { addressOf } from '../../lib/addresses'
import type { Language } from '../../lib/languages'
import type { Transaction } from '../client'
import { queueMail } from '../mail/commands'
import { newsletterNames } from '../newsletters/queries'
import { confirmationDays } from './rules'
import { confirmations } from './schema'
import { confirmationToken } from './tokens'

export type Asked = {
  subscriberId: string
  address: string
  addressHash: string
  language: Language
  newsletterIds: string[]
  /** The words that they are said to have agreed to. */
  consentTextId: string
}

/**
 * Asks somebody by one mail whether they want these newsletters, as part of the caller's transaction. Until they press the button nothing is sent to
 * them; nothing that was typed stands in it.
 */
export async function askToConfirm(tx: Transaction, asked: Asked, now: Date): Promise<void> {
  const { subscriberId, address, addressHash, language, newsletterIds, consentTextId } = asked
  const endsAt = new Date(now.getTime() + confirmationDays * 86_400_000)
  const [confirmation] = await tx
    .insert(confirmations)
    .values({ subscriberId, newsletterIds, consentTextId, language, endsAt, createdAt: now })
    .returning({ id: confirmations.id })
  if (!confirmation) throw new Error('A confirmation was not written.')
  const path = addressOf.confirmNewsletters(language, confirmationToken({ confirmationId: confirmation.id, addressHash }))
  const newsletters = await newsletterNames(tx, newsletterIds, language)
  await queueMail(tx, {
    to: address,
    language,
    letter: { kind: 'newsletter-confirmation', path, newsletters, days: confirmationDays },
    uselessAfter: endsAt,
  })
}
