import { createHash } from 'node:crypto'
import { asc, eq, inArray } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Reader } from '../client'
import type { NewsletterSettings, NewsletterText } from './rules'
import { newsletterSections, newsletters, newsletterTexts } from './schema'

/** A newsletter with all that is decided about it. */
export type DeskNewsletter = NewsletterSettings & { id: string; name: string }

type Row = typeof newsletters.$inferSelect

/** Every newsletter as the desk sees it, in the order in which readers are offered them. */
export async function listDeskNewsletters(reader: Reader = db): Promise<DeskNewsletter[]> {
  return dress(reader, await reader.select().from(newsletters).orderBy(asc(newsletters.position), asc(newsletters.slug)))
}

/** One of them; null where there is none of that id. */
export async function findDeskNewsletter(id: string, reader: Reader = db): Promise<DeskNewsletter | null> {
  if (!isUuid(id)) return null
  const rows = await reader.select().from(newsletters).where(eq(newsletters.id, id))
  return (await dress(reader, rows))[0] ?? null
}

/** By what a change tells whether the settings it was made from are still the present ones. */
export function markOf({ id: _id, name: _name, ...settings }: DeskNewsletter): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('base64url')
}

async function dress(reader: Reader, rows: readonly Row[]): Promise<DeskNewsletter[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const texts = await reader
    .select()
    .from(newsletterTexts)
    .where(inArray(newsletterTexts.newsletterId, ids))
    .orderBy(asc(newsletterTexts.language))
  const featured = await reader
    .select()
    .from(newsletterSections)
    .where(inArray(newsletterSections.newsletterId, ids))
    .orderBy(asc(newsletterSections.sectionId))
  return rows.map((row) =>
    settingsOf(
      row,
      texts.filter(({ newsletterId }) => newsletterId === row.id),
      featured.flatMap(({ newsletterId, sectionId }) => (newsletterId === row.id ? [sectionId] : [])),
    ),
  )
}

function settingsOf(row: Row, own: readonly { language: string; name: string; promise: string }[], sectionIds: string[]) {
  const texts: NewsletterText[] = own.flatMap(({ language, name, promise }) =>
    isLanguage(language) ? [{ language, name, promise }] : [],
  )
  const language: Language = isLanguage(row.language) ? row.language : rootLanguage
  const { id, slug, frequency, isOpen, senderName, senderAddress, replyTo, listId, postalAddress } = row
  return {
    ...{ id, slug, language, frequency, isOpen, sectionIds, texts },
    name: texts.find((text) => text.language === language)?.name ?? texts[0]?.name ?? slug,
    featuredIn: row.featuredIn.filter(isLanguage),
    ...{ senderName, senderAddress, replyTo, listId, postalAddress },
    ...{ isArchiveIndexed: row.isArchiveIndexed, countsClicks: row.countsClicks },
    draft: {
      sectionId: row.draftSectionId,
      weekdays: row.draftWeekdays,
      minute: row.draftMinute,
      length: row.draftLength,
    },
  }
}
