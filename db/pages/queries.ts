import { and, asc, eq, ne } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { findCards } from '../articles/cards'
import { referencesOf } from '../body/rules'
import { db } from '../client'
import { findPictures } from '../media/queries'
import type { PageLink, StandingPage } from './rules'
import { pages } from './schema'

/** A standing page of an edition with its counterparts in the others, and what its text refers to as readers may see it at `now`. */
export async function findPage(language: Language, slug: string, now: Date): Promise<StandingPage | null> {
  const [row] = await db
    .select()
    .from(pages)
    .where(and(eq(pages.language, language), eq(pages.slug, slug)))
  if (!row) return null
  const others = row.translationGroupId
    ? await db
        .select({ language: pages.language, slug: pages.slug })
        .from(pages)
        .where(and(eq(pages.translationGroupId, row.translationGroupId), ne(pages.id, row.id)))
    : []
  const { id, kind, headline, standfirst, body, updatedAt } = row
  const { mediaIds, articleIds } = referencesOf(body)
  const [pictures, cards] = await Promise.all([findPictures(db, mediaIds, language, now), findCards(articleIds, now)])
  const translations = others.flatMap((one) => (isLanguage(one.language) ? [{ language: one.language, slug: one.slug }] : []))
  return {
    ...{ id, slug, kind, headline, standfirst, body, updatedAt, language, translations },
    pictures: Object.fromEntries(pictures),
    linkedArticles: Object.fromEntries(cards.map((card) => [card.id, card])),
  }
}

/** The standing pages of an edition, in the order of their kinds: what its footer links to. */
export async function listPages(language: Language): Promise<PageLink[]> {
  return db
    .select({ id: pages.id, slug: pages.slug, kind: pages.kind, headline: pages.headline })
    .from(pages)
    .where(eq(pages.language, language))
    .orderBy(asc(pages.kind), asc(pages.headline))
}
