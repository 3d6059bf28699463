import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { readWeights } from '../weights'

export type Encoding = 'identity' | 'gzip' | 'br'

/** One body in each encoding it is sent in, with the strong ETag of each. */
export type Encoded = { readonly [encoding in Encoding]: { body: Buffer; etag: string } }

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Below this many bytes compression saves nothing worth its header. */
const smallest = 256

/** Above this many bytes brotli's best levels take too long for a reader who waits. */
const large = 64 * 1024

/** Makes a body's encodings, once, off the main thread. What would not get smaller is sent as it is under all three. */
export async function encode(body: Buffer, isCompressible: boolean): Promise<Encoded> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const identity = { body: alone(body), etag: `"${hash}"` }
  if (!isCompressible || body.length < smallest) return { identity, gzip: identity, br: identity }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: body.length > large ? 5 : 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const [zipped, shrunk] = await Promise.all([gzipped(body, { level: 7 }), brotlied(body, { params })])
  return { identity, gzip: { body: alone(zipped), etag: `"${hash}-gz"` }, br: { body: alone(shrunk), etag: `"${hash}-br"` } }
}

/** The same bytes in memory of their own: Node's small buffers and zlib's results are pieces of larger ones, which would be kept with them. */
function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** Whether bytes of that type are text that compression shrinks. */
export function isCompressible(type: string): boolean {
  return /^(text\/|application\/(json|javascript|manifest\+json|ld\+json|feed\+json|speculationrules\+json|xml|[a-z]+\+xml)|image\/svg\+xml)/.test(
    type,
  )
}

const chosen = new Map<string, Encoding>()

/** The best encoding a client's `Accept-Encoding` allows; brotli before gzip where both are. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const known = chosen.get(accepted)
  if (known) return known
  const choice = choose(accepted)
  // Browsers send a handful of values; whoever sends ever new ones does not grow our memory.
  if (chosen.size < 1000 && accepted.length < 200) chosen.set(accepted, choice)
  return choice
}

function choose(accepted: string): Encoding {
  const weights = readWeights(accepted)
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, zip] = [weightOf('br'), Math.max(weightOf('gzip'), weights.get('x-gzip') ?? 0)]
  const identity = weights.get('identity') ?? 0
  if (br > 0 && br >= zip && br >= identity) return 'br'
  if (zip > 0 && zip >= identity) return 'gzip'
  return br > 0 && br >= identity ? 'br' : 'identity'
}

/** Whether `If-None-Match` names the ETag: in a list, weakly, or by `*`. */
export function matchesEtag(condition: string, etag: string): boolean {
  if (condition === etag) return true
  if (condition.trim() === '*') return true
  const named = condition.match(/(?:W\/)?"[^"]*"/g) ?? []
  return named.some((one) => (one.startsWith('W/') ? one.slice(2) : one) === etag)
}
