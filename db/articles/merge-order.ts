import { longestRising } from '../../lib/rising'

/**
 * Brings two orders that came of one base into one. A move that only one side made holds, and where both moved the same thing
 * theirs holds. What only ours has follows what it follows in ours, behind what theirs put at the same place. Against a base that
 * one side did not touch, the result is the other side's order.
 */
export function mergeOrders(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const inOurs = new Set(ours)
  const movedByOurs = movedIds(base, ours)
  const movedByTheirs = movedIds(base, theirs)
  const standing = theirs.filter((id) => !movedByOurs.has(id) || movedByTheirs.has(id))
  const { first, after } = followers(ours, new Set(standing))

  const merged: string[] = []
  let waiting = first
  for (const id of standing) {
    if (inOurs.has(id)) {
      merged.push(...waiting)
      waiting = after.get(id) ?? []
    }
    merged.push(id)
  }
  return [...merged, ...waiting]
}

/** What changed its place among the others: the fewest whose moving explains the new order. */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, place) => [id, place]))
  const shared = after.filter((id) => places.has(id))
  const stayed = longestRising(shared.map((id) => places.get(id) ?? 0))
  const moved = new Set(shared)
  for (const place of stayed) moved.delete(shared[place] ?? '')
  return moved
}

/** What is not standing, grouped under the standing one that it follows. */
function followers(ids: readonly string[], standing: ReadonlySet<string>) {
  const first: string[] = []
  const after = new Map<string, string[]>()
  let group = first
  for (const id of ids) {
    if (standing.has(id)) {
      group = []
      after.set(id, group)
    } else group.push(id)
  }
  return { first, after }
}
