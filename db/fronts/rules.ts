import type { ArticleCard, ArticleStatus } from '../articles/rules'
import { isSame } from '../articles/same'
import type { Picture } from '../media/rules'
import type { Section } from '../sections/rules'

export const frontZones = ['lead', 'secondary', 'feature'] as const
export type FrontZone = (typeof frontZones)[number]

/** How many places each zone has. */
export const zoneSizes: Record<FrontZone, number> = { lead: 1, secondary: 4, feature: 3 }

/** How much of each an arrangement holds, in characters and placements. */
export const frontLimits = { placements: 60, headline: 200, kicker: 60, banner: 200, address: 1000 } as const

export type Rail = { section: Section; cards: ArticleCard[] }

/** A home page, filled: `nextChangeAt` is when it changes by itself. */
export type Front = {
  lead: ArticleCard[]
  secondary: ArticleCard[]
  feature: ArticleCard[]
  rails: Rail[]
  nextChangeAt: Date | null
  /** The pictures that placements have of their own, whether they can be shown just now or not. */
  mediaIds: string[]
}

/** A curated place with its article; its words and its picture replace the article's in this place only. */
export type PlacedCard = { zone: FrontZone; card: ArticleCard; headline: string; kicker: string; picture: Picture | null }

/**
 * An article on a front, as editors arrange it. Moments are told as ISO 8601, so that an arrangement is the same in the database, in a
 * browser and on the way between them.
 */
export type Placement = {
  /** Its own for as long as it stands there, through all arrangements: by it what two editors did is compared. */
  id: string
  zone: FrontZone
  articleId: string
  /** Empty means the article's own; so with the kicker and the picture. */
  headline: string
  kicker: string
  mediaId: string | null
  startsAt: string | null
  endsAt: string | null
}

export type BannerLink = { kind: 'article'; articleId: string } | { kind: 'address'; address: string }

/** Breaking news over every page of an edition. It always has an end by the time it is published. */
export type Banner = { text: string; link: BannerLink | null; startsAt: string | null; endsAt: string | null }

/** All placements of a front, zone after zone and in order, and its banner. */
export type Arrangement = { placements: Placement[]; banner: Banner | null }

export const emptyArrangement: Arrangement = { placements: [], banner: null }

/**
 * An arrangement on its way to be saved. `base` is what whoever sends it had before they changed anything, `number` that of the saved
 * arrangement which this goes back to.
 */
export type FrontDraft = { number: number; base: Arrangement; arrangement: Arrangement }

/** A banner as readers see it; without `href` it leads nowhere. */
export type ShownBanner = { text: string; href: string | null }

/** Draft until it is published; set aside is what somebody saved who came second, where both had changed the same. */
export const arrangementKinds = ['draft', 'published', 'set_aside'] as const
export type ArrangementKind = (typeof arrangementKinds)[number]

/** What an editor has to know of an article to place it. */
export type FrontArticle = {
  id: string
  language: string
  headline: string
  kicker: string
  section: string
  isOpinion: boolean
  status: ArticleStatus
  isOnHold: boolean
  /** From when readers can see it; null while that is not decided. */
  visibleAt: string | null
  publishedAt: string | null
  /** The address of a small rendition of its picture. */
  thumbnail: string | null
}

/** What an editor has to know of a picture that a placement has of its own. */
export type FrontPicture = { id: string; thumbnail: string | null; alt: string; expiresAt: string | null }

/**
 * What there is to say about a draft. A fault keeps it from being published; a warning does not. `placementId` is null where the banner
 * or the whole is meant.
 */
export type Remark = { placementId: string | null } & (
  | { weight: 'fault'; kind: 'unknown-article' | 'other-edition' | 'ends-before-it-starts' | 'picture-not-allowed' }
  | { weight: 'fault'; kind: 'twice' | 'never-shown'; zone: FrontZone }
  | {
      weight: 'fault'
      kind:
        | 'banner-without-text'
        | 'banner-without-end'
        | 'banner-ends-before-it-starts'
        | 'banner-address'
        | 'banner-unknown-article'
    }
  | { weight: 'warning'; kind: 'over' | 'not-out' | 'on-hold' | 'withdrawn' | 'banner-over' | 'banner-not-out' }
  | { weight: 'warning'; kind: 'appears'; at: string }
  | { weight: 'warning'; kind: 'hidden'; from: string; until: string | null }
  | { weight: 'warning'; kind: 'picture-expires'; at: string }
  | { weight: 'warning'; kind: 'also-here'; zone: FrontZone }
  | { weight: 'warning'; kind: 'also-on'; language: string; zone: FrontZone }
  | { weight: 'warning'; kind: 'was-here'; at: string }
)

/** What there is to say about a draft, with what it names. */
export type FrontReview = { remarks: Remark[]; articles: FrontArticle[]; pictures: FrontPicture[] }

/** A part of an arrangement that two changed differently: `theirs` stands, `yours` is what whoever came second had. */
export type FrontConflict =
  | {
      kind: 'headline' | 'kicker' | 'mediaId' | 'startsAt' | 'endsAt'
      placementId: string
      theirs: string | null
      yours: string | null
    }
  | { kind: 'zone'; placementId: string; theirs: FrontZone; yours: FrontZone }
  | { kind: 'banner'; theirs: Banner | null; yours: Banner | null }

/**
 * Fills the zones: what the editor placed, in order, each article once, then the newest of `recent` that stand nowhere yet.
 * Reporting fills the lead; opinion only goes there when placed by hand.
 */
export function fillFront(placed: readonly PlacedCard[], recent: readonly ArticleCard[]): Record<FrontZone, ArticleCard[]> {
  const used = new Set<string>()
  const zones: Record<FrontZone, ArticleCard[]> = { lead: [], secondary: [], feature: [] }
  for (const { zone, card, headline, kicker, picture } of placed) {
    if (used.has(card.id) || zones[zone].length >= zoneSizes[zone]) continue
    used.add(card.id)
    zones[zone].push({
      ...card,
      headline: headline || card.headline,
      headlineShort: headline || card.headlineShort,
      kicker: kicker || card.kicker,
      ...(picture && { picture, heroMediaId: picture.id }),
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

/** The placements of a zone, in order. */
export function placementsIn(arrangement: Arrangement, zone: FrontZone): Placement[] {
  return arrangement.placements.filter((placement) => placement.zone === zone)
}

/** Whether two arrangements say the same. */
export function isSameArrangement(one: Arrangement, other: Arrangement): boolean {
  return isSame(one, other)
}
