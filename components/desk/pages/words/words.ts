import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type PageWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, PageWords> = { en, fr, ar }

/** What the pages about standing pages say in a language. */
export function pageWordsIn(language: Language): PageWords {
  return wordsByLanguage[language]
}
