import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type AudienceWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, AudienceWords> = { en, fr, ar }

/** What the pages about the audience say in a language. */
export function audienceWordsIn(language: Language): AudienceWords {
  return wordsByLanguage[language]
}
