import type { FormState } from '../../lib/forms'

/** What became of setting up a factor. `recoveryCodes` are empty when there are earlier ones. */
export type EnrolState = FormState | { status: 'enrolled'; recoveryCodes: string[] }
