/**
 * Where a page of a search begins. A search is ranked anew for each page; asked as of the moment of its first page, it gives the same
 * order, and nothing published meanwhile moves what was shown.
 */
export type Place = { asOf: Date; skip: number }

/** How many results can be leafed through; who looks for more should narrow the search. */
export const placesLimit = 1000

/** Letters, digits and a hyphen. */
export function encodePlace({ asOf, skip }: Place): string {
  return `${asOf.getTime().toString(36)}-${skip.toString(36)}`
}

/** Null for what is not a place in its one spelling. */
export function decodePlace(text: string): Place | null {
  const [, moment, skipped] = /^([0-9a-z]{1,9})-([0-9a-z]{1,3})$/.exec(text) ?? []
  if (!moment || !skipped) return null
  const place = { asOf: new Date(Number.parseInt(moment, 36)), skip: Number.parseInt(skipped, 36) }
  if (Number.isNaN(place.asOf.getTime())) return null
  return place.skip > 0 && place.skip < placesLimit && encodePlace(place) === text ? place : null
}
