import { eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import type { NewsletterTexts } from './rules'
import { newsletters, newsletterTexts } from './schema'

/** Changes what a newsletter is called and promises, in every edition at once. */
export async function describeNewsletter(
  actor: Actor,
  { id, texts }: NewsletterTexts,
  now: Date,
): Promise<'described' | 'unknown' | 'not-allowed' | 'ask-again'> {
  const decision = decide(actor, 'settings.edit', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const [newsletter] = await tx.select({ id: newsletters.id }).from(newsletters).where(eq(newsletters.id, id)).for('update')
    if (!newsletter) return 'unknown'
    await tx.delete(newsletterTexts).where(eq(newsletterTexts.newsletterId, id))
    await tx.insert(newsletterTexts).values(texts.map((text) => ({ newsletterId: id, ...text })))
    await announce(tx, 'change', [tagOf.newsletters])
    await record(tx, actor, { action: 'newsletter.described', subjectId: id, at: now })
    return 'described'
  })
}
