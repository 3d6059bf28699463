import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../../lib/secret'

/** Milliseconds after which the second step of a sign-up may come at the earliest, and at the latest: a program answers at once, or much later. */
const earliest = 2000
const latest = 30 * 60_000

/** What a stamp tells: when it was given, which words were shown with it, and a number that is its own. */
export type Stamp = { nonce: string; consentTextId: string }

/** Goes with the second step of a sign-up, so that nobody can begin there. */
export function signUpStamp(consentTextId: string, now: Date): string {
  const body = `${now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}.${consentTextId}`
  return `${body}.${keyedHash('sign-ups', body)}`
}

/** Reads a stamp that came back; `forged` for what we did not sign. */
export function readStamp(stamp: string, now: Date): Stamp | 'too-early' | 'too-late' | 'forged' {
  const [, body = '', moment = '', nonce = '', consentTextId = '', signature = ''] =
    /^(([0-9a-z]{1,12})\.([\w-]{16})\.([0-9a-f-]{36}))\.([\w-]{43})$/.exec(stamp) ?? []
  const given = Buffer.from(signature)
  const own = Buffer.from(keyedHash('sign-ups', body))
  if (given.length !== own.length || !timingSafeEqual(given, own)) return 'forged'
  const age = now.getTime() - Number.parseInt(moment, 36)
  if (age < earliest) return 'too-early'
  if (age > latest) return 'too-late'
  return { nonce, consentTextId }
}
