import type { FormState } from '@/lib/forms'

/** Of the list: beside what every form may be, one is removed and can be put back. */
export type RedirectState = FormState | { status: 'removed'; message: string; from: string; to: string }
