import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { en, type PreviewWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, PreviewWords> = { en, fr, ar }

/** What the preview of an article says in a language. */
export function previewWordsIn(language: Language): PreviewWords {
  return wordsByLanguage[language]
}
