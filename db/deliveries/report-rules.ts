/** What a mail server or provider can tell of a mail after it was taken. */
export type ReportKind = 'hard_bounce' | 'soft_bounce' | 'complaint' | 'delayed' | 'delivered' | 'other'

/** What is told of one mail, in no provider's words. */
export type Told = {
  kind: ReportKind
  /** RFC 3463, empty where none was given. */
  enhancedCode: string
  /** What was said, without addresses. */
  words: string
}

/** A report about a delivery, however it came. */
export type DeliveryReport = Told & {
  /** `mailbox`, or the provider's name. */
  source: string
  /** What the source calls it: told twice, it is heard once. */
  externalId: string
  /** The delivery, by its token or by what the provider calls it. */
  about: { token: string } | { providerReference: string }
}

/** So many soft bounces, of so many newsletter editions, in so many days, and an address counts as dead. */
export const softLimit = { bounces: 5, editions: 3, days: 30 }

/** Of the sender's address, not of the recipient's: nothing against whoever was written to. */
const ofTheSender = /^5\.1\.[78]$/

/** Whether a failure is the address's for good (RFC 3463: no such mailbox or domain, mailbox switched off), not of the moment or of our mail. */
export function bounceOf(enhancedCode: string): 'hard_bounce' | 'soft_bounce' {
  const isHard = /^5\.(1\.\d{1,3}|2\.1)$/.test(enhancedCode) && !ofTheSender.test(enhancedCode)
  return isHard ? 'hard_bounce' : 'soft_bounce'
}

/** Whether a report proves that the mail was taken: nothing comes back of one that was not. */
export function provesSending(kind: ReportKind): boolean {
  return kind !== 'other'
}

/** The first enhanced code that stands in a text; empty where there is none. */
export function enhancedCodeIn(text: string): string {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? ''
}

/** Longer is nothing for a list. */
const mostWords = 300

/** What a mail server said, on one line and without the addresses that it likes to repeat. */
export function withoutAddresses(text: string): string {
  const line = text
    .replace(/[^\s<>()[\]",;]*@[^\s<>()[\]"',;]+/g, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...line].slice(0, mostWords).join('')
}
