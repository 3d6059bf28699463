import type { Language } from '../../../lib/languages'
import type { MoveState } from './move-state'
import { workflowWordsIn } from './words/words'

/** What is wrong with a field, in words; null if nothing is. */
export function moveFault(state: MoveState, field: string, language: Language): string | null {
  if (state.status !== 'invalid') return null
  const fault = state.fields[field]
  if (fault === undefined) return null
  const { faults } = workflowWordsIn(language)
  const known = Object.entries(faults).find(([name]) => name === fault)
  return known ? known[1] : faults.invalid
}
