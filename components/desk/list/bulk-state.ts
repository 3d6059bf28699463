import type { BulkReport } from '@/db/desk/rules'
import type { FormState } from '@/lib/forms'

/** What became of a change to several articles. */
export type BulkState = FormState | { status: 'changed'; report: BulkReport }
