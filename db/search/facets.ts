import type { Language } from '../../lib/languages'

/**
 * What filters ask for stands among an article's words as facets, words with an @ that no text contains: its edition, section, topics
 * and contributors by id, the edition's month and year (UTC). `listArticles` writes them.
 */
export function facet(value: string): string {
  return `'@${value.replace(/[\\']/g, '')}'`
}

const mostMonths = 24
const mostYears = 60

/**
 * The facets of a span of time in an edition, as a search for any of them; null for spans so long or so open that they tell little. The span's
 * first and last month, or year, count whole: the exact moments are for the caller to compare.
 */
export function facetsOfSpan(language: Language, from: Date | null, until: Date): string | null {
  if (!from) return null
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth()
  const last = until.getUTCFullYear() * 12 + until.getUTCMonth()
  if (last < first) return null
  if (last - first < mostMonths)
    return anyOf(range(first, last).map((month) => `${language}${Math.floor(month / 12)}${twoDigits((month % 12) + 1)}`))
  const years = range(from.getUTCFullYear(), until.getUTCFullYear())
  return years.length <= mostYears ? anyOf(years.map((year) => `${language}${year}`)) : null
}

function anyOf(values: readonly string[]): string {
  return `(${values.map(facet).join(' | ')})`
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
