import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { en, type ReceiptWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ReceiptWords> = { en, fr, ar }

/** What receipts and alarms say in a language. */
export function receiptWordsIn(language: Language): ReceiptWords {
  return wordsByLanguage[language]
}
