import { and, desc, eq, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { findCards } from '../articles/cards'
import type { ArticleCard } from '../articles/rules'
import { articles } from '../articles/schema'
import { db } from '../client'
import { noteColumns } from '../corrections/notes'
import { corrections } from '../corrections/schema'
import { findPictures } from '../media/queries'
import type { Picture } from '../media/rules'
import { newsletters, newsletterTexts } from '../newsletters/schema'
import { type ArchivedEdition, type ArchivedItem, type ArchivedNewsletter, type EditionEntry, paragraphsOf } from './rules'
import { editionItems, newsletterEditions } from './schema'

/** Whether anybody was, or is being, sent an edition: only those are on the web. */
function isPublic(): SQL | undefined {
  return and(
    inArray(newsletterEditions.status, ['sending', 'paused', 'attention', 'completed']),
    isNotNull(newsletterEditions.frozenAt),
  )
}

/** A newsletter in the words of an edition of the site, where it has some, else in its own; whether or not it takes subscribers. */
export async function findArchivedNewsletter(language: Language, slug: string): Promise<ArchivedNewsletter | null> {
  const rows = await db
    .select({
      id: newsletters.id,
      slug: newsletters.slug,
      written: newsletters.language,
      isIndexed: newsletters.isArchiveIndexed,
      spoken: newsletterTexts.language,
      name: newsletterTexts.name,
      promise: newsletterTexts.promise,
    })
    .from(newsletters)
    .innerJoin(newsletterTexts, eq(newsletterTexts.newsletterId, newsletters.id))
    .where(eq(newsletters.slug, slug))
  const row = rows.find(({ spoken }) => spoken === language) ?? rows.find(({ spoken, written }) => spoken === written) ?? rows[0]
  if (!row) return null
  const { written, spoken, ...newsletter } = row
  return { ...newsletter, language: isLanguage(written) ? written : rootLanguage }
}

const entryColumns = {
  number: newsletterEditions.number,
  kind: newsletterEditions.kind,
  subject: newsletterEditions.subject,
  preheader: newsletterEditions.preheader,
  datedAt: sql`coalesce(${newsletterEditions.datedAt}, ${newsletterEditions.frozenAt})`.mapWith(newsletterEditions.datedAt),
}

/** The editions of a newsletter that were sent, the newest first, below the number `before`. */
export async function listArchive(
  newsletterId: string,
  { limit, before }: { limit: number; before: number | null },
): Promise<{ entries: EditionEntry[]; isLast: boolean }> {
  const rows = await db
    .select({ id: newsletterEditions.id, ...entryColumns })
    .from(newsletterEditions)
    .where(
      and(
        eq(newsletterEditions.newsletterId, newsletterId),
        isPublic(),
        before === null ? undefined : lt(newsletterEditions.number, before),
      ),
    )
    .orderBy(desc(newsletterEditions.number))
    .limit(limit + 1)
  return { entries: rows.slice(0, limit), isLast: rows.length <= limit }
}

/** The addresses of all editions that search engines may list, and the newsletters whose editions could be among them. */
export async function listIndexedEditions() {
  const [rows, all] = await Promise.all([
    db
      .select({ language: newsletters.language, slug: newsletters.slug, number: newsletterEditions.number })
      .from(newsletterEditions)
      .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
      .where(and(eq(newsletters.isArchiveIndexed, true), isPublic()))
      .orderBy(newsletters.slug, newsletterEditions.number),
    db.select({ id: newsletters.id }).from(newsletters),
  ])
  const editions = rows.map(({ language, ...row }) => ({ ...row, language: isLanguage(language) ? language : rootLanguage }))
  return { editions, newsletterIds: all.map(({ id }) => id) }
}

/** An edition as it stands on the web at `now`: its articles as they are today, with what was corrected in them. */
export async function findArchivedEdition(
  { id: newsletterId, language }: Pick<ArchivedNewsletter, 'id' | 'language'>,
  number: number,
  now: Date,
): Promise<ArchivedEdition | null> {
  const [row] = await db
    .select({ id: newsletterEditions.id, correctsId: newsletterEditions.correctsId, ...entryColumns })
    .from(newsletterEditions)
    .where(and(eq(newsletterEditions.newsletterId, newsletterId), eq(newsletterEditions.number, number), isPublic()))
  if (!row) return null
  const { correctsId, ...edition } = row
  const [corrects, correctedBy, items] = await Promise.all([
    correctsId ? listEntries(eq(newsletterEditions.id, correctsId)) : [],
    listEntries(eq(newsletterEditions.correctsId, edition.id)),
    listArchivedItems(edition.id, language, now),
  ])
  return { ...edition, corrects: corrects[0] ?? null, correctedBy, ...items }
}

async function listEntries(which: SQL): Promise<EditionEntry[]> {
  return db
    .select({ id: newsletterEditions.id, ...entryColumns })
    .from(newsletterEditions)
    .where(and(which, isPublic()))
    .orderBy(newsletterEditions.number)
}

async function listArchivedItems(editionId: string, language: Language, now: Date) {
  const rows = await db.select().from(editionItems).where(eq(editionItems.editionId, editionId)).orderBy(editionItems.position)
  const articleIds = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))]
  const mediaIds = [...new Set(rows.flatMap(({ mediaId }) => mediaId ?? []))]
  const [cards, withdrawn, notes, pictures] = await Promise.all([
    findCardsById(articleIds, now),
    listWithdrawn(articleIds),
    listNotes(articleIds),
    findPictures(db, mediaIds, language, now),
  ])
  const items = rows.flatMap((row) => itemOf(row, { cards, withdrawn, notes, pictures }) ?? [])
  return { items, articleIds, mediaIds }
}

