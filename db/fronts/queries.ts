import { and, asc, eq } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language } from '../../lib/languages'
import { findCards, findNextVisibleAt, listCards } from '../articles/cards'
import { listedArticles } from '../articles/listed-schema'
import { articles } from '../articles/schema'
import { db } from '../client'
import { findPictures } from '../media/queries'
import { listSections } from '../sections/queries'
import { sections } from '../sections/schema'
import { type Arrangement, type Front, fillFront, type PlacedCard, type ShownBanner } from './rules'
import { frontBanners, frontSlots, fronts } from './schema'
import { bannerOf, type Slot, slotsOf } from './slots'

const railLength = 4

/**
 * The home of an edition as it stands at `now`: curated places first, recency for the rest, a rail for each section. With `arrangement` it is
 * the home as it would stand if that were live.
 */
export async function findFront(language: Language, now: Date, arrangement?: Arrangement): Promise<Front> {
  const [slots, recent, allSections, nextVisibleAt] = await Promise.all([
    arrangement ? slotsOf(arrangement) : listSlots(language),
    listCards(language, { kind: 'edition' }, { now, limit: 20 }),
    listSections(language),
    findNextVisibleAt(now),
  ])
  const current = slots.filter((slot) => (!slot.startsAt || slot.startsAt <= now) && (!slot.endsAt || slot.endsAt > now))
  const zones = fillFront(await place(current, language, now), recent.cards)
  const shown = new Set(Object.values(zones).flatMap((cards) => cards.map((card) => card.id)))
  const rails = await Promise.all(
    allSections.map(async (section) => {
      const { cards } = await listCards(
        language,
        { kind: 'section', sectionId: section.id },
        { now, limit: railLength + shown.size },
      )
      return { section, cards: cards.filter((card) => !shown.has(card.id)).slice(0, railLength) }
    }),
  )
  const changes = [nextVisibleAt, ...slots.flatMap((slot) => [slot.startsAt, slot.endsAt])].filter(
    (at) => at !== null && at > now,
  )
  return {
    ...zones,
    rails: rails.filter((rail) => rail.cards.length > 0),
    nextChangeAt: earliest(changes),
    mediaIds: slots.flatMap(({ mediaId }) => mediaId ?? []),
  }
}

export type BannerState = { banner: ShownBanner | null; articleId: string | null; nextChangeAt: Date | null }

/** The banner of an edition at `now`, null while there is none to be seen; and when that changes by itself. `arrangement` as with the front. */
export async function findBanner(language: Language, now: Date, arrangement?: Arrangement): Promise<BannerState> {
  const row = arrangement ? bannerOf(arrangement) : await findLiveBanner(language)
  if (!row) return { banner: null, articleId: null, nextChangeAt: null }
  const { text, articleId, address, startsAt, endsAt } = row
  const article = articleId === null ? null : await findLeading(articleId)
  // What is said of an article that readers may not see would tell what it says.
  if (articleId !== null && !article) return { banner: null, articleId, nextChangeAt: null }
  const begins = article ? latest(article.visibleAt, startsAt) : startsAt
  const isShown = (!begins || begins <= now) && endsAt > now
  return {
    banner: isShown ? { text, href: article?.href ?? address } : null,
    articleId,
    nextChangeAt: earliest([begins, endsAt].filter((at) => at !== null && at > now)),
  }
}

async function findLiveBanner(language: Language) {
  const [row] = await db
    .select({
      text: frontBanners.text,
      articleId: frontBanners.articleId,
      address: frontBanners.address,
      startsAt: frontBanners.startsAt,
      endsAt: frontBanners.endsAt,
    })
    .from(frontBanners)
    .innerJoin(fronts, and(eq(fronts.id, frontBanners.frontId), eq(fronts.language, language)))
  return row ?? null
}

/** Where a banner leads that names an article, and from when on; null if readers are never to see that. */
async function findLeading(articleId: string): Promise<{ visibleAt: Date; href: string } | null> {
  const [row] = await db
    .select({ visibleAt: listedArticles.visibleAt, language: articles.language, section: sections.slug, slug: articles.slug })
    .from(listedArticles)
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(listedArticles.articleId, articleId))
  if (!row || !isLanguage(row.language)) return null
  return { visibleAt: row.visibleAt, href: addressOf.article(row.language, row.section, row.slug) }
}

function latest(one: Date, other: Date | null): Date {
  return other && other > one ? other : one
}

function listSlots(language: Language): Promise<Slot[]> {
  return db
    .select({
      zone: frontSlots.zone,
      articleId: frontSlots.articleId,
      headline: frontSlots.headline,
      kicker: frontSlots.kicker,
      mediaId: frontSlots.mediaId,
      startsAt: frontSlots.startsAt,
      endsAt: frontSlots.endsAt,
    })
    .from(frontSlots)
    .innerJoin(fronts, and(eq(fronts.id, frontSlots.frontId), eq(fronts.language, language)))
    .orderBy(asc(frontSlots.zone), asc(frontSlots.position))
}

async function place(slots: Slot[], language: Language, now: Date): Promise<PlacedCard[]> {
  const [cards, pictures] = await Promise.all([
    findCards([...new Set(slots.map((slot) => slot.articleId))], now),
    findPictures(
      db,
      slots.flatMap(({ mediaId }) => mediaId ?? []),
      language,
      now,
    ),
  ])
  const byId = new Map(cards.map((card) => [card.id, card]))
  return slots.flatMap(({ zone, articleId, headline, kicker, mediaId }) => {
    const card = byId.get(articleId)
    return card ? [{ zone, card, headline, kicker, picture: mediaId ? (pictures.get(mediaId) ?? null) : null }] : []
  })
}

function earliest(moments: (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null)
}
