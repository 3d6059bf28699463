import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type DomainWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, DomainWords> = { en, fr, ar }

/** What is said about sending domains in a language. */
export function domainWordsIn(language: Language): DomainWords {
  return wordsByLanguage[language]
}
