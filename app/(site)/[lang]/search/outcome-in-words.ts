import { counted, filled, wordsIn } from '@/components/words/words'
import type { SearchAnswer } from '@/db/search/queries'
import type { Language } from '@/lib/languages'

/** What came of a search, in one sentence or two. */
export function outcomeInWords(language: Language, answer: SearchAnswer): string[] {
  const words = wordsIn(language)
  if (answer.kind === 'unasked') return [words.searchEmpty]
  if (answer.kind === 'too-common') return [words.searchTooCommon]
  if (answer.count === 0) return [words.searchResults.zero ?? counted(language, 0, words.searchResults), words.searchNothing]
  const many = filled(words.searchMany, { count: new Intl.NumberFormat(language).format(answer.count) })
  const found = answer.isCapped ? many : counted(language, answer.count, words.searchResults)
  return answer.insteadOf === null ? [found] : [filled(words.searchInstead, { query: answer.insteadOf }), found]
}
