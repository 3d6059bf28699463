import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type TranslationWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, TranslationWords> = { en, fr, ar }

/** What the desk says of translations in a language. */
export function translationWordsIn(language: Language): TranslationWords {
  return wordsByLanguage[language]
}
