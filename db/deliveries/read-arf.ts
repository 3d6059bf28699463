import { readFields } from './read-fields'
import type { Told } from './report-rules'

/** What takes a complaint back, or is none. */
const harmless = ['not-spam', 'auth-failure', 'dmarc']

/** What a feedback report says (RFC 5965, the text of its `message/feedback-report`); null for what is none. */
export function readArf(text: string): Told | null {
  const [fields] = readFields(text)
  const type = fields?.get('feedback-type')?.toLowerCase()
  if (!type) return null
  return { kind: harmless.includes(type) ? 'other' : 'complaint', enhancedCode: '', words: type.slice(0, 50) }
}
