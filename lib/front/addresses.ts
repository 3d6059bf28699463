import { isLanguage, rootLanguage } from '../languages'

/** What the front makes of the target of a request. */
export type Target =
  /** Not an address of ours, whatever it asks: never shown to Next. */
  | { kind: 'refused'; status: 400 | 404 }
  /** Another spelling of an address; `to` is the one spelling, with the query. */
  | { kind: 'moved'; to: string }
  /** A reader's address: `path` as readers spell it, `drawn` as Next knows it, `query` with its question mark or empty. */
  | { kind: 'reader'; path: string; drawn: string; query: string }
  /** Pages and interfaces of signed-in people: passed through. */
  | { kind: 'passed' }

/** First parts of addresses that stand outside the editions. */
const withoutEdition: ReadonlySet<string> = new Set([
  'api',
  'dashboard',
  'invitations',
  'mailbox',
  'partners',
  'preview',
  'sign-in',
  'unsubscribe',
])

/** Those whose answers are not documents for readers. */
const withoutDocuments: ReadonlySet<string> = new Set(['api', 'dashboard', 'invitations', 'partners', 'sign-in'])

/** Leads on from newsletters, and has to know who asks: no document, though it stands among readers' addresses. */
const passed = /^\/newsletters\/click\//

/** Names Next gives a meaning of its own. */
const inner =
  /(^|\/)(__shell|_next|_not-found|_global-error)(\/|$)|^\/([a-z]{2}\/)?index$|\.rsc$|\.segments(\/|$)|\.segment\.rsc$/

/** Longer addresses than any of ours, in bytes. */
const longest = 4000

/** Whether a path, in its one spelling, is one whose answers are documents for readers. */
export function isReaderAddress(path: string): boolean {
  return !withoutDocuments.has(firstPart(path)) && !passed.test(path)
}

/** Whether a path opens something to whoever has it: a subscriber's newsletters. */
export function isSecretAddress(path: string): boolean {
  return /^(\/[a-z]{2})?\/newsletters\/(confirm|preferences)\/.|^\/unsubscribe\/./.test(path)
}

/** Where Next takes what a mail program sends by itself to leave a newsletter (RFC 8058), which names no action; null for other addresses. */
export function oneClickAt(path: string): string | null {
  return /^\/unsubscribe\/[^/]+$/.test(path) ? `${path}/one-click` : null
}

/** Decides what a request's target (`/path?query`) is. Each reader's address has one spelling; every other is refused or leads there. */
export function readTarget(target: string): Target {
  const { path: given, query } = split(target)
  if (!given.startsWith('/') || target.length > longest || hasControl(target)) return { kind: 'refused', status: 400 }
  const path = oneSpelling(given)
  if (path === null) return { kind: 'refused', status: 400 }
  if (inner.test(path)) return { kind: 'refused', status: 404 }
  if (!isReaderAddress(path)) return { kind: 'passed' }
  const first = firstPart(path)
  const to = first === rootLanguage ? path.slice(rootLanguage.length + 1) || '/' : path
  if (to !== given) return { kind: 'moved', to: `${to}${query}` }
  return { kind: 'reader', path, drawn: drawnAt(path), query }
}

/** The address Next draws a reader's path by: the root edition stands under its language there. */
export function drawnAt(path: string): string {
  const first = firstPart(path)
  if (isLanguage(first) || withoutEdition.has(first)) return path
  return `/${rootLanguage}${path === '/' ? '' : path}`
}

/** Maps a `Location` of Next's back to what readers see; addresses of other sites stay. `origin` is the public one. */
export function readersLocation(location: string, origin: string): string {
  const local = location.startsWith(`${origin}/`) || location === origin ? location.slice(origin.length) || '/' : location
  if (!local.startsWith('/') || local.startsWith('//')) return local
  const at = local.search(/[?#]/)
  const [path, rest] = at === -1 ? [local, ''] : [local.slice(0, at), local.slice(at)]
  const spelled = oneSpelling(path) ?? path
  const shown = firstPart(spelled) === rootLanguage ? spelled.slice(rootLanguage.length + 1) || '/' : spelled
  return `${shown}${rest}`
}

/** The edition an address belongs to, for the front's own words. */
export function languageAt(path: string): string {
  const first = firstPart(path)
  return isLanguage(first) ? first : rootLanguage
}

/**
 * A path with every part decoded and encoded again as `addressOf` does it, and without a slash at its end. Null if it has dot segments, empty
 * parts, backslashes, or what cannot be decoded or means a slash or a control character.
 */
function oneSpelling(path: string): string | null {
  if (path === '/') return path
  const parts = (path.endsWith('/') ? path.slice(1, -1) : path.slice(1)).split('/')
  const spelled: string[] = []
  for (const part of parts) {
    const meant = decoded(part)
    if (meant === null || meant === '' || meant === '.' || meant === '..' || meant.includes('/') || hasControl(meant)) return null
    spelled.push(encodeURIComponent(meant))
  }
  return `/${spelled.join('/')}`
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Control characters, and the backslash, which browsers turn into a slash. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x5c || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}

function split(target: string): { path: string; query: string } {
  const at = target.indexOf('?')
  return at === -1 ? { path: target, query: '' } : { path: target.slice(0, at), query: target.slice(at) }
}

function firstPart(path: string): string {
  const end = path.indexOf('/', 1)
  return end === -1 ? path.slice(1) : path.slice(1, end)
}
