import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type EventWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, EventWords> = { en, fr, ar }

/** What the log says in a language. */
export function eventWordsIn(language: Language): EventWords {
  return wordsByLanguage[language]
}
