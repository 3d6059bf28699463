import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../../lib/secret'
import { linkMinutes } from './rules'

/** Hexadecimal characters of a signature: 128 bits. */
const signatureLength = 32

/** What a genuine confirmation token stands for, whether or not the confirmation is still there. */
export type ConfirmationLink = { confirmationId: string; addressHash: string }

/**
 * What stands for a confirmation in the mail that asks for it. It names the address by its hash as well: who holds one has read a mail to that
 * address, also when the confirmation itself is forgotten. The first character tells how it is made.
 */
export function confirmationToken({ confirmationId, addressHash }: ConfirmationLink): string {
  const body = `1${confirmationId.replaceAll('-', '')}${addressHash}`
  return `${body}${signatureOf(`confirm ${body}`)}`
}

/** Null for what we did not sign. */
export function readConfirmationToken(token: string): ConfirmationLink | null {
  const [, body = '', id = '', addressHash = '', signature = ''] =
    /^(1([0-9a-f]{32})([\w-]{43}))([0-9a-f]{32})$/.exec(token) ?? []
  return isSignedBy(`confirm ${body}`, signature) ? { confirmationId: uuidOf(id), addressHash } : null
}

/** What a genuine link to the preferences stands for. It is good for one hour and one version of the subscriber's links. */
export type PreferenceLink = { subscriberId: string; linkVersion: number; endsAt: Date }

/** Opens somebody's preferences for an hour. Only ever sent to their address. */
export function preferenceToken({ subscriberId, linkVersion }: Omit<PreferenceLink, 'endsAt'>, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000) + linkMinutes * 60
  const body = `1${subscriberId.replaceAll('-', '')}${linkVersion.toString(36)}-${seconds.toString(36)}`
  return `${body}-${signatureOf(`preferences ${body}`)}`
}

/** Null for what we did not sign; whether its time is over is for the caller to see. */
export function readPreferenceToken(token: string): PreferenceLink | null {
  const [, body = '', id = '', version = '', seconds = '', signature = ''] =
    /^(1([0-9a-f]{32})([0-9a-z]{1,6})-([0-9a-z]{1,9}))-([0-9a-f]{32})$/.exec(token) ?? []
  if (!isSignedBy(`preferences ${body}`, signature)) return null
  const endsAt = new Date(Number.parseInt(seconds, 36) * 1000)
  return { subscriberId: uuidOf(id), linkVersion: Number.parseInt(version, 36), endsAt }
}

function signatureOf(text: string): string {
  return Buffer.from(keyedHash('newsletter-links', text), 'base64url').toString('hex').slice(0, signatureLength)
}

function isSignedBy(text: string, signature: string): boolean {
  const given = Buffer.from(signature)
  const own = Buffer.from(signatureOf(text))
  return given.length === own.length && timingSafeEqual(given, own)
}

function uuidOf(hexadecimal: string): string {
  return hexadecimal.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
