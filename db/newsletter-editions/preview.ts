import { eq } from 'drizzle-orm'
import { isLanguage, rootLanguage } from '../../lib/languages'
import { db } from '../client'
import { newsletters } from '../newsletters/schema'
import { findLook } from './contents'
import type { NewsletterLook } from './look'
import type { EditionInput } from './rules'
import { newsletterEditions } from './schema'

/** What an edition shows whose recipients read its own language: as it is kept, or with what somebody has made of it and not saved. */
export async function findPreview(editionId: string, unsaved: EditionInput | null, now: Date): Promise<NewsletterLook | null> {
  const [row] = await db
    .select({ newsletterId: newsletters.id, language: newsletters.language })
    .from(newsletterEditions)
    .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
    .where(eq(newsletterEditions.id, editionId))
  if (!row) return null
  const { newsletterId, language } = row
  const what = unsaved ? { newsletterId, editionId, ...unsaved } : editionId
  return findLook(db, what, isLanguage(language) ? language : rootLanguage, now)
}
