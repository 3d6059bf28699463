import type { Language } from '../../../lib/languages'
import { ar } from './ar'
import { en, type MailWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, MailWords> = { en, fr, ar }

/** What mails say in a language. */
export function mailWordsIn(language: Language): MailWords {
  return wordsByLanguage[language]
}
