import type { FormState } from '../../lib/forms'

/** What became of setting up a factor. `recoveryCodes` are empty when there are earlier ones. */
export type EnrolState = FormState | { status: 'enrolled'; recoveryCodes: string[] }

/** The state of an enrolment that was turned down, with the reason in a sentence. */
export function refuseEnrolment(message: string): EnrolState {
  return { status: 'refused', message, values: {} }
}
