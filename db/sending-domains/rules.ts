/** What can be said of what was found; the dashboard puts each into words. */
export const findingReasons = [
  'good',
  /** Nothing stands there. */
  'none',
  /** Several stand there where one may: mail servers take that for none. */
  'several',
  /** Nobody answered, or with a fault: it may be good. */
  'no-answer',
  /** SPF: everybody may send. */
  'allows-all',
  /** SPF: does not say what holds for everybody else. */
  'decides-nothing',
  /** SPF: asks for more than ten lookups. */
  'too-many-lookups',
  /** DKIM: which key signs is not known to this program. */
  'no-selector',
  /** DKIM: the key was taken back. */
  'revoked',
  /** DKIM: what stands there is no key. */
  'no-key',
  /** DKIM: shorter than 1024 bits. */
  'weak-key',
  /** DMARC: names no policy. */
  'no-policy',
  /** DMARC: good for a start, and nothing is refused. */
  'only-watches',
  /** DMARC: neither SPF nor DKIM stands for this very domain. */
  'nothing-aligned',
] as const
export type FindingReason = (typeof findingReasons)[number]

/** What was found of one thing: `good`, missing, wrong, or the lookup itself failed. `record` is what stands there, `wanted` what should. */
export type Finding = {
  state: 'good' | 'missing' | 'wrong' | 'unknown'
  /** Where it stands, or should. */
  name: string
  record: string
  wanted: string
  reason: FindingReason
}

/** Whether a domain says that our mail is its own: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
export type DomainFindings = { spf: Finding; dkim: Finding; dmarc: Finding }

/** Whether a newsletter had better wait: `unchecked` and `faulty` are a warning, never a refusal, as only mail servers decide. */
export type SendingReadiness =
  | { state: 'no-sender' }
  | { state: 'unchecked'; domain: string }
  | { state: 'faulty' | 'ready'; domain: string; checkedAt: Date; findings: DomainFindings }

/** Whether anything found of a domain speaks against sending from it. */
export function isFaulty({ spf, dkim, dmarc }: DomainFindings): boolean {
  return [spf, dkim, dmarc].some(({ state }) => state !== 'good')
}

/** The domain of an address; empty where there is none. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
