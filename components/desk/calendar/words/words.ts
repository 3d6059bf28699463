import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { type CalendarWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, CalendarWords> = { en, fr, ar }

/** What the calendar says in a language. */
export function calendarWordsIn(language: Language): CalendarWords {
  return wordsByLanguage[language]
}
