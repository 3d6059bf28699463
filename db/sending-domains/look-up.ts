import { Resolver } from 'node:dns/promises'
import { judgeDkim } from './judge-dkim'
import { judgeDmarc } from './judge-dmarc'
import { judgeSpf } from './judge-spf'
import type { DomainFindings } from './rules'
import type { Sending, Texts } from './texts'

/** Asks the domain name system for the texts under a name. */
export type TextResolver = { resolveTxt: (name: string) => Promise<string[][]> }

/** Asks the machine's name servers, or those named (`127.0.0.1:5353`). */
export function textResolver(servers?: readonly string[]): TextResolver {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (servers) resolver.setServers(servers)
  return resolver
}

/** Looks up what a domain says about our mail. What cannot be looked up is `unknown`; nothing of it throws. */
export async function lookUpDomain(resolver: TextResolver, sending: Sending): Promise<DomainFindings> {
  const { domain, envelopeDomain, selector } = sending
  const [spfTexts, dkimTexts, dmarcTexts] = await Promise.all([
    textsOf(resolver, envelopeDomain),
    selector ? textsOf(resolver, dkimName(selector, domain)) : 'no-answer',
    policyOver(resolver, domain),
  ] as const)
  const spf = judgeSpf(spfTexts, envelopeDomain)
  const dkim = judgeDkim(dkimTexts, selector ? dkimName(selector, domain) : '')
  return { spf, dkim, dmarc: judgeDmarc(dmarcTexts, sending, { spf, dkim }) }
}

function dkimName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`
}

/** The policy of a domain, else that of the nearest domain above it that has one, as far as the last two labels. */
async function policyOver(resolver: TextResolver, domain: string): Promise<{ name: string; texts: Texts }> {
  const labels = domain.split('.')
  for (let from = 0; from <= Math.max(0, labels.length - 2); from++) {
    const name = `_dmarc.${labels.slice(from).join('.')}`
    const texts = await textsOf(resolver, name)
    if (texts === 'no-answer' || texts.some((text) => /^v=DMARC1\s*(;|$)/i.test(text))) return { name, texts }
  }
  return { name: `_dmarc.${domain}`, texts: [] }
}

async function textsOf(resolver: TextResolver, name: string): Promise<Texts> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : 'no-answer'
  }
}
