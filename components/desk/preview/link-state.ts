import type { FormState } from '@/lib/forms'

/** What became of asking for a link; `until` is ISO. */
export type LinkState = FormState | { status: 'made'; href: string; until: string }
