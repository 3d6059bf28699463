import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Target } from './addresses'
import { isLoopbackAddress, isLoopbackHost } from './clients'

/** What is known of who asks: the connection's other end, before any header is believed or corrected. */
type Asker = { address: string | undefined; headers: IncomingHttpHeaders }

/** `hasMailbox`: no mail server is set, so that mail stays on this machine. */
type Installation = { hasMailbox?: boolean; publicUrl: string }

/** Headers that somebody in between has added. */
const mediated = /^(x-forwarded|(forwarded|via|x-real-ip|x-client-ip|true-client-ip|cdn-loop)$|cf-)/

/**
 * Whether somebody may read the mailbox, where links lie that open accounts: a program on this machine that asks for it by this machine's own name,
 * with nobody in between. A publication with a public address has a proxy in front of it, which may pass everybody on as if they were local, and
 * without a word: its mailbox is shown to nobody.
 */
export function mayReadMailbox({ address, headers }: Asker, { hasMailbox = false, publicUrl }: Installation): boolean {
  if (!hasMailbox || !isLoopbackHost(new URL(publicUrl).host)) return false
  const isMediated = Object.keys(headers).some((name) => mediated.test(name))
  return isLoopbackAddress(address) && isLoopbackHost(headers.host) && !isMediated
}

/** What a target is for who asks: to whoever may not read the mailbox there is none. */
export function guardMailbox(target: Target, request: IncomingMessage, installation: Installation): Target {
  if (target.kind !== 'reader' || !/^\/mailbox(\/|$)/.test(target.path)) return target
  const asker = { address: request.socket.remoteAddress, headers: request.headers }
  return mayReadMailbox(asker, installation) ? target : { kind: 'refused', status: 404 }
}
