import { mergeOrders } from '../articles/merge-order'
import { isSame } from '../articles/same'
import { type Arrangement, type Banner, type FrontConflict, type FrontZone, frontZones, type Placement } from './rules'
import { inOrderOfZones } from './slots'

const fields = ['headline', 'kicker', 'mediaId', 'startsAt', 'endsAt'] as const

/** What both sides added had nothing of its own before. */
const blank = { headline: '', kicker: '', mediaId: null, startsAt: null, endsAt: null }

/**
 * Brings together what two people made of `base`: `theirs` was saved first, `ours` comes second. What only one of them changed is as that
 * one has it; what both changed differently stands as theirs and is a conflict. What one removed and the other changed stays, and everything
 * that either added is there.
 */
export function mergeArrangements(
  base: Arrangement,
  ours: Arrangement,
  theirs: Arrangement,
): { arrangement: Arrangement; conflicts: FrontConflict[] } {
  const [was, here, there] = [base, ours, theirs].map(({ placements }) => new Map(placements.map((one) => [one.id, one])))
  const conflicts: FrontConflict[] = []
  const placements = inZones(mergeOrders(orderOf(base), orderOf(ours), orderOf(theirs))).flatMap(({ id, zone }) => {
    const [before, mine, other] = [was?.get(id), here?.get(id), there?.get(id)]
    if (!mine || !other) return keptAlone(before, mine ?? other, zone)
    const merged = mergeWords(before ?? { ...other, ...blank }, mine, other, conflicts)
    if (mine.zone !== zone && mine.zone !== before?.zone)
      conflicts.push({ kind: 'zone', placementId: id, theirs: zone, yours: mine.zone })
    return [{ ...merged, zone }]
  })
  return { arrangement: { placements, banner: mergeBanners(base.banner, ours.banner, theirs.banner, conflicts) }, conflicts }
}

/** What only one side has: the other removed it, which holds unless it was changed; or it is new. */
function keptAlone(before: Placement | undefined, left: Placement | undefined, zone: FrontZone): Placement[] {
  const isGone = !left || (before !== undefined && isSame(before, left))
  return isGone ? [] : [{ ...left, zone }]
}

function mergeWords(base: Placement, ours: Placement, theirs: Placement, conflicts: FrontConflict[]): Placement {
  const merged = { ...theirs }
  const settle = <Name extends (typeof fields)[number]>(field: Name) => {
    if (ours[field] === theirs[field] || ours[field] === base[field]) return
    if (theirs[field] === base[field]) merged[field] = ours[field]
    else conflicts.push({ kind: field, placementId: theirs.id, theirs: theirs[field], yours: ours[field] })
  }
  for (const field of fields) settle(field)
  return merged
}

function mergeBanners(
  base: Banner | null,
  ours: Banner | null,
  theirs: Banner | null,
  conflicts: FrontConflict[],
): Banner | null {
  if (isSame(ours, theirs) || isSame(ours, base)) return theirs
  if (isSame(theirs, base)) return ours
  conflicts.push({ kind: 'banner', theirs, yours: ours })
  return theirs
}

/** All placements as one order with the heads of the zones in it: so a move from zone to zone is a move like any other. */
function orderOf({ placements }: Arrangement): string[] {
  return frontZones.flatMap((zone) => [zone, ...placements.filter((one) => one.zone === zone).map(({ id }) => id)])
}

function inZones(order: readonly string[]): { id: string; zone: FrontZone }[] {
  let zone: FrontZone = 'lead'
  const placed: { id: string; zone: FrontZone }[] = []
  for (const name of order) {
    const head = frontZones.find((one) => one === name)
    if (head) zone = head
    else placed.push({ id: name, zone })
  }
  return inOrderOfZones(placed)
}
