import { type Answer, isPage } from '../crawl'

const permissions = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']

/** What every answer's content policy says; nothing in it may be loosened. */
const policy = ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]

/** What is wrong with an answer's headers, whatever it is an answer to (architecture, "Never stale, never script"). */
export function headerFaults(answer: Answer, { isSecure = false } = {}): string[] {
  const { headers, address } = answer
  const faults: string[] = []
  const expected: Record<string, string | null> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': permissions.map((name) => `${name}=()`).join(', '),
    'cross-origin-resource-policy': address.startsWith('/media/') && answer.status === 200 ? 'cross-origin' : 'same-origin',
    'set-cookie': null,
    'x-powered-by': null,
    'x-nextjs-cache': null,
    'x-front-tags': null,
    'access-control-allow-origin': null,
  }
  for (const [name, value] of Object.entries(expected))
    if (headers.get(name) !== value) faults.push(`${name} is ${headers.get(name)}, not ${value}`)

  const said = headers.get('content-security-policy')?.split('; ') ?? []
  for (const directive of policy) if (!said.includes(directive)) faults.push(`its content policy lacks ${directive}`)
  if (said.some((directive) => /unsafe|\*|https?:/.test(directive)))
    faults.push(`its content policy is loose: ${said.join('; ')}`)
  const isStrict = /^max-age=\d{8,}/.test(headers.get('strict-transport-security') ?? '')
  if (isStrict !== isSecure) faults.push(isSecure ? 'it does not ask for https for ever' : 'it asks for https on a site without')
  if (isPage(answer) && answer.status === 200) faults.push(...cachingFaults(answer))
  return faults.map((fault) => `${address}: ${fault}`)
}

/** A page with a stable address may be held by browsers that ask again, and by shared caches for a moment; a search by nobody. */
function cachingFaults({ headers, address }: Answer): string[] {
  const caching = headers.get('cache-control')
  if (/^(\/(fr|ar))?\/search(\?|$)/.test(address)) return caching === 'no-store' ? [] : [`a search says ${caching}`]
  const isAskedAgain = caching === 'public, max-age=0, must-revalidate' && /^"[^"]+"$/.test(headers.get('etag') ?? '')
  return isAskedAgain ? [] : [`browsers are told ${caching}, with the ETag ${headers.get('etag')}`]
}
