import type { Finding } from './rules'
import type { Texts } from './texts'

/** What a record asks other names for (RFC 7208, 4.6.4). */
const asks = /^[+?~-]?(include:|a([:/]|$)|mx([:/]|$)|ptr([:]|$)|exists:|redirect=)/i
const mostLookups = 10

/** Whether the domain of the envelope names who may send for it. */
export function judgeSpf(texts: Texts, name: string): Finding {
  const wanted = 'v=spf1 include:… -all'
  const found = texts === 'no-answer' ? [] : texts.filter((text) => /^v=spf1(\s|$)/i.test(text))
  const [record = ''] = found
  const finding = (state: Finding['state'], reason: Finding['reason']): Finding => ({
    state,
    name,
    record: found.join('\n'),
    wanted,
    reason,
  })
  if (texts === 'no-answer') return finding('unknown', 'no-answer')
  if (found.length === 0) return finding('missing', 'none')
  if (found.length > 1) return finding('wrong', 'several')
  const terms = record.trim().split(/\s+/).slice(1)
  if (terms.some((term) => /^\+?all$/i.test(term))) return finding('wrong', 'allows-all')
  if (!terms.some((term) => /^([~-]all$|redirect=.)/i.test(term))) return finding('wrong', 'decides-nothing')
  if (terms.filter((term) => asks.test(term)).length > mostLookups) return finding('wrong', 'too-many-lookups')
  return finding('good', 'good')
}
