import { isSafeLink } from '../../lib/checks'
import type { Language } from '../../lib/languages'
import {
  type Arrangement,
  type Banner,
  type FrontArticle,
  type FrontPicture,
  type FrontZone,
  frontZones,
  type Placement,
  placementsIn,
  type Remark,
  zoneSizes,
} from './rules'
import { displacedSpans, doOverlap, spanOf, takenSpan } from './times'

/** What has to be known of the world to judge an arrangement. What it names and is missing here does not exist. */
export type ReviewContext = {
  language: Language
  articles: readonly FrontArticle[]
  pictures: readonly FrontPicture[]
  /** Of which articles a translation stands on the front of another edition. */
  elsewhere: readonly { articleId: string; language: string; zone: FrontZone }[]
  /** Which articles stood on this front in the last 24 hours and do so no more, and until when. */
  left: readonly { articleId: string; at: string }[]
}

/** What there is to say about an arrangement, before it is published. */
export function reviewArrangement(arrangement: Arrangement, context: ReviewContext, now: Date): Remark[] {
  const articles = new Map(context.articles.map((article) => [article.id, article]))
  return [
    ...arrangement.placements.flatMap((placement) => [
      ...reviewTimes(placement, now),
      ...reviewArticle(placement, articles.get(placement.articleId), context.language, now),
      ...reviewPicture(placement, context.pictures, now),
      ...reviewRepetition(placement, arrangement, context),
    ]),
    ...frontZones.flatMap((zone) => reviewZone(zone, placementsIn(arrangement, zone), articles, now)),
    ...(arrangement.banner ? reviewBanner(arrangement.banner, articles, now) : []),
  ]
}

function reviewTimes({ id, startsAt, endsAt }: Placement, now: Date): Remark[] {
  if (startsAt !== null && endsAt !== null && startsAt >= endsAt)
    return [{ placementId: id, weight: 'fault', kind: 'ends-before-it-starts' }]
  if (endsAt !== null && Date.parse(endsAt) <= now.getTime()) return [{ placementId: id, weight: 'warning', kind: 'over' }]
  return []
}

function reviewArticle({ id }: Placement, article: FrontArticle | undefined, language: Language, now: Date): Remark[] {
  if (!article) return [{ placementId: id, weight: 'fault', kind: 'unknown-article' }]
  if (article.language !== language) return [{ placementId: id, weight: 'fault', kind: 'other-edition' }]
  if (article.status === 'withdrawn') return [{ placementId: id, weight: 'warning', kind: 'withdrawn' }]
  if (article.isOnHold) return [{ placementId: id, weight: 'warning', kind: 'on-hold' }]
  if (article.visibleAt === null) return [{ placementId: id, weight: 'warning', kind: 'not-out' }]
  if (Date.parse(article.visibleAt) > now.getTime())
    return [{ placementId: id, weight: 'warning', kind: 'appears', at: article.visibleAt }]
  return []
}

function reviewPicture({ id, mediaId, endsAt }: Placement, pictures: readonly FrontPicture[], now: Date): Remark[] {
  if (mediaId === null) return []
  const picture = pictures.find((one) => one.id === mediaId)
  const expires = picture?.expiresAt ?? null
  if (!picture || (expires !== null && Date.parse(expires) <= now.getTime()))
    return [{ placementId: id, weight: 'fault', kind: 'picture-not-allowed' }]
  if (expires !== null && (endsAt === null || Date.parse(expires) < Date.parse(endsAt)))
    return [{ placementId: id, weight: 'warning', kind: 'picture-expires', at: expires }]
  return []
}

/** Where else the article stands or stood: told at each placement but the first of two on this front. */
function reviewRepetition(placement: Placement, { placements }: Arrangement, context: ReviewContext): Remark[] {
  const { id, articleId } = placement
  const before = placements.slice(0, placements.indexOf(placement)).filter((one) => one.articleId === articleId)
  const here = before.map((other): Remark => {
    const isAtOnce = doOverlap(spanOf(placement), spanOf(other))
    return isAtOnce
      ? { placementId: id, weight: 'fault', kind: 'twice', zone: other.zone }
      : { placementId: id, weight: 'warning', kind: 'also-here', zone: other.zone }
  })
  const elsewhere = context.elsewhere
    .filter((one) => one.articleId === articleId)
    .map(({ language, zone }): Remark => ({ placementId: id, weight: 'warning', kind: 'also-on', language, zone }))
  const left = context.left
    .filter((one) => one.articleId === articleId)
    .map(({ at }): Remark => ({ placementId: id, weight: 'warning', kind: 'was-here', at }))
  return [...here, ...elsewhere, ...left]
}

