import type { Language } from '../../../../../lib/languages'
import { ar } from './ar'
import { en, type ImportWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ImportWords> = { en, fr, ar }

/** What the pages about imports say in a language. */
export function importWordsIn(language: Language): ImportWords {
  return wordsByLanguage[language]
}
