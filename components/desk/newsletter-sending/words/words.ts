import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type SendingWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, SendingWords> = { en, fr, ar }

/** What is said in a language while an edition is being sent. */
export function sendingWordsIn(language: Language): SendingWords {
  return wordsByLanguage[language]
}
