import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type NewsletterWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, NewsletterWords> = { en, fr, ar }

/** What the pages about newsletters say in a language. */
export function newsletterWordsIn(language: Language): NewsletterWords {
  return wordsByLanguage[language]
}
