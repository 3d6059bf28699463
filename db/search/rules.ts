import { z } from 'zod'
import { isDay } from '../../lib/days'
import type { Language } from '../../lib/languages'
import { decodePlace, type Place } from './place'
import { parseTerms, type Term } from './terms'

/** What was typed, for the form: the words and the filters, each as it came; days that can be read as `2015-10-13`. */
export type SearchValues = { q: string; section: string; topic: string; author: string; from: string; until: string }

/** What is to be searched. Slugs and days are null where nothing, or nothing readable, was asked. */
export type SearchQuery = {
  terms: Term[]
  section: string | null
  topic: string | null
  author: string | null
  /** Calendar days in the publication's zone, `2015-10-13`, both included. */
  from: string | null
  until: string | null
  /** Where the page begins in the list found; null for its first page. */
  place: Place | null
}

const queryLimit = 200

/** A value of an address: the first where several stand, without what no text contains, cut to `limit` characters. */
const field = (limit: number) =>
  z
    .unknown()
    .default('')
    .transform((given) => {
      const value: unknown = Array.isArray(given) ? given[0] : given
      return typeof value === 'string'
        ? [
            ...value
              .toWellFormed()
              .replace(/\p{Cc}/gu, ' ')
              .slice(0, limit * 2),
          ]
            .slice(0, limit)
            .join('')
        : ''
    })

/**
 * Reads a search from an address's query. Takes anything: what it cannot read is left out of `query`, kept in `values` for the form,
 * and named in `badDates`. `isCut` says that only the beginning of a very long search counts.
 */
export const searchInput = z
  .object({
    q: field(queryLimit + 1),
    section: field(200),
    topic: field(200),
    author: field(200),
    from: field(40),
    until: field(40),
    before: field(40),
  })
  .transform(({ before, ...typed }) => {
    const isCut = [...typed.q].length > queryLimit
    const q = isCut ? [...typed.q].slice(0, queryLimit).join('') : typed.q
    const from = readDay(typed.from)
    const until = readDay(typed.until)
    const values: SearchValues = { ...typed, q, from: from ?? typed.from, until: until ?? typed.until }
    const query: SearchQuery = {
      terms: parseTerms(values.q),
      section: values.section || null,
      topic: values.topic || null,
      author: values.author || null,
      from: from || null,
      until: until || null,
      place: decodePlace(before),
    }
    return { values, query, isCut, badDates: { from: from === null, until: until === null } }
  })

/** Whether anything narrows the archive besides words. */
export function isFiltered(query: SearchQuery): boolean {
  return Boolean(query.section || query.topic || query.author || query.from || query.until)
}

/** The query of an address that asks the same, from `before` on. Empty fields are left out. */
export function searchAddress(search: string, values: SearchValues, before?: string | null): string {
  const parts = Object.entries({ ...values, before: before ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(parts).toString()
  return query ? `${search}?${query}` : search
}

/**
 * A calendar day as `2015-10-13`, empty for empty, null for what is none. Digits of any script and one-digit months are read, and
 * slashes or dots, as long as the year comes first: in any other order the day and the month could be mistaken.
 */
export function readDay(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
  if (plain === '') return ''
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? []
  if (!year || !month || !day || year < '1000') return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

/** Arabic words that stand in every text; Postgres knows those of English and French. */
const arabicCommonWords = new Set(
  'في من على الى عن مع ان انه انها هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت هو هي هم او ثم بين كل بعد قبل عند حتى كما اي يا'.split(
    ' ',
  ),
)

export function isTooCommon(language: Language, foldedWord: string): boolean {
  return language === 'ar' && arabicCommonWords.has(foldedWord)
}
