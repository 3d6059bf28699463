import { and, asc, eq } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { findCards, findNextVisibleAt, listCards } from '../articles/cards'
import { db } from '../client'
import { listSections } from '../sections/queries'
import { type Front, fillFront, type PlacedCard } from './rules'
import { frontSlots, fronts } from './schema'

const railLength = 4

/** The home of an edition as it stands at `now`: curated places first, recency for the rest, a rail for each section. */
export async function findFront(language: Language, now: Date): Promise<Front> {
  const [slots, recent, sections, nextVisibleAt] = await Promise.all([
    listSlots(language),
    listCards(language, { kind: 'edition' }, { now, limit: 20 }),
    listSections(language),
    findNextVisibleAt(now),
  ])
  const current = slots.filter((slot) => (!slot.startsAt || slot.startsAt <= now) && (!slot.endsAt || slot.endsAt > now))
  const zones = fillFront(await place(current, now), recent.cards)
  const shown = new Set(Object.values(zones).flatMap((cards) => cards.map((card) => card.id)))
  const rails = await Promise.all(
    sections.map(async (section) => {
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
  return { ...zones, rails: rails.filter((rail) => rail.cards.length > 0), nextChangeAt: earliest(changes) }
}

type Slot = Awaited<ReturnType<typeof listSlots>>[number]

function listSlots(language: Language) {
  return db
    .select({
      zone: frontSlots.zone,
      articleId: frontSlots.articleId,
      headline: frontSlots.headline,
      kicker: frontSlots.kicker,
      startsAt: frontSlots.startsAt,
      endsAt: frontSlots.endsAt,
    })
    .from(frontSlots)
    .innerJoin(fronts, and(eq(fronts.id, frontSlots.frontId), eq(fronts.language, language)))
    .orderBy(asc(frontSlots.zone), asc(frontSlots.position))
}

async function place(slots: Slot[], now: Date): Promise<PlacedCard[]> {
  const cards = await findCards([...new Set(slots.map((slot) => slot.articleId))], now)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return slots.flatMap(({ zone, articleId, headline, kicker }) => {
    const card = byId.get(articleId)
    return card ? [{ zone, card, headline, kicker }] : []
  })
}

function earliest(moments: (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null)
}
