import type { FormState } from '../../lib/forms'
import type { Language } from '../../lib/languages'
import { deskWordsIn } from './words/words'

/** What is wrong with a field, in words; null if nothing is. */
export function deskFault(state: FormState, field: string, language: Language): string | null {
  if (state.status !== 'invalid') return null
  const fault = state.fields[field]
  if (fault === undefined) return null
  const { faults } = deskWordsIn(language)
  const known = Object.entries(faults).find(([name]) => name === fault)
  return known ? known[1] : faults.invalid
}
