/** Where an article has to stand when it has appeared, in the order in which it is looked for. */
export const receiptPlaces = ['page', 'section', 'home', 'feed', 'section_feed', 'sitemap', 'news_sitemap'] as const
export type ReceiptPlace = (typeof receiptPlaces)[number]

/** `absent`: the place shows its newest or chosen only, and the article is rightly not among them. `missing`: it ought to be there and is not. */
export const receiptStates = ['shown', 'absent', 'missing'] as const
export type ReceiptState = (typeof receiptStates)[number]

/** Milliseconds after which what is not to be seen is late. */
export const lateAfter = 5000

/** Days for which receipts are kept. */
export const keptDays = 30

/** Seconds of silence after which an instance owes nothing any more: it says every few seconds that it lives. */
export const silentSeconds = 30

/** Minutes of silence after which an instance is forgotten. */
export const staleMinutes = 5

/** What one instance saw at a place, `ms` after readers were to see the article there. */
export type Receipt = { place: ReceiptPlace; instanceId: string; state: ReceiptState; ms: number }

/** The last appearance of an article with the receipts for it. */
export type ReceiptReport = {
  appearanceId: number
  revisionNumber: number
  /** ISO: it travels to the browser as JSON too. */
  visibleAt: string
  /** Milliseconds since then; negative while it lies ahead, as under embargo. */
  age: number
  /** Whether readers are to see just this revision still. */
  isCurrent: boolean
  /** Those that owe receipts for it or have given some, in the order in which they were started. */
  instanceIds: string[]
  receipts: Receipt[]
}

/** Milliseconds for which somebody who has published waits for receipts. */
const patience = 15_000

/** Whether more receipts are to be expected in the next seconds. */
export function isAwaited({ age, isCurrent, instanceIds, receipts }: ReceiptReport): boolean {
  const settled = receipts.filter(({ state }) => state !== 'missing').length
  return (
    isCurrent && age >= 0 && age < patience && (instanceIds.length === 0 || settled < instanceIds.length * receiptPlaces.length)
  )
}

/** Whether a receipt is one to worry about. */
export function isAlarming({ state, ms }: Pick<Receipt, 'state' | 'ms'>): boolean {
  return state === 'missing' || (state === 'shown' && ms > lateAfter)
}
