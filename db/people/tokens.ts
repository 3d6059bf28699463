import { randomBytes } from 'node:crypto'
import { keyedHash } from '../../lib/secret'

/** A secret that nobody guesses: 256 bits, in letters that an address needs not escape. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What stands in the database for a token that opens something. */
export function hashOfToken(token: string): string {
  return keyedHash('links', token)
}
