import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { type ArticleWords, en } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, ArticleWords> = { en, fr, ar }

/** What the article's editor says in a language. */
export function articleWordsIn(language: Language): ArticleWords {
  return wordsByLanguage[language]
}
