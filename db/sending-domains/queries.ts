import { eq, ne } from 'drizzle-orm'
import { db } from '../client'
import { newsletters } from '../newsletters/schema'
import { type DomainFindings, domainOfAddress, isFaulty, type SendingReadiness } from './rules'
import { sendingDomains } from './schema'

/** A domain that newsletters come from; never looked up where `checkedAt` is null. */
export type SendingDomain = { domain: string; newsletters: string[]; checkedAt: Date | null; findings: DomainFindings | null }

/** The domains that newsletters come from, with what was found when they were last looked up. */
export async function listSendingDomains(): Promise<SendingDomain[]> {
  const [senders, found] = await Promise.all([
    db
      .select({ slug: newsletters.slug, address: newsletters.senderAddress })
      .from(newsletters)
      .where(ne(newsletters.senderAddress, '')),
    db.select().from(sendingDomains),
  ])
  const byDomain = Map.groupBy(senders, ({ address }) => domainOfAddress(address))
  return [...byDomain]
    .map(([domain, own]) => {
      const last = found.find((one) => one.domain === domain)
      const slugs = own.map(({ slug }) => slug).sort()
      return { domain, newsletters: slugs, checkedAt: last?.checkedAt ?? null, findings: last?.findings ?? null }
    })
    .sort((one, other) => one.domain.localeCompare(other.domain))
}

/** What the domain of a newsletter's sender says against beginning: something to warn of before its first edition, and never to forbid it. */
export async function findSendingReadiness(newsletterId: string): Promise<SendingReadiness> {
  const [newsletter] = await db
    .select({ address: newsletters.senderAddress })
    .from(newsletters)
    .where(eq(newsletters.id, newsletterId))
  if (!newsletter?.address) return { state: 'no-sender' }
  const domain = domainOfAddress(newsletter.address)
  const [last] = await db.select().from(sendingDomains).where(eq(sendingDomains.domain, domain))
  if (!last) return { state: 'unchecked', domain }
  const { checkedAt, findings } = last
  return { state: isFaulty(findings) ? 'faulty' : 'ready', domain, checkedAt, findings }
}
