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

/** Every newsletter with its texts in all languages, for the settings. */
export async function listNewsletterTexts() {
  const rows = await db
    .select({
      id: newsletters.id,
      slug: newsletters.slug,
      language: newsletterTexts.language,
      name: newsletterTexts.name,
      promise: newsletterTexts.promise,
    })
    .from(newsletters)
    .leftJoin(newsletterTexts, eq(newsletterTexts.newsletterId, newsletters.id))
    .orderBy(newsletters.position, newsletters.slug)
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    slug: own[0]?.slug ?? '',
    texts: own.flatMap(({ language, name, promise }) =>
      language && name !== null ? [{ language, name, promise: promise ?? '' }] : [],
    ),
  }))
}
