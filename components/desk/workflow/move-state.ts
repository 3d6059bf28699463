import type { FieldValues, FormState } from '../../../lib/forms'

/** What became of a move. `ask-again`: the second factor has to be given first; what was typed stays. */
export type MoveState = FormState | { status: 'ask-again'; values: FieldValues }

/** What a form of the page sends its fields to. */
export type MoveAction = (previous: MoveState, form: FormData) => Promise<MoveState>

export const idleMove: MoveState = { status: 'idle' }

/** What was typed into a field before the form came back, else what it holds at first. */
export function keptIn(state: MoveState, field: string, first = ''): string {
  return 'values' in state ? (state.values[field] ?? '') : first
}
