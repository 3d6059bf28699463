import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../../lib/secret'

/** Hexadecimal characters of the signature: 128 bits. Lower case, as some mail servers write whole addresses so. */
const signatureLength = 32

/**
 * What stands for one delivery in the address that ends its subscription, and in the address its bounces come back to. It never expires, shows
 * nothing, and opens nothing but leaving that newsletter. Lower-case letters, digits and a hyphen only: it can stand in an address of either kind.
 */
export function deliveryToken(deliveryId: number): string {
  const body = `1${deliveryId.toString(36)}`
  return `${body}-${signatureOf(body)}`
}

/** The delivery that a token stands for; null for what we did not sign. */
export function readDeliveryToken(token: string): number | null {
  const [, body = '', id = '', signature = ''] = /^(1([0-9a-z]{1,11}))-([0-9a-f]+)$/.exec(token) ?? []
  const given = Buffer.from(signature)
  const own = Buffer.from(signatureOf(body))
  return body !== '' && given.length === own.length && timingSafeEqual(given, own) ? Number.parseInt(id, 36) : null
}

function signatureOf(body: string): string {
  return Buffer.from(keyedHash('newsletter-links', body), 'base64url').toString('hex').slice(0, signatureLength)
}
