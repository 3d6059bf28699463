import { sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import type { Reader } from '../client'
import { isTooCommon } from './rules'
import type { PlannedTerm, PlannedWord, Term } from './terms'
import { nearestFirst, typosAllowed } from './typos'

/** The terms with their words as an edition's index knows them. */
export async function planTerms(reader: Reader, language: Language, terms: readonly Term[]): Promise<PlannedTerm[]> {
  if (terms.length === 0) return []
  const rows = await reader.execute<PlannedRow>(sql`
    select t.number::int as term, w.place::int as place, w.spelling, f.word, stem_word(${language}, w.spelling) as own,
      array(select distinct v.stem from vocabulary v where v.language = ${language} and v.word = f.word) as known
    from json_array_elements_text(${JSON.stringify(terms.map((term) => term.text))}::json) with ordinality t (text, number),
      string_to_table(spell_words(${language}, t.text), ' ') with ordinality w (spelling, place), fold_letters(w.spelling) f (word)
    where w.spelling <> '' order by t.number, w.place`)
  return terms.map(({ isExcluded, isQuoted }, number) => {
    const own = [...rows].filter((row) => row.term === number + 1)
    return { isExcluded, isQuoted, words: own.map((row) => plannedWord(row, language, own.length > 1)) }
  })
}

type PlannedRow = { term: number; place: number; spelling: string; word: string; own: string; known: string[] }

function plannedWord({ place, spelling, word, own, known }: PlannedRow, language: Language, isInPhrase: boolean): PlannedWord {
  // The accents that tell a French stem are often left out in a search: what articles wrote decides.
  const stems = (known.length > 0 ? known : [own]).filter(Boolean)
  const isCommon = !isInPhrase && isTooCommon(language, word)
  return { place, spelling, word, stems: isCommon ? [] : stems, isKnown: known.length > 0 }
}

/** Shorter beginnings would be those of half the vocabulary. */
const shortestBeginning = 3
const endingsLimit = 60

/** The terms with the last word taken for the beginning of one; null where it cannot be. */
export async function planBeginning(
  reader: Reader,
  language: Language,
  terms: readonly PlannedTerm[],
): Promise<PlannedTerm[] | null> {
  const term = terms.at(-1)
  const last = term?.words.at(-1)
  if (!term || !last || term.isExcluded || term.isQuoted || last.word.length < shortestBeginning) return null
  const rows = await reader.execute<{ stem: string }>(sql`
    select v.stem from vocabulary v
    where v.language = ${language} and v.stem <> ''
      and (${sql.join(
        beginningsOf(language, last.word).map((beginning) => sql`v.word like ${`${beginning}%`}`),
        sql` or `,
      )})
    group by v.stem order by min(length(v.word)), v.stem limit ${endingsLimit}`)
  const stems = [...new Set([...last.stems, ...[...rows].map((row) => row.stem)])]
  if (stems.length === last.stems.length) return null
  return [...terms.slice(0, -1), { ...term, words: [...term.words.slice(0, -1), { ...last, stems }] }]
}

/** In Arabic with and without the article. */
function beginningsOf(language: Language, word: string): string[] {
  if (language !== 'ar') return [word]
  const bare = word.replace(/^ال(?=..)/, '')
  return [bare, `ال${bare}`]
}

/** The words by which what was found is recognised in a text, folded. */
export async function listMatchingWords(reader: Reader, language: Language, terms: readonly PlannedTerm[]): Promise<Set<string>> {
  const stems = terms.filter((term) => !term.isExcluded).flatMap((term) => term.words.flatMap((word) => word.stems))
  if (stems.length === 0) return new Set()
  const rows = await reader.execute<{ word: string }>(sql`
    select distinct word from vocabulary where language = ${language}
      and stem in (select json_array_elements_text(${JSON.stringify(stems)}::json)) limit 2000`)
  return new Set([...rows].map((row) => row.word))
}

/** Search words that readers see in no article of an edition, each with the nearest words that they do see, best first. */
export async function correctTerms(
  reader: Reader,
  language: Language,
  terms: readonly PlannedTerm[],
  now: Date,
): Promise<Term[] | null> {
  let isCorrected = false
  const corrected: Term[] = []
  for (const term of terms) {
    const spellings: string[] = []
    for (const word of term.words) {
      const better = term.isExcluded ? null : await findBetterWord(reader, language, word, now)
      if (better) isCorrected = true
      spellings.push(better ?? word.spelling)
    }
    corrected.push({ text: spellings.join(' '), isQuoted: term.isQuoted || spellings.length > 1, isExcluded: term.isExcluded })
  }
  return isCorrected ? corrected : null
}

async function findBetterWord(reader: Reader, language: Language, word: PlannedWord, now: Date): Promise<string | null> {
  if (word.stems.length === 0 || typosAllowed(word.word) === 0) return null
  if (word.isKnown && (await countVisible(reader, language, word.stems, now)) > 0) return null
  // Two letters exchanged change most of a short word's groups of three, so short words are compared more leniently.
  await reader.execute(sql`select set_config('pg_trgm.similarity_threshold', ${word.word.length < 7 ? '0.2' : '0.3'}, true)`)
  const rows = await reader.execute<{ word: string; spelling: string; stem: string }>(sql`
    select v.word, v.spelling, v.stem from vocabulary v
    where v.word % ${word.word} and v.language = ${language} and v.stem <> '' and abs(length(v.word) - ${word.word.length}::int) <= 2
    order by similarity(v.word, ${word.word}) desc, v.word limit 40`)
  const candidates = nearestFirst(word.word, [...rows]).slice(0, 6)
  let best: { spelling: string; typos: number; count: number } | null = null
  for (const { spelling, stem, typos } of candidates) {
    if (best && typos > best.typos) break
    const count = await countVisible(reader, language, [stem], now)
    if (count > (best?.count ?? 0)) best = { spelling, typos, count }
  }
  return best?.spelling ?? null
}

/** How many articles readers see that hold one of these stems, up to a hundred: a suggestion must not tell what is withheld. */
async function countVisible(reader: Reader, language: Language, stems: readonly string[], now: Date): Promise<number> {
  const [row] = await reader.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from listed_articles l where l.search_words @@ ${stems.map((stem) => `'${stem}'`).join(' | ')}::tsquery
        and l.language = ${language} and l.visible_at <= ${now.toISOString()}::timestamptz limit 100) seen`)
  return row?.count ?? 0
}
