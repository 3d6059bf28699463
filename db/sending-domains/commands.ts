import { environment } from '../../lib/environment'
import { db } from '../client'
import { record } from '../events/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { lookUpDomain, type TextResolver } from './look-up'
import { listSendingDomains } from './queries'
import type { DomainFindings } from './rules'
import { sendingDomains } from './schema'

/** Looks up a domain that newsletters come from, now. */
export async function checkSendingDomain(
  actor: Actor,
  domain: string,
  resolver: TextResolver,
  now: Date,
): Promise<'checked' | 'unknown' | 'not-allowed' | 'ask-again'> {
  const decision = decide(actor, 'newsletter.write', now)
  if (decision !== 'allowed') return decision
  const known = await listSendingDomains()
  if (!known.some((one) => one.domain === domain)) return 'unknown'
  const findings = await lookUpDomain(resolver, sendingOf(domain))
  await db.transaction(async (tx) => {
    await tx.insert(sendingDomains).values({ domain, checkedAt: now, findings }).onConflictDoUpdate(renewed(findings, now))
    await record(tx, actor, { action: 'domain.checked', subjectId: null, at: now, details: { domain } })
  })
  return 'checked'
}

/** Looks up every domain that newsletters come from. */
export async function checkSendingDomains(resolver: TextResolver, now: Date): Promise<void> {
  for (const { domain } of await listSendingDomains()) {
    const findings = await lookUpDomain(resolver, sendingOf(domain))
    await db.insert(sendingDomains).values({ domain, checkedAt: now, findings }).onConflictDoUpdate(renewed(findings, now))
  }
}

function renewed(findings: DomainFindings, checkedAt: Date) {
  return { target: sendingDomains.domain, set: { findings, checkedAt } }
}

function sendingOf(domain: string) {
  const { BOUNCE_DOMAIN, DKIM_SELECTOR } = environment()
  return { domain, envelopeDomain: BOUNCE_DOMAIN ?? domain, selector: DKIM_SELECTOR ?? '' }
}
