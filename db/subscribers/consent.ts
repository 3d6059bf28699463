import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { db, type Reader, type Transaction } from '../client'
import type { ConsentDetails } from './rules'
import { consentEvents, consentTexts } from './schema'

/** Keeps the words that somebody is shown to agree to, exactly as they stand there, and returns what stands for them. */
export async function keepConsentText(language: string, body: string, reader: Reader = db): Promise<string> {
  const sha256 = createHash('sha256').update(body).digest('hex')
  const isSame = and(eq(consentTexts.language, language), eq(consentTexts.sha256, sha256))
  const find = () => reader.select({ id: consentTexts.id }).from(consentTexts).where(isSame)
  const [present] = await find()
  if (present) return present.id
  await reader.insert(consentTexts).values({ language, sha256, body }).onConflictDoNothing()
  const [kept] = await find()
  if (!kept) throw new Error('A text was not kept.')
  return kept.id
}

type ConsentKind = (typeof consentEvents.$inferInsert)['kind']

/** One thing that somebody agreed to or took back. */
export type Consent = {
  addressHash: string
  kind: ConsentKind
  language: string
  at: Date
  newsletterId?: string
  consentTextId?: string | null
  sourcePath?: string
  networkHash?: string | null
  details?: ConsentDetails
}

/** Writes into the consent ledger, as part of the caller's transaction. */
export async function recordConsent(tx: Transaction, consents: readonly Consent[]): Promise<void> {
  if (consents.length > 0) await tx.insert(consentEvents).values([...consents])
}
