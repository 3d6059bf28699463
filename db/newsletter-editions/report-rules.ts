import type { DeliveryStatus } from '../deliveries/rules'
import type { Attention, Exclusions, NewsletterEditionStatus } from './rules'

/** Why mails failed for good, by what the mail server's enhanced code is about (RFC 3463); `other` where it gave none. */
export const failureReasons = ['address', 'mailbox', 'system', 'network', 'protocol', 'content', 'policy', 'other'] as const
export type FailureReason = (typeof failureReasons)[number]

/** What an enhanced code is about, by its second figure. */
export function failureReasonOf(enhancedCode: string | null): FailureReason {
  const subject = /^[245]\.(\d{1,3})\./.exec(enhancedCode ?? '')?.[1]
  switch (subject) {
    case '1':
      return 'address'
    case '2':
      return 'mailbox'
    case '3':
      return 'system'
    case '4':
      return 'network'
    case '5':
      return 'protocol'
    case '6':
      return 'content'
    case '7':
      return 'policy'
    default:
      return 'other'
  }
}

/** A link's clicks; `filtered` are those of programs that look through mail. */
export type LinkReport = { position: number; url: string; clicks: number; filtered: number }

/** What became of an edition's mails, in numbers alone. The statuses add up to `frozen` as soon as the audience is. */
export type EditionReport = {
  editionId: string
  newsletterName: string
  number: number
  subject: string
  status: NewsletterEditionStatus
  /** Why it is not being sent, or what has to be decided. */
  attention: Attention | null
  countsClicks: boolean
  frozenAt: Date | null
  endedAt: Date | null
  frozen: number
  exclusions: Exclusions
  statuses: Record<DeliveryStatus, number>
  failures: { reason: FailureReason; count: number }[]
  skips: { reason: string; count: number }[]
  bounced: { hard: number; soft: number }
  complained: number
  left: number
  links: LinkReport[]
}

/** Whether its numbers still move by themselves. */
export function isMoving(report: Pick<EditionReport, 'status'>): boolean {
  return ['freezing', 'sending', 'scheduled'].includes(report.status)
}
