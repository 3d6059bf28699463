import { readersLocation } from './addresses'
import { makeDocument } from './documents'
import type { Drawn } from './drawing'
import { chooseEncoding, type Encoded, type Encoding, encode, isCompressible } from './encodings'
import { keepable, notKeepable, sharedSeconds, speculation } from './headers'

/** A made answer: what readers are sent, and what it stands under. */
export type Answer = {
  status: number
  /** Of raw headers, those of the answer itself: its type, where it leads. */
  headers: readonly string[]
  encoded: Encoded
  /** None: never kept. */
  tags: readonly string[]
  /** The count of notices that it is sure to know of. */
  count: number
  /** Milliseconds since 1970 at which it has to be drawn again, whatever is noticed. */
  until: number
}

/** Thrown when what Next drew cannot be shown to a reader. */
export class DrawingFailed extends Error {
  override name = 'DrawingFailed'
}

/** Thrown when nothing answers to an address, not even with a page that says so. */
export class NothingThere extends Error {
  override name = 'NothingThere'
}

/** Milliseconds an answer is kept at most: a page, and an address where nothing is. */
const longest = 3_600_000
const longestAbsence = 60_000

/** Of Next's headers only these reach readers. */
const passedOn = ['content-disposition', 'content-language', 'x-robots-tag', 'retry-after']

/** Makes an answer of what Next drew. `origin` is the public one; `keepsScript` is for development. Throws DrawingFailed or NothingThere. */
export async function makeAnswer(drawn: Drawn, count: number, origin: string, keepsScript = false): Promise<Answer> {
  if (drawn.status >= 500) throw new DrawingFailed(`Next answered ${drawn.status}`)
  const type = drawn.headers['content-type'] ?? 'application/octet-stream'
  const isHtml = type.startsWith('text/html')
  const location = drawn.headers.location
  if (location !== undefined)
    return finish(drawn, drawn.status, ['Location', readersLocation(location, origin)], Buffer.alloc(0), count)
  if (!isHtml) return finish(drawn, drawn.status, ['Content-Type', type], drawn.body, count)
  const page = drawn.body.toString()
  const made = makeDocument(page)
  if (keepsScript) return finish(drawn, made.status ?? drawn.status, ['Content-Type', type], drawn.body, count)
  if (made.fault) throw new DrawingFailed(made.fault)
  // Next's own page of absence, in its words and not in ours, or after notFound() an empty one.
  if (drawn.status === 404 && made.status === null) throw new NothingThere('Next knows no such address')
  // What Next shows when a page threw: without script it is empty.
  if (page.includes('<html id="__next_error__"')) throw new DrawingFailed('Next drew its error page')
  const headers = ['Content-Type', 'text/html; charset=utf-8', ...speculation]
  return finish(drawn, made.status ?? drawn.status, headers, Buffer.from(made.html), count)
}

async function finish(drawn: Drawn, status: number, own: string[], body: Buffer, count: number): Promise<Answer> {
  const tags = (drawn.headers['x-front-tags'] ?? '').split(',').filter((tag) => tag !== '')
  const others = passedOn.flatMap((name) => (drawn.headers[name] === undefined ? [] : [name, drawn.headers[name]]))
  const headers = [...own, ...others]
  const type = own[0] === 'Content-Type' ? (own[1] ?? '') : ''
  return { status, headers, encoded: await encode(body, isCompressible(type)), tags, count, until: untilOf(tags, status) }
}

function untilOf(tags: readonly string[], status: number): number {
  const limit = Date.now() + (status === 404 ? longestAbsence : longest)
  const moments = tags.flatMap((tag) => (/^until:\d{1,12}$/.test(tag) ? [Number(tag.slice(6)) * 1000] : []))
  return Math.min(limit, ...moments)
}

/** An answer's headers and bytes in one encoding, ready to be written. The last header is the request's id, filled in for each. */
export type Variant = { etag: string; head: string[]; notModified: string[]; body: Buffer; wire?: string }

/** An answer ready to be sent any number of times. */
export type Prepared = { status: number; tags: readonly string[]; variants: { [encoding in Encoding]: Variant } }

/** The name under which every answer tells its request's id. */
export const requestIdHeader = 'X-Request-Id'

/**
 * Makes everything of an answer that does not depend on who asks. `strict` are the headers every answer has; `isKept` says whether browsers and
 * shared caches may hold it, the latter for `seconds`.
 */
export function prepare(answer: Answer, strict: readonly string[], isKept: boolean, seconds = sharedSeconds): Prepared {
  const caching = isKept ? keepable(seconds) : notKeepable
  const variant = (encoding: Encoding): Variant => {
    const { body, etag } = answer.encoded[encoding]
    const isSame = encoding !== 'identity' && body === answer.encoded.identity.body
    const about = [...caching, 'Vary', 'Accept-Encoding', ...(isKept ? ['ETag', etag] : [])]
    const coding = encoding === 'identity' || isSame ? [] : ['Content-Encoding', encoding]
    const whole = [...answer.headers, 'Content-Length', String(body.length), ...coding]
    return {
      etag: isKept ? etag : '',
      body,
      head: [...whole, ...about, ...strict, requestIdHeader, ''],
      notModified: [...about, ...strict, requestIdHeader, ''],
    }
  }
  const { status, tags } = answer
  return { status, tags, variants: { identity: variant('identity'), gzip: variant('gzip'), br: variant('br') } }
}

/** The variant that a client's `Accept-Encoding` asks for. */
export function variantFor(prepared: Prepared, accepted: string | undefined): Variant {
  return prepared.variants[chooseEncoding(accepted)]
}
