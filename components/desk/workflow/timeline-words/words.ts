import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type TimelineWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, TimelineWords> = { en, fr, ar }

/** What the account of an article says in a language. */
export function timelineWordsIn(language: Language): TimelineWords {
  return wordsByLanguage[language]
}
