import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type MailWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, MailWords> = { en, fr, ar }

/** What the outbox's page says in a language. */
export function deskMailWordsIn(language: Language): MailWords {
  return wordsByLanguage[language]
}
