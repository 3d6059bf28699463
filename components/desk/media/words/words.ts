import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { en, type MediaWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, MediaWords> = { en, fr, ar }

/** What the library of pictures says in a language. */
export function mediaWordsIn(language: Language): MediaWords {
  return wordsByLanguage[language]
}
