import type { Finding } from './rules'
import { tagsOf } from './tags'
import type { Sending, Texts } from './texts'

/** Whether a domain says what to do with mail that is not its own, and whether ours counts as its own. */
export function judgeDmarc(
  { name, texts }: { name: string; texts: Texts },
  { domain, envelopeDomain }: Sending,
  { spf, dkim }: { spf: Finding; dkim: Finding },
): Finding {
  const found = texts === 'no-answer' ? [] : texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text))
  const [record = ''] = found
  const finding = (state: Finding['state'], reason: Finding['reason']): Finding => ({
    state,
    name,
    record: found.join('\n'),
    wanted: 'v=DMARC1; p=none; rua=mailto:…',
    reason,
  })
  if (texts === 'no-answer') return finding('unknown', 'no-answer')
  if (found.length === 0) return finding('missing', 'none')
  if (found.length > 1) return finding('wrong', 'several')
  const tags = tagsOf(record)
  const isOwn = name === `_dmarc.${domain}`
  const policy = (isOwn ? tags.get('p') : (tags.get('sp') ?? tags.get('p')))?.toLowerCase()
  if (!policy || !['none', 'quarantine', 'reject'].includes(policy)) return finding('wrong', 'no-policy')
  const spfStands = spf.state === 'good' && isAligned(envelopeDomain, domain, tags.get('aspf'), name.replace('_dmarc.', ''))
  // We sign with the sender's own domain, which is aligned however strictly.
  const isCertain = dkim.state === 'good' || spfStands
  if (!isCertain && dkim.state !== 'unknown' && spf.state !== 'unknown') return finding('wrong', 'nothing-aligned')
  return finding('good', policy === 'none' ? 'only-watches' : 'good')
}

/** RFC 7489, 3.1: the same domain, or, unless strictness is asked for, another under the same organisation's: the one whose policy it is. */
function isAligned(envelope: string, domain: string, mode: string | undefined, organisation: string): boolean {
  if (envelope === domain) return true
  const isUnder = (one: string, top: string) => one === top || one.endsWith(`.${top}`)
  return (
    mode?.toLowerCase() !== 's' && (isUnder(envelope, organisation) || isUnder(envelope, domain) || isUnder(domain, envelope))
  )
}
