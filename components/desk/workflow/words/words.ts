import type { Language } from '../../../../lib/languages'
import { ar } from './ar'
import { en, type WorkflowWords } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, WorkflowWords> = { en, fr, ar }

/** What the page of publication says in a language. */
export function workflowWordsIn(language: Language): WorkflowWords {
  return wordsByLanguage[language]
}
