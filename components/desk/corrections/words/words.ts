import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type CorrectionWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, CorrectionWords> = { en, fr, ar }

/** What the desk says of corrections in a language. */
export function correctionWordsIn(language: Language): CorrectionWords {
  return wordsByLanguage[language]
}
