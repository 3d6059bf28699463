import { isBannerAddress } from './review'
import { type Arrangement, type FrontZone, frontZones, type Placement } from './rules'

/** A placement as the live front has it, without the name by which editors know it. */
export type Slot = Omit<Placement, 'id' | 'startsAt' | 'endsAt'> & { startsAt: Date | null; endsAt: Date | null }

/** What the live front has to hold for an arrangement, in order. */
export function slotsOf({ placements }: Arrangement): Slot[] {
  return placements.map(({ id: _id, startsAt, endsAt, ...rest }) => ({
    ...rest,
    startsAt: momentOf(startsAt),
    endsAt: momentOf(endsAt),
  }))
}

/** What the live front has to hold for a banner: without words or an end it is none, and nobody is led where a banner may not lead. */
export function bannerOf({ banner }: Arrangement) {
  if (!banner || banner.text === '' || banner.endsAt === null) return null
  const { text, link, startsAt, endsAt } = banner
  return {
    text,
    articleId: link?.kind === 'article' ? link.articleId : null,
    address: link?.kind === 'address' && isBannerAddress(link.address) ? link.address : null,
    startsAt: momentOf(startsAt),
    endsAt: new Date(endsAt),
  }
}

/** In the order of the zones, and within each in the order given. */
export function inOrderOfZones<Placed extends { zone: FrontZone }>(placed: readonly Placed[]): Placed[] {
  return frontZones.flatMap((zone) => placed.filter((one) => one.zone === zone))
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
