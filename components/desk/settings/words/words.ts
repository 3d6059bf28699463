import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type SettingsWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, SettingsWords> = { en, fr, ar }

/** What the settings' page says in a language. */
export function settingsWordsIn(language: Language): SettingsWords {
  return wordsByLanguage[language]
}
