import type { Language } from '../../lib/languages'
import type { ReceiptPlace } from '../receipts/rules'
import type { Breaker } from '../subscribers/sign-up-rules'

/** Something that needs somebody: what did not go out as it should have, for whoever publishes; and sign-ups that are not as they are. */
export type Alarm = ArticleAlarm | SignUpAlarm

/** Far more sign-ups than usual, or hardly any that is confirmed: somebody abuses the forms. Everybody may ask less often meanwhile. */
export type SignUpAlarm = { kind: 'sign-ups'; at: Date; breaker: Exclude<Breaker, { kind: 'closed' }> }

/** `at` is when it should have been there. */
export type ArticleAlarm = { articleId: string; headline: string; language: Language; at: Date } & (
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
