import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { en, type NewsletterMailWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, NewsletterMailWords> = { en, fr, ar }

/** The words around a newsletter edition, in a language. */
export function newsletterWordsIn(language: Language): NewsletterMailWords {
  return wordsByLanguage[language]
}
