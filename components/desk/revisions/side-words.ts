import type { Language } from '../../../lib/languages'
import { filled } from '../../words/words'
import { revisionWordsIn } from './words/words'

/** How the other side of a conflict came about, what it is called, and what is said to keep it. */
export type SideWords = { intro: string; theirs: string; keepTheirs: string }

/** The words where the other side is a person's, who saved first. */
export function sideOfPerson(language: Language, name: string): SideWords {
  const { conflictsIntro, theirs, keepTheirs } = revisionWordsIn(language)
  return { intro: filled(conflictsIntro, { name }), theirs: filled(theirs, { name }), keepTheirs: filled(keepTheirs, { name }) }
}
