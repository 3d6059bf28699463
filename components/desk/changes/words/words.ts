import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type ChangeWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ChangeWords> = { en, fr, ar }

/** What the pages about pending changes say in a language. */
export function changeWordsIn(language: Language): ChangeWords {
  return wordsByLanguage[language]
}
