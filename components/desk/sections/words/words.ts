import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type SectionWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, SectionWords> = { en, fr, ar }

/** What the pages about sections say in a language. */
export function sectionWordsIn(language: Language): SectionWords {
  return wordsByLanguage[language]
}
