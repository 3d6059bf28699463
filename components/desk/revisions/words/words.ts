import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type RevisionWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, RevisionWords> = { en, fr, ar }

/** What the views of revisions, conflicts and translations say in a language. */
export function revisionWordsIn(language: Language): RevisionWords {
  return wordsByLanguage[language]
}
