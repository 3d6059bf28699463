import type { Language } from '../../lib/languages'
import type { Transaction } from '../client'
import { facet } from '../search/facets'
import { planBeginning, planTerms } from '../search/planning'
import { compileTerms, hasPhrase, type PlannedTerm, type Term } from '../search/terms'

/** A search in Postgres's notation: by the index alone, and as it was meant, which for a phrase says more. */
type Written = { loose: string; strict: string }

/** A search as the desk asks it: of what is listed, and of heads that are not. */
export type DeskPlan = { listed: Written; heads: Written; isPhrase: boolean }

type Planned = { language: Language; terms: readonly PlannedTerm[] }

/**
 * The words as each of these editions knows them; null where they are too common to be looked for in any. `isTooCommon` says that they are so
 * in one of them.
 */
export async function planWords(
  tx: Transaction,
  languages: readonly Language[],
  terms: readonly Term[],
  facets: readonly string[],
): Promise<{ exact: DeskPlan; wider: DeskPlan; isTooCommon: boolean } | null> {
  const exact: Planned[] = []
  const wider: Planned[] = []
  const heads: Planned[] = []
  for (const language of languages) {
    const planned = await planTerms(tx, language, terms)
    const begun = (await planBeginning(tx, language, planned)) ?? planned
    exact.push({ language, terms: planned })
    wider.push({ language, terms: begun })
    heads.push({ language, terms: withBeginning(language, begun) })
  }
  const isPhrase = exact.some((planned) => hasPhrase(planned.terms))
  const [listed, listedWider] = [write(exact, facets), write(wider, facets)]
  const [unlisted, unlistedWider] = [write(exact, []), write(heads, [])]
  if (!listed || !listedWider || !unlisted || !unlistedWider) return null
  return {
    exact: { listed, heads: unlisted, isPhrase },
    wider: { listed: listedWider, heads: unlistedWider, isPhrase },
    isTooCommon: exact.some((planned) => compileTerms(planned.terms, { isLoose: true }) === null),
  }
}

/** Words of drafts are in no vocabulary; the few articles that are drafts can be asked for beginnings themselves. */
function withBeginning(language: Language, terms: readonly PlannedTerm[]): readonly PlannedTerm[] {
  const term = terms.at(-1)
  const last = term?.words.at(-1)
  if (!term || !last || term.isExcluded || term.isQuoted || last.stems.length === 0 || last.word.length < 3) return terms
  const beginnings = [language === 'ar' ? last.word.replace(/^ال(?=..)/, '') : last.word]
  return [...terms.slice(0, -1), { ...term, words: [...term.words.slice(0, -1), { ...last, beginnings }] }]
}

function write(editions: readonly Planned[], facets: readonly string[]): Written | null {
  const compiled = editions.flatMap(({ language, terms }) => {
    const strict = compileTerms(terms, { isLoose: false })
    const loose = compileTerms(terms, { isLoose: true })
    if (!strict || !loose) return []
    const within = [language, ...facets].map(facet).join(' & ')
    return { loose: `((${loose}) & ${within})`, strict: `((${strict}) & ${within})` }
  })
  if (compiled.length === 0) return null
  return { loose: compiled.map((one) => one.loose).join(' | '), strict: compiled.map((one) => one.strict).join(' | ') }
}
