import type { Language } from '../../../lib/languages'
import { ar } from './ar'
import { type DeskWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, DeskWords> = { en, fr, ar }

/** What the dashboard says in a language. */
export function deskWordsIn(language: Language): DeskWords {
  return wordsByLanguage[language]
}
