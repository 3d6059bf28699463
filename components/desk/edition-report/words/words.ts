import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type ReportWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ReportWords> = { en, fr, ar }

/** What the report of a newsletter edition says in a language. */
export function reportWordsIn(language: Language): ReportWords {
  return wordsByLanguage[language]
}
