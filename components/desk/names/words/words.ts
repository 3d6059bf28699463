import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type NameWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, NameWords> = { en, fr, ar }

/** What the pages about topics and contributors say in a language. */
export function nameWordsIn(language: Language): NameWords {
  return wordsByLanguage[language]
}
