import { domainToASCII } from 'node:url'

/** RFC 2919, 3: octets of the whole. */
const longest = 255
const label = /^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$/

/** Whether a text can name a list in a `List-Id` header (RFC 2919): labels joined by dots, two or more, in lower case. */
export function isListId(text: string): boolean {
  const labels = text.split('.')
  return text.length <= longest && labels.length > 1 && labels.every((part) => label.test(part))
}

/** The name that a newsletter's slug and its sender's domain suggest for its list; empty where they make none. */
export function proposedListId(slug: string, senderAddress: string): string {
  const domain = senderAddress.slice(senderAddress.lastIndexOf('@') + 1)
  const proposed = `${domainToASCII(slug)}.${domain}`
  return senderAddress.includes('@') && isListId(proposed) ? proposed : ''
}
