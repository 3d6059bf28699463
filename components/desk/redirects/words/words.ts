import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type RedirectWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, RedirectWords> = { en, fr, ar }

/** What the pages about redirects say in a language. */
export function redirectWordsIn(language: Language): RedirectWords {
  return wordsByLanguage[language]
}
