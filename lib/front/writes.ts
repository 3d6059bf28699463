import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isLoopbackHost } from './clients'

/** Bytes of a form. */
const largestBody = 1024 * 1024

/** Addresses that answer to other machines, which send no origin and are known by what they sign or hold. */
const exempt = [/^\/api\/v1\//, /^\/api\/webhooks\//, /^\/unsubscribe\//]

/**
 * Whether a request that changes something comes from a page of ours: its `Origin` is the public one, or, without one, `Sec-Fetch-Site` says
 * `same-origin`; pages that send no referrer send the origin `null`. Neither present means no. On a machine of one's own every name of the machine counts as the public one.
 */
export function comesFromUs(path: string, headers: IncomingHttpHeaders, publicUrl: URL): boolean {
  if (exempt.some((pattern) => pattern.test(path))) return true
  const { origin, host } = headers
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] === 'same-origin'
  if (origin === publicUrl.origin) return true
  return isLoopbackHost(publicUrl.host) && isLoopbackHost(host) && origin === `http://${host}`
}

/** Whether a form names a server action. Without one Next would draw the page as if nothing had been sent. */
export function namesAction(body: Buffer): boolean {
  return body.includes('$ACTION_') || body.includes('%24ACTION_')
}

/** What was sent, or null if it is more than we take; then the rest is not read. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return null
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > largestBody) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
