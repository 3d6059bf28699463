import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { en, type ListWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ListWords> = { en, fr, ar }

/** What the desk's list and its calendar say in a language. */
export function listWordsIn(language: Language): ListWords {
  return wordsByLanguage[language]
}
