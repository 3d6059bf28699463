import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type EditionWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, EditionWords> = { en, fr, ar }

/** What the pages about the editions of newsletters say in a language. */
export function editionWordsIn(language: Language): EditionWords {
  return wordsByLanguage[language]
}
