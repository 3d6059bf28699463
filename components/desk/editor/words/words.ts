import type { Language } from '@/lib/languages'
import { ar } from './ar'
import { type EditorWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, EditorWords> = { en, fr, ar }

/** What the editor of a text says in a language. */
export function editorWordsIn(language: Language): EditorWords {
  return wordsByLanguage[language]
}
