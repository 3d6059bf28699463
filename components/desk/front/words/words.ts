import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type FrontWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, FrontWords> = { en, fr, ar }

/** What the pages about fronts say in a language. */
export function frontWordsIn(language: Language): FrontWords {
  return wordsByLanguage[language]
}
