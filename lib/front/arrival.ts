import type { IncomingMessage } from 'node:http'

/** Milliseconds in which what is sent has to have arrived: a form, and a picture or table over a slow line. */
const formPatience = 30_000
export const filePatience = 600_000

/** Addresses that take files. */
const takesFiles = /^\/dashboard\/(media\/upload|redirects\/import\/file|audience\/(imports|suppressions)\/file)$/

/** How long a request to an address may take to arrive. */
export function patienceFor(path: string): number {
  return takesFiles.test(path) ? filePatience : formPatience
}

/**
 * Ends the connection of a request that has not arrived whole in time. Node's own limit is one for all, and long enough for the
 * slowest that may be; without this a form could be dribbled in for as long.
 */
export function limitArrival(request: IncomingMessage, patience: number): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) return
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, patience)
  const stop = () => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
}
