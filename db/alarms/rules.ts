import type { Language } from '../../lib/languages'
import type { ReceiptPlace } from '../receipts/rules'

/** Something that did not go out as it should have, for whoever publishes. `at` is when it should have been there. */
export type Alarm = { articleId: string; headline: string; language: Language; at: Date } & (
  | { kind: 'missing'; places: ReceiptPlace[] }
  /** It is there by now. `ms` is by how much it was late. */
  | { kind: 'late'; places: ReceiptPlace[]; ms: number }
  /** Its moment has passed, and no server has noted it. */
  | { kind: 'overdue' }
  /** It was held back at its moment, and taken off the schedule. */
  | { kind: 'held' }
  /** A pending change could not be merged at its moment, and was taken off the schedule. */
  | { kind: 'stopped'; changeId: string }
)