type Found = {
  cards: ReadonlyMap<string, ArticleCard>
  withdrawn: ReadonlySet<string>
  notes: Awaited<ReturnType<typeof listNotes>>
  pictures: ReadonlyMap<string, Picture>
}

/** Nothing of an article that readers may not see is told, not even what the newsletter called it. */
function itemOf(row: typeof editionItems.$inferSelect, { cards, withdrawn, notes, pictures }: Found): ArchivedItem | null {
  const { id, kind, articleId, headline, blurb, text, mediaId, showsPicture } = row
  const chosen = mediaId ? (pictures.get(mediaId) ?? null) : null
  switch (kind) {
    case 'article': {
      const card = cards.get(articleId ?? '')
      if (!card) return { kind: 'gone', id, isWithdrawn: withdrawn.has(articleId ?? '') }
      const picture = showsPicture ? (mediaId ? chosen : card.picture) : null
      const own = notes.filter((note) => note.articleId === card.id).map(({ articleId: _, ...note }) => note)
      return { kind, id, card, headline: headline || card.headline, blurb: blurb || card.standfirst, picture, corrections: own }
    }
    case 'heading':
      return { kind, id, headline }
    case 'text':
      return { kind, id, paragraphs: paragraphsOf(text) }
    case 'picture':
      return chosen && { kind, id, picture: chosen, caption: text || chosen.caption }
  }
}

/** Cards are dressed in the words of one edition at a time. */
async function findCardsById(articleIds: readonly string[], now: Date): Promise<Map<string, ArticleCard>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db
    .select({ id: articles.id, language: articles.language })
    .from(articles)
    .where(inArray(articles.id, [...articleIds]))
  const byLanguage = [...Map.groupBy(rows, ({ language }) => language).values()]
  const ofEach = byLanguage.map((own) =>
    findCards(
      own.map(({ id }) => id),
      now,
    ),
  )
  const cards = (await Promise.all(ofEach)).flat()
  return new Map(cards.map((card) => [card.id, card]))
}

async function listWithdrawn(articleIds: readonly string[]): Promise<Set<string>> {
  if (articleIds.length === 0) return new Set()
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, [...articleIds]), isNotNull(articles.withdrawnAt)))
  return new Set(rows.map(({ id }) => id))
}

async function listNotes(articleIds: readonly string[]) {
  if (articleIds.length === 0) return []
  return db
    .select({ articleId: corrections.articleId, ...noteColumns })
    .from(corrections)
    .where(and(inArray(corrections.articleId, [...articleIds]), eq(corrections.status, 'approved')))
    .orderBy(corrections.correctedAt)
}