/** Whether each placement of a zone is shown when it is meant to be: the zone has only so many places. */
function reviewZone(
  zone: FrontZone,
  placements: readonly Placement[],
  articles: ReadonlyMap<string, FrontArticle>,
  now: Date,
): Remark[] {
  const spans = placements.map((placement) => takenSpan(placement, articles.get(placement.articleId)))
  const displaced = displacedSpans(spans, zoneSizes[zone], now.getTime())
  return placements.flatMap(({ id }, at): Remark[] => {
    const [span, hidden] = [spans[at], displaced[at] ?? []]
    const [first] = hidden
    if (!span || !first) return []
    const begins = Math.max(span.from, now.getTime())
    if (first.from === begins && first.until === span.until)
      return [{ placementId: id, weight: 'fault', kind: 'never-shown', zone }]
    return hidden.map(({ from, until }) => ({
      placementId: id,
      weight: 'warning',
      kind: 'hidden',
      from: new Date(from).toISOString(),
      until: Number.isFinite(until) ? new Date(until).toISOString() : null,
    }))
  })
}

function reviewBanner(banner: Banner, articles: ReadonlyMap<string, FrontArticle>, now: Date): Remark[] {
  const remarks: Remark[] = []
  const { text, link, startsAt, endsAt } = banner
  if (text === '') remarks.push({ placementId: null, weight: 'fault', kind: 'banner-without-text' })
  if (endsAt === null) remarks.push({ placementId: null, weight: 'fault', kind: 'banner-without-end' })
  else if (startsAt !== null && startsAt >= endsAt)
    remarks.push({ placementId: null, weight: 'fault', kind: 'banner-ends-before-it-starts' })
  else if (Date.parse(endsAt) <= now.getTime()) remarks.push({ placementId: null, weight: 'warning', kind: 'banner-over' })
  if (link?.kind === 'address' && !isBannerAddress(link.address))
    remarks.push({ placementId: null, weight: 'fault', kind: 'banner-address' })
  if (link?.kind === 'article') {
    const article = articles.get(link.articleId)
    if (!article) remarks.push({ placementId: null, weight: 'fault', kind: 'banner-unknown-article' })
    else if (article.visibleAt === null || Date.parse(article.visibleAt) > now.getTime())
      remarks.push({ placementId: null, weight: 'warning', kind: 'banner-not-out' })
  }
  return remarks
}

/** Whether a banner may lead there: a path of ours, or a page elsewhere that is fetched by https. */
export function isBannerAddress(address: string): boolean {
  return isSafeLink(address) && /^(\/|https:)/i.test(address)
}

/** A publication of a front: what was put up, and when. */
export type Publication = { arrangement: Arrangement; publishedAt: Date }

const hoursRemembered = 24

/** Which articles stood on a front in the last 24 hours and do so no more. `publications` are in order of time, the last is the live one. */
export function recentlyLeft(publications: readonly Publication[], now: Date): ReviewContext['left'] {
  const since = now.getTime() - hoursRemembered * 3_600_000
  const live = publications.at(-1)?.arrangement.placements ?? []
  const standing = new Set(live.filter((one) => spanOf(one).until > now.getTime()).map(({ articleId }) => articleId))
  const left = new Map<string, number>()
  for (const [at, { arrangement, publishedAt }] of publications.entries()) {
    const taken = { from: publishedAt.getTime(), until: publications[at + 1]?.publishedAt.getTime() ?? now.getTime() }
    for (const placement of arrangement.placements) {
      const span = spanOf(placement)
      const until = Math.min(span.until, taken.until)
      const wasShown = doOverlap(span, taken) && until > since
      if (wasShown && !standing.has(placement.articleId))
        left.set(placement.articleId, Math.max(until, left.get(placement.articleId) ?? 0))
    }
  }
  return [...left].map(([articleId, at]) => ({ articleId, at: new Date(at).toISOString() }))
}
