import { and, asc, eq, inArray } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Reader } from '../client'
import { onOneLine } from '../mail/rules'
import type { Newsletter } from './rules'
import { newsletterSections, newsletters, newsletterTexts } from './schema'

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
  const placed = await db.select().from(newsletterSections)
  const open = rows.map(({ featuredIn, ...row }) => ({
    ...row,
    sectionIds: placed.flatMap(({ newsletterId, sectionId }) => (newsletterId === row.id ? [sectionId] : [])),
    language: isLanguage(row.language) ? row.language : rootLanguage,
    isFeatured: featuredIn.includes(language),
  }))
  return open.sort((one, other) => Number(other.isFeatured) - Number(one.isFeatured))
}

/** A newsletter by its name alone. */
export type NamedNewsletter = { id: string; name: string }

/** These newsletters by name, in the order readers know; with its own language's name where it has none in the one asked for. */
export async function listNewslettersNamed(
  ids: readonly string[],
  language: string,
  which: 'all' | 'open' = 'all',
  reader: Reader = db,
): Promise<NamedNewsletter[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({ id: newsletters.id, own: newsletters.language, language: newsletterTexts.language, name: newsletterTexts.name })
    .from(newsletters)
    .innerJoin(newsletterTexts, eq(newsletterTexts.newsletterId, newsletters.id))
    .where(and(inArray(newsletters.id, [...ids]), which === 'open' ? eq(newsletters.isOpen, true) : undefined))
    .orderBy(asc(newsletters.position), asc(newsletters.slug), asc(newsletterTexts.language))
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, texts]) => {
    const text = texts.find((one) => one.language === language) ?? texts.find((one) => one.own === one.language) ?? texts[0]
    return { id, name: text?.name ?? '' }
  })
}

/** What these newsletters are called, as a mail can say it. */
export async function newsletterNames(reader: Reader, ids: readonly string[], language: string): Promise<string[]> {
  const named = await listNewslettersNamed(ids, language, 'all', reader)
  return named.map(({ name }) => onOneLine(name))
}
