import { longestRising } from '../../lib/rising'

/** Larger tables than this are not filled: what has nothing unique in common and is as long as that was written anew. */
const largestTable = 400_000

/** A place on each side that belong together. */
export type Match = readonly [before: number, after: number]

/**
 * Which of these keys stand in both lists, in one order, as a reader would match them: first what both have exactly once, then
 * between those the heaviest selection.
 */
export function matchKeys(before: readonly string[], after: readonly string[], weightOf: (key: string) => number): Match[] {
  const matches: Match[] = []
  const look = (fromA: number, toA: number, fromB: number, toB: number) => {
    let [startA, startB, endA, endB] = [fromA, fromB, toA, toB]
    while (startA < endA && startB < endB && before[startA] === after[startB]) matches.push([startA++, startB++])
    const ending: Match[] = []
    while (startA < endA && startB < endB && before[endA - 1] === after[endB - 1]) ending.push([--endA, --endB])

    const anchors = uniqueMatches(before, after, startA, endA, startB, endB)
    if (anchors.length > 0) {
      for (const [a, b] of anchors) {
        look(startA, a, startB, b)
        matches.push([a, b])
        startA = a + 1
        startB = b + 1
      }
      look(startA, endA, startB, endB)
    } else {
      const weight = (a: number, b: number) => {
        const key = before[startA + a] ?? ''
        return key === after[startB + b] ? weightOf(key) : 0
      }
      for (const [a, b] of heaviestMatches(endA - startA, endB - startB, weight)) matches.push([startA + a, startB + b])
    }
    matches.push(...ending.reverse())
  }
  look(0, before.length, 0, after.length)
  return matches
}

/** Of all ways to match two lists in order, the one of most weight; what weighs nothing is never matched. Lists too long for that are not. */
export function heaviestMatches(before: number, after: number, weight: (before: number, after: number) => number): Match[] {
  if (before === 0 || after === 0 || before * after > largestTable) return []
  const width = after + 1
  /** The most that can be had from these places on. */
  const best = new Float64Array((before + 1) * width)
  const from = (a: number, b: number) => best[a * width + b] ?? 0
  for (let a = before - 1; a >= 0; a -= 1)
    for (let b = after - 1; b >= 0; b -= 1) {
      const own = weight(a, b)
      const matched = own > 0 ? own + from(a + 1, b + 1) : 0
      best[a * width + b] = Math.max(matched, from(a + 1, b), from(a, b + 1))
    }

  const matches: Match[] = []
  for (let a = 0, b = 0; a < before && b < after; ) {
    const own = weight(a, b)
    if (own > 0 && from(a, b) === own + from(a + 1, b + 1)) matches.push([a++, b++])
    else if (from(a + 1, b) >= from(a, b + 1)) a += 1
    else b += 1
  }
  return matches
}

function uniqueMatches(
  before: readonly string[],
  after: readonly string[],
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): Match[] {
  const there = onlyPlaces(after, fromB, toB)
  const pairs: Match[] = []
  for (const [key, a] of onlyPlaces(before, fromA, toA)) {
    const b = there.get(key)
    if (b !== undefined && b >= 0 && a >= 0) pairs.push([a, b])
  }
  return longestRising(pairs.map(([, b]) => b)).flatMap((place) => (pairs[place] ? [pairs[place]] : []))
}

/** The place of each key, -1 where it has several. */
function onlyPlaces(keys: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let place = from; place < to; place += 1) {
    const key = keys[place] ?? ''
    places.set(key, places.has(key) ? -1 : place)
  }
  return places
}
