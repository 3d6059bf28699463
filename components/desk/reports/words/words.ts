import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type ReportWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ReportWords> = { en, fr, ar }

/** What the page of readers' reports says in a language. */
export function reportWordsIn(language: Language): ReportWords {
  return wordsByLanguage[language]
}
