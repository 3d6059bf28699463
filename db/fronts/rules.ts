import type { ArticleCard } from '../articles/rules'
import type { Section } from '../sections/rules'

export const frontZones = ['lead', 'secondary', 'feature'] as const
export type FrontZone = (typeof frontZones)[number]

/** How many places each zone has. */
export const zoneSizes: Record<FrontZone, number> = { lead: 1, secondary: 4, feature: 3 }

export type Rail = { section: Section; cards: ArticleCard[] }

/** A home page, filled: `nextChangeAt` is when it changes by itself. */
export type Front = {
  lead: ArticleCard[]
  secondary: ArticleCard[]
  feature: ArticleCard[]
  rails: Rail[]
  nextChangeAt: Date | null
}

/** A curated place with its article; its words replace the article's in this place only. */
export type PlacedCard = { zone: FrontZone; card: ArticleCard; headline: string; kicker: string }

/**
 * Fills the zones: what the editor placed, in order, each article once, then the newest of `recent` that stand nowhere yet.
 * Reporting fills the lead; opinion only goes there when placed by hand.
 */
export function fillFront(placed: readonly PlacedCard[], recent: readonly ArticleCard[]): Record<FrontZone, ArticleCard[]> {
  const used = new Set<string>()
  const zones: Record<FrontZone, ArticleCard[]> = { lead: [], secondary: [], feature: [] }
  for (const { zone, card, headline, kicker } of placed) {
    if (used.has(card.id) || zones[zone].length >= zoneSizes[zone]) continue
    used.add(card.id)
    zones[zone].push({
      ...card,
      headline: headline || card.headline,
      headlineShort: headline || card.headlineShort,
      kicker: kicker || card.kicker,
    })
  }
  for (const zone of frontZones) {
    for (const card of recent) {
      if (zones[zone].length >= zoneSizes[zone]) break
      if (used.has(card.id) || (zone === 'lead' && card.section.isOpinion)) continue
      used.add(card.id)
      zones[zone].push(card)
    }
  }
  return zones
}
