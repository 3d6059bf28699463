import { createPublicKey } from 'node:crypto'
import type { Finding } from './rules'
import { tagsOf } from './tags'
import type { Texts } from './texts'

const leastBits = 1024

/** Whether the key that newsletters are signed with stands where mail servers look for it. `name` is empty where no key is known. */
export function judgeDkim(texts: Texts, name: string): Finding {
  const found = texts === 'no-answer' ? [] : texts.filter((text) => /(^|;)\s*(p|v)\s*=/i.test(text))
  const [record = ''] = found
  const finding = (state: Finding['state'], reason: Finding['reason']): Finding => ({
    state,
    name,
    record: found.join('\n'),
    wanted: 'v=DKIM1; k=rsa; p=…',
    reason,
  })
  if (name === '') return finding('unknown', 'no-selector')
  if (texts === 'no-answer') return finding('unknown', 'no-answer')
  if (found.length === 0) return finding('missing', 'none')
  if (found.length > 1) return finding('wrong', 'several')
  const tags = tagsOf(record)
  const key = tags.get('p')?.replace(/\s/g, '')
  if (key === '') return finding('wrong', 'revoked')
  if (key === undefined || !/^DKIM1$/i.test(tags.get('v') ?? 'DKIM1')) return finding('wrong', 'no-key')
  const bits = bitsOf(key, tags.get('k') ?? 'rsa')
  if (bits === null) return finding('wrong', 'no-key')
  return bits < leastBits ? finding('wrong', 'weak-key') : finding('good', 'good')
}

/** How strong a key is, in bits of RSA; null for what is no key. */
function bitsOf(key: string, kind: string): number | null {
  const bytes = Buffer.from(key, 'base64')
  if (kind.toLowerCase() === 'ed25519') return bytes.length === 32 ? 3072 : null
  try {
    return createPublicKey({ key: bytes, format: 'der', type: 'spki' }).asymmetricKeyDetails?.modulusLength ?? null
  } catch {
    return null
  }
}
