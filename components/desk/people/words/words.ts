import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type PeopleWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, PeopleWords> = { en, fr, ar }

/** What the pages about the staff say in a language. */
export function peopleWordsIn(language: Language): PeopleWords {
  return wordsByLanguage[language]
}
