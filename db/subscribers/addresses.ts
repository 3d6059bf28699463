import { domainToASCII, domainToUnicode } from 'node:url'
import { keyedHash } from '../../lib/secret'

/** An e-mail address in the two spellings that matter: as it is written to, and as it is compared. */
export type Address = { address: string; normal: string }

/** RFC 5321, 4.5.3.1: octets of a local part and of a whole address. */
const longest = { local: 64, whole: 254 }

/** RFC 5321, 4.1.2 `Dot-string`, without the characters that no provider gives out; RFC 6531 adds letters of all scripts. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads an address somebody typed, or null when it is none that mail can be sent to over the net. The domain is written in lower case and as
 * A-labels (IDNA); the local part stays as typed, and is compared in lower case (NFC).
 */
export function readAddress(typed: string): Address | null {
  const text = typed.normalize('NFC').trim()
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = domainToASCII(text.slice(at + 1).toLowerCase())
  const address = `${local}@${domain}`
  const labels = domain.split('.')
  const isSound =
    at > 0 &&
    localPart.test(local) &&
    Buffer.byteLength(local) <= longest.local &&
    Buffer.byteLength(address) <= longest.whole &&
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    // A top level of digits would be a network address.
    !/^\d+$/.test(labels.at(-1) ?? '')
  return isSound ? { address, normal: address.toLowerCase().normalize('NFC') } : null
}

/** The keyed hash that stands for an address where the address itself must not, and outlives it. Takes the normal spelling. */
export function addressHashOf(normal: string): string {
  return keyedHash('addresses', normal)
}

/** The same in hexadecimal, for many at once in a statement that decodes it. */
export function addressHashInHex(normal: string): string {
  return Buffer.from(addressHashOf(normal), 'base64url').toString('hex')
}

/** An address as people read it: its domain in its own script. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`
}

/**
 * One spelling for all that many providers deliver to one person: without dots and without what follows a plus. For limits only: elsewhere these
 * are different people.
 */
export function foldedAddress(normal: string): string {
  const at = normal.lastIndexOf('@')
  const local = normal.slice(0, at).split('+', 1)[0] ?? ''
  return `${local.replaceAll('.', '') || normal.slice(0, at)}${normal.slice(at)}`
}
