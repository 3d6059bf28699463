import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Request headers by which Next's parts talk to each other, or which would make it answer something else than a page. */
const inner = /^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-nextjs-|next-resume$|x-vercel-|x-prerender-)/

const process = randomBytes(6).toString('base64url').replaceAll('_', '-')
let requests = 0

/** The request's id: the one it brings, if that is one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  if (typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given)) return given
  requests++
  return `${process}-${requests.toString(36)}`
}

/** What follows these in an address opens something. */
const opening: ReadonlySet<string> = new Set(['confirm', 'invitations', 'preferences', 'preview', 'sign-in', 'unsubscribe'])

/** A path as the log may have it, as JSON: without tokens, and without what could be somebody's address. */
export function loggedPathOf(path: string): string {
  const parts = path.slice(0, 200).split('/')
  return JSON.stringify(parts.map((part, at) => (/@|%40/i.test(part) || opening.has(parts[at - 1] ?? '') ? '…' : part)).join('/'))
}

/** Networks written as addresses or CIDR, comma-separated. What is neither is a RangeError. */
export function networksOf(text: string): BlockList {
  const networks = new BlockList()
  for (const one of text.split(',').map((part) => part.trim())) {
    if (one === '') continue
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new RangeError(`${one} is neither an address nor a network`)
    networks.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return networks
}

/** The client's address: behind trusted proxies the last one that is none of them. For limits only; never logged. */
export function clientAddressOf(request: IncomingMessage, trusted: BlockList): string {
  let address = plain(request.socket.remoteAddress ?? '')
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  while (isTrusted(address, trusted)) {
    const before = plain(forwarded.pop()?.trim() ?? '')
    if (isIP(before) === 0) break
    address = before
  }
  return address
}

/** Makes a passed-through request's headers say what is so, whatever was sent. */
export function correctHeaders(request: IncomingMessage, publicUrl: URL, trusted: BlockList, requestId: string): void {
  const client = clientAddressOf(request, trusted)
  for (const name of Object.keys(request.headers)) if (inner.test(name) || name === 'forwarded') delete request.headers[name]
  // Checked before; behind another name of this machine Next would take it for a foreign one.
  if (request.headers.origin !== undefined) request.headers.origin = publicUrl.origin
  Object.assign(request.headers, {
    host: publicUrl.host,
    'x-forwarded-for': client,
    'x-forwarded-host': publicUrl.host,
    'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
    'x-request-id': requestId,
  })
}

/** Whether a connection comes from this machine itself. */
export function isLoopbackAddress(address = ''): boolean {
  return /^(127(\.\d{1,3}){3}|::1)$/.test(plain(address))
}

/** Whether a `Host` is a name that only this machine has for itself. */
export function isLoopbackHost(host = ''): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host)
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** IPv4 written as IPv6, as a dual-stack socket gives it, is that IPv4. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
