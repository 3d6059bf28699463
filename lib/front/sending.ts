import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Prepared, variantFor } from './answers'
import { matchesEtag } from './encodings'

const nothing = Buffer.alloc(0)

/** Writes a prepared answer: whole, without its body for HEAD, or as "not modified". Returns the status that went out. */
export function send(request: IncomingMessage, response: ServerResponse, prepared: Prepared, requestId: string): number {
  const { headers, method } = request
  const variant = variantFor(prepared, headers['accept-encoding'])
  const condition = headers['if-none-match']
  const isSame = condition !== undefined && variant.etag !== '' && prepared.status === 200 && matchesEtag(condition, variant.etag)
  const head = isSame ? variant.notModified : variant.head
  const status = isSame ? 304 : prepared.status
  // The one header that differs from request to request; written out before anybody else can set it.
  head[head.length - 1] = requestId
  response.writeHead(status, head)
  response.end(isSame || method === 'HEAD' ? nothing : variant.body)
  return status
}
