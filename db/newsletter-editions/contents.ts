import { asc, eq, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { environment } from '../../lib/environment'
import { directionOf, isLanguage, type Language, rootLanguage } from '../../lib/languages'
import type { Reader } from '../client'
import { newsletters, newsletterTexts } from '../newsletters/schema'
import { findSettings } from '../settings/queries'
import { editionOf, nameIn } from '../settings/rules'
import type { NewsletterLook } from './look'
import { findLookItems } from './look-items'
import { archiveLanguage, type BadItem, type ItemInput } from './rules'
import { editionItems, newsletterEditions } from './schema'

/** What somebody is writing: of an edition that is kept, or of one that is not yet. */
export type UnsavedEdition = {
  newsletterId: string
  editionId?: string
  subject: string
  preheader: string
  items: ItemInput[]
}

/**
 * What an edition shows, kept (by its id) or unsaved, for mails whose frame speaks `frameLanguage`; null where there is no such edition or
 * newsletter. Articles are shown as their live revision says, whether or not readers may see them at `now` (`listBadItems` tells); one that was
 * never published, and a picture that may not be shown, are left out.
 */
export async function findLook(
  reader: Reader,
  what: string | UnsavedEdition,
  frameLanguage: Language,
  now: Date,
): Promise<NewsletterLook | null> {
  const kept = await findKept(reader, typeof what === 'string' ? what : what.editionId)
  if (typeof what === 'string' && !kept) return null
  const written = typeof what === 'string' ? kept : what
  const found = written && (await findNewsletter(reader, written.newsletterId, frameLanguage))
  if (!written || !found) return null

  const { language, newsletter } = found
  const settings = await findSettings(reader)
  const origin = environment().PUBLIC_URL
  // A recipient may speak a language that the site has no edition in.
  const spoken =
    [frameLanguage, language].find((one) => editionOf(settings, one)) ?? settings.editions[0]?.language ?? rootLanguage
  const items = typeof what === 'string' ? await listItems(reader, what) : what.items
  return {
    editionId: kept?.id ?? null,
    kind: kept?.kind ?? 'regular',
    number: kept?.number ?? null,
    corrects: await findCorrected(reader, kept?.correctsId ?? null),
    language,
    direction: directionOf(language),
    frameLanguage,
    newsletter,
    publication: { name: nameIn(settings, frameLanguage), origin, timeZone: settings.timeZone },
    subject: written.subject,
    preheader: written.preheader,
    datedAt: kept?.datedAt ?? kept?.sendAt ?? now,
    webUrl: origin + webPath(archiveLanguage(settings, language), newsletter.slug, kept?.number),
    preferencesUrl: origin + addressOf.newsletterPreferences(spoken),
    items: await findLookItems(reader, items, { language, origin, now }),
  }
}

function webPath(language: Language, slug: string, number: number | undefined): string {
  return number === undefined ? addressOf.newsletter(language, slug) : addressOf.newsletterEdition(language, slug, number)
}

async function findKept(reader: Reader, editionId: string | undefined) {
  if (editionId === undefined) return null
  const [row] = await reader.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId))
  return row ?? null
}

async function findCorrected(reader: Reader, editionId: string | null): Promise<NewsletterLook['corrects']> {
  const row = editionId === null ? null : await findKept(reader, editionId)
  return row && { number: row.number, subject: row.subject, datedAt: row.datedAt ?? row.createdAt }
}

/** The newsletter in the words of the frame, where it has some, else in its own. */
async function findNewsletter(reader: Reader, newsletterId: string, frameLanguage: Language) {
  const [row] = await reader.select().from(newsletters).where(eq(newsletters.id, newsletterId))
  if (!row) return null
  const texts = await reader.select().from(newsletterTexts).where(eq(newsletterTexts.newsletterId, newsletterId))
  const own = isLanguage(row.language) ? row.language : rootLanguage
  const named = [frameLanguage, own].flatMap((one) => texts.find(({ language }) => language === one) ?? [])[0] ?? texts[0]
  const { slug, postalAddress, countsClicks } = row
  const nameLanguage = named && isLanguage(named.language) ? named.language : own
  const name = { name: named?.name ?? slug, promise: named?.promise ?? '', language: nameLanguage }
  return { language: own, newsletter: { slug, postalAddress, countsClicks, ...name } }
}

/** The items of an edition as they were written. */
async function listItems(reader: Reader, editionId: string): Promise<ItemInput[]> {
  const rows = await reader
    .select()
    .from(editionItems)
    .where(eq(editionItems.editionId, editionId))
    .orderBy(asc(editionItems.position))
  return rows.flatMap((row) => inputOf(row) ?? [])
}

function inputOf(row: typeof editionItems.$inferSelect): ItemInput | null {
  const { kind, articleId, headline, blurb, text, mediaId, showsPicture } = row
  switch (kind) {
    case 'article':
      return articleId ? { kind, articleId, headline, blurb, mediaId, showsPicture } : null
    case 'heading':
      return { kind, headline }
    case 'text':
      return { kind, text }
    case 'picture':
      return mediaId ? { kind, mediaId, text } : null
  }
}

/**
 * The articles of an edition that must not be sent as they are: readers may not see them at `now`, or they have been corrected or changed since
 * it was drawn. Cheap enough to be asked before each batch.
 */
export async function listBadItems(reader: Reader, editionId: string, now: Date): Promise<BadItem[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await reader.execute<BadItem>(sql`
    select distinct on (found.id) found.id as "articleId", found.reason from (
      select a.id, i.position, case
        when a.status = 'withdrawn' then 'withdrawn'
        when a.embargo_until > ${at} then 'embargoed'
        when l.visible_at is null or l.visible_at > ${at} then 'not-published'
        when e.frozen_at is not null and (
          l.revision_id <> i.revision_id
          or exists (select from corrections c where c.article_id = a.id and c.status = 'approved' and c.corrected_at > e.drawn_at)
        ) then 'corrected' end as reason
      from newsletter_editions e
      join edition_items i on i.edition_id = e.id
      join articles a on a.id = i.article_id
      left join listed_articles l on l.article_id = a.id
      where e.id = ${editionId} and i.left_out_at is null) found
    where found.reason is not null
    order by found.id, found.position`)
  return [...rows]
}
