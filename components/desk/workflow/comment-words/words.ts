import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type CommentWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, CommentWords> = { en, fr, ar }

/** What the comments on an article say in a language. */
export function commentWordsIn(language: Language): CommentWords {
  return wordsByLanguage[language]
}
