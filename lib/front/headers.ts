import { randomBytes } from 'node:crypto'

/** Raw headers: names and values in turn, as `writeHead` takes them. */
export type RawHeaders = readonly string[]

/** Where browsers find which links may be fetched before they are followed. */
const speculationRules = '"/reader/speculation-rules.json"'

const permissions = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']

const sources = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src', 'media-src', 'form-action']

type DocumentWishes = {
  isSecure: boolean
  /** May allow one style by its hash. */
  style?: string
  /** Whether pages of ours may show it in a frame. */
  isFramed?: boolean
}

/** The policy of every document: nothing but what is ours, no script in the page itself. */
export function documentPolicy({ isSecure, style = "'self'", isFramed = false }: DocumentWishes): string {
  const allowed = sources.map((source) => `${source} ${source === 'style-src' ? style : "'self'"}`)
  const framing = `frame-ancestors ${isFramed ? "'self'" : "'none'"}`
  const always = ["default-src 'none'", ...allowed, "base-uri 'none'", framing]
  return [...always, ...(isSecure ? ['upgrade-insecure-requests'] : [])].join('; ')
}

/**
 * The policy of pages that are apps, for signed-in people: scripts that carry this answer's nonce, and what those load; nothing else runs. Styles
 * may stand in attributes, which React writes for what is dragged and measured. `isFramed` is for previews, which stand in a page of ours.
 */
export function appPolicy({ isSecure, dev, isFramed }: { isSecure: boolean; dev: boolean; isFramed: boolean }): string {
  const nonce = randomBytes(16).toString('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    // Previews, which are readers' documents.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Headers that every answer has. HSTS only where the public address is https: on http it would be ignored, on a shared host harmful. */
export function strictHeaders({
  isSecure,
  isShared = false,
  isSecret = false,
  policy,
}: {
  isSecure: boolean
  isShared?: boolean
  /** For addresses that open something: where somebody goes from there learns nothing of it. */
  isSecret?: boolean
  policy: string
}): string[] {
  return [
    ...['Content-Security-Policy', policy],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Referrer-Policy', isSecret ? 'no-referrer' : 'same-origin'],
    ...['Permissions-Policy', permissions.map((name) => `${name}=()`).join(', ')],
    // Pictures may be shown by the publications that republish them and by feed readers; nothing else is for other sites.
    ...['Cross-Origin-Resource-Policy', isShared ? 'cross-origin' : 'same-origin'],
    ...['Cross-Origin-Opener-Policy', 'same-origin'],
    ...(isSecure ? ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] : []),
  ]
}

/** For HTML documents: browsers may fetch links of ours ahead. */
export const speculation: RawHeaders = ['Speculation-Rules', speculationRules]

/** Seconds a shared cache may keep a document. */
export const sharedSeconds = 10

/** How long others may keep a document: browsers ask each time, shared caches hold it for a moment. */
export function keepable(seconds: number): string[] {
  return ['Cache-Control', 'public, max-age=0, must-revalidate', 'CDN-Cache-Control', `max-age=${seconds}`]
}

export const notKeepable: RawHeaders = ['Cache-Control', 'no-store']

/** For what stands under a name made of its content. */
export const keepableForEver: RawHeaders = ['Cache-Control', 'public, max-age=31536000, immutable']

/** For what may change, and is asked for again each time. */
export const keepableWithQuestion: RawHeaders = ['Cache-Control', 'public, max-age=0, must-revalidate']
