import { and, asc, eq } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db } from '../client'
import type { Newsletter } from './rules'
import { newsletters, newsletterTexts } from './schema'

/** The newsletters that take subscribers, as an edition presents them; the one it features comes first. */
export async function listOpenNewsletters(language: Language): Promise<Newsletter[]> {
  const rows = await db
    .select({
      id: newsletters.id,
      slug: newsletters.slug,
      language: newsletters.language,
      frequency: newsletters.frequency,
      featuredIn: newsletters.featuredIn,
      name: newsletterTexts.name,
      promise: newsletterTexts.promise,
    })
    .from(newsletters)
    .innerJoin(newsletterTexts, and(eq(newsletterTexts.newsletterId, newsletters.id), eq(newsletterTexts.language, language)))
    .where(eq(newsletters.isOpen, true))
    .orderBy(asc(newsletters.position), asc(newsletterTexts.name))
  const open = rows.map(({ featuredIn, ...row }) => ({
    ...row,
    language: isLanguage(row.language) ? row.language : rootLanguage,
    isFeatured: featuredIn.includes(language),
  }))
  return open.sort((one, other) => Number(other.isFeatured) - Number(one.isFeatured))
}
