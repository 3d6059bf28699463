import { type Arrangement, type Banner, type FrontZone, frontZones, type Placement, placementsIn } from '../../../db/fronts/rules'

/** Where a placement stands: its zone, and how many stand before it there. */
export type Place = { zone: FrontZone; index: number }

/** What can be said of a placement. */
export type PlacementWords = Partial<Pick<Placement, 'headline' | 'kicker' | 'mediaId' | 'startsAt' | 'endsAt'>>

/** Where a placement stands; null if it does not. */
export function placeOf(arrangement: Arrangement, id: string): Place | null {
  const found = arrangement.placements.find((placement) => placement.id === id)
  if (!found) return null
  return { zone: found.zone, index: placementsIn(arrangement, found.zone).indexOf(found) }
}

/** Puts a placement at a place, taking it away from wherever it stood; an index beyond the end means the end. */
export function putAt(arrangement: Arrangement, placement: Placement, { zone, index }: Place): Arrangement {
  const rest = withoutPlacement(arrangement, placement.id)
  const inZone = placementsIn(rest, zone)
  const changed = [...inZone.slice(0, index), { ...placement, zone }, ...inZone.slice(index)]
  return {
    ...rest,
    placements: frontZones.flatMap((one) => (one === zone ? changed : placementsIn(rest, one))),
  }
}

/** Moves a placement. Who is not there is not moved. */
export function moveTo(arrangement: Arrangement, id: string, place: Place): Arrangement {
  const found = arrangement.placements.find((placement) => placement.id === id)
  return found ? putAt(arrangement, found, place) : arrangement
}

/** Moves a placement by one place, from the end of a zone into the next; at the very ends it stays. */
export function step(arrangement: Arrangement, id: string, by: 1 | -1): Arrangement {
  const place = placeOf(arrangement, id)
  if (!place) return arrangement
  const next = placeBeside(arrangement, place, by)
  return next ? moveTo(arrangement, id, next) : arrangement
}

function placeBeside(arrangement: Arrangement, { zone, index }: Place, by: 1 | -1): Place | null {
  const last = placementsIn(arrangement, zone).length - 1
  if (index + by >= 0 && index + by <= last) return { zone, index: index + by }
  const beside = frontZones[frontZones.indexOf(zone) + by]
  if (!beside) return null
  return { zone: beside, index: by === 1 ? 0 : placementsIn(arrangement, beside).length }
}

/** Takes a placement away. */
export function withoutPlacement(arrangement: Arrangement, id: string): Arrangement {
  return { ...arrangement, placements: arrangement.placements.filter((placement) => placement.id !== id) }
}

/** Changes what is said of a placement. */
export function reword(arrangement: Arrangement, id: string, words: PlacementWords): Arrangement {
  return {
    ...arrangement,
    placements: arrangement.placements.map((placement) => (placement.id === id ? { ...placement, ...words } : placement)),
  }
}

/** A placement of an article that nothing has been said about. */
export function newPlacement(articleId: string, zone: FrontZone): Placement {
  return { id: newId(), zone, articleId, headline: '', kicker: '', mediaId: null, startsAt: null, endsAt: null }
}

/** Breaking news that nothing has been said about. */
export const newBanner: Banner = { text: '', link: null, startsAt: null, endsAt: null }

/** A random UUID (RFC 9562, version 4). Browsers make one themselves on https only. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return value.toString(16).padStart(2, '0')
  })
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}
