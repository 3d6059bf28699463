import { randomBytes } from 'node:crypto'

/** A secret that nobody guesses: 256 bits, in letters that an address needs not escape. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
