import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './data-folder'

/** What a key derived from the installation's secret is for; each purpose has its own, so that no value of one means anything to another. */
type Purpose =
  | 'limits'
  | 'links'
  | 'codes'
  | 'authenticator-apps'
  | 'sessions'
  | 'erasures'
  | 'backups'
  | 'previews'
  | 'addresses'
  | 'newsletter-links'
  | 'networks'
  | 'sign-ups'

let root: Buffer | undefined

/** The HMAC (SHA-256) of a text under this installation's secret: what stands for the text in the database, and tells nothing of it. */
export function keyedHash(purpose: Purpose, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
}

/** A key of its own for a purpose, for a library that signs by itself. */
export function secretFor(purpose: Purpose): string {
  return keyFor(purpose).toString('base64url')
}

/** Encrypts a text (AES-256-GCM), to be opened by `unseal` under the same secret only. */
export function seal(purpose: Purpose, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text that was sealed. Throws when it was changed, or sealed under another secret. */
export function unseal(purpose: Purpose, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Each is derived once: a file of addresses asks for the same one a hundred thousand times. */
const keys = new Map<Purpose, Buffer>()

function keyFor(purpose: Purpose): Buffer {
  root ??= readSecret()
  const known = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `broadsheet ${purpose}`, 32))
  keys.set(purpose, known)
  return known
}

/** SECRET, else one made once and kept beside the embedded database. */
function readSecret(): Buffer {
  if (process.env.SECRET) return Buffer.from(process.env.SECRET)
  const folder = join(dataFolder, 'keys')
  const file = join(folder, 'secret')
  if (!existsSync(file)) makeSecret(folder, file)
  return Buffer.from(readFileSync(file, 'utf8').trim())
}

/** Several processes may come first at once: whose link stands, its secret counts. */
function makeSecret(folder: string, file: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = `${file}-${process.pid}`
  writeFileSync(own, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(own, { force: true })
  }
}
