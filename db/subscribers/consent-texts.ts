import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../client'
import { consentTexts } from './schema'

/** Keeps words that somebody agreed to, each once, and gives their id. */
export async function keepConsentText(tx: Transaction, language: string, body: string): Promise<string> {
  const sha256 = createHash('sha256').update(body).digest('hex')
  await tx.insert(consentTexts).values({ language, sha256, body }).onConflictDoNothing()
  const [kept] = await tx
    .select({ id: consentTexts.id })
    .from(consentTexts)
    .where(and(eq(consentTexts.language, language), eq(consentTexts.sha256, sha256)))
  if (!kept) throw new Error('A consent text was not kept.')
  return kept.id
}
