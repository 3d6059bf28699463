import { type IncomingMessage, type ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'
import { type Prepared, requestIdHeader, type Variant, variantFor } from './answers'
import { matchesEtag } from './encodings'

/** Seconds an idle connection is kept. */
export const keptAliveSeconds = 65

const nothing = Buffer.alloc(0)

/** Writes a prepared answer: whole, without its body for HEAD, or as "not modified". Returns the status that went out. */
export function send(request: IncomingMessage, response: ServerResponse, prepared: Prepared, requestId: string): number {
  const { headers, method } = request
  const variant = variantFor(prepared, headers['accept-encoding'])
  const condition = headers['if-none-match']
  const isSame = condition !== undefined && variant.etag !== '' && prepared.status === 200 && matchesEtag(condition, variant.etag)
  const status = isSame ? 304 : prepared.status
  if (!isSame && method === 'GET' && request.httpVersion === '1.1' && response.shouldKeepAlive) {
    sendWhole(response, status, variant, requestId)
    return status
  }
  const head = isSame ? variant.notModified : variant.head
  // The one header that differs from request to request; written out before anybody else can set it.
  head[head.length - 1] = requestId
  response.writeHead(status, head)
  response.end(isSame || method === 'HEAD' ? nothing : variant.body)
  return status
}

/**
 * Writes what most readers are sent. `writeHead` would check and join the same twenty headers for each of them, a third of the time that an
 * answer takes; `_header` is where Node keeps what it has joined, and takes it as it is when it is there already.
 */
function sendWhole(response: ServerResponse, status: number, variant: Variant, requestId: string) {
  variant.wire ??= wireOf(status, variant.head)
  response.statusCode = status
  const inner: ServerResponse & { _header?: string } = response
  inner._header = variant.wire + requestId + connectionLines()
  response.end(variant.body)
}

/** The first line and the headers as they go over the wire, up to the request's id; checked here once as Node would each time. */
function wireOf(status: number, head: readonly string[]): string {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`]
  for (let at = 0; at < head.length - 2; at += 2) {
    const [name = '', value = ''] = [head[at], head[at + 1]]
    validateHeaderName(name)
    validateHeaderValue(name, value)
    lines.push(`${name}: ${value}`)
  }
  // Joined at once, so that it is one piece: what is added up stays many, to be walked through each time it is written.
  return [...lines, `${requestIdHeader}: `].join('\r\n')
}

let second = 0
let lines = ''

/** What ends a head: the date, and that the connection stays. */
function connectionLines(): string {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second)
    lines = `\r\nDate: ${new Date(now * 1000).toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keptAliveSeconds}\r\n\r\n`
  second = now
  return lines
}
