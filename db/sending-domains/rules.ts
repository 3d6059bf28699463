/** What was found of one thing: `good`, missing, wrong, or the lookup itself failed. `record` is what stands there, `wanted` what should. */
export type Finding = { state: 'good' | 'missing' | 'wrong' | 'unknown'; record: string; wanted: string; reason: string }

/** Whether a domain says that our mail is its own: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
export type DomainFindings = { spf: Finding; dkim: Finding; dmarc: Finding }
