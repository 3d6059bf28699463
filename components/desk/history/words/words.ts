import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type HistoryWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, HistoryWords> = { en, fr, ar }

/** What an article's history says in a language. */
export function historyWordsIn(language: Language): HistoryWords {
  return wordsByLanguage[language]
}
