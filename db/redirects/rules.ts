import { z } from 'zod'

/**
 * The path of an address as `redirects` keeps it: decoded, with a leading slash, without origin, query and trailing slash.
 * Null for what names no page of its own, such as a home page or `/?p=123`.
 */
export function redirectPath(address: string): string | null {
  const path = /^https?:\/\//i.test(address)
    ? URL.canParse(address)
      ? new URL(address).pathname
      : ''
    : address.replace(/[?#].*$/s, '')
  const decoded = decode(path).replace(/\/+$/, '')
  if (!decoded.startsWith('/') || decoded.startsWith('//') || decoded.length > 1000) return null
  return isPlain(decoded) && !decoded.split('/').includes('..') ? decoded : null
}

/** Where a redirect may lead, as it is kept: a path of ours, or another site's address with https. Null for everything else. */
export function redirectTarget(typed: string): string | null {
  if (typed.length > 2000 || !isPlain(typed)) return null
  if (/^\/(?!\/)/.test(typed)) return URL.canParse(typed, 'https://ours.invalid') ? typed : null
  // Whatever stands before an @ only looks like a place.
  return /^https:\/\/[^\s/?#@]+([/?#]|$)/i.test(typed) && URL.canParse(typed) ? typed : null
}

/** What a redirect leads to, as a browser is sent there: percent-encoded, a path of ours or an address with https. */
export function targetAddress(target: string): string {
  if (!target.startsWith('/')) return new URL(target).href
  const { pathname, search, hash } = new URL(target, 'https://ours.invalid')
  return pathname + search + hash
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Browsers drop control characters and turn backslashes, and so would read another address than we do. */
function isPlain(address: string): boolean {
  return (
    address.isWellFormed() && [...address].every((character) => character >= ' ' && character !== '\\' && character !== '\u007f')
  )
}

/** Why a redirect cannot be: nobody is ever shown an error in place of a sentence. */
export type RedirectRefusal =
  /** Not a path of ours. */
  | 'no-address'
  /** Begins as addresses of the program do. */
  | 'reserved'
  /** Something stands there. */
  | 'live'
  /** Neither a path of ours nor https. */
  | 'no-target'
  /** Leads to where nothing is. */
  | 'nowhere'
  /** Leads back to itself, by however many steps. */
  | 'loop'

/** Where a redirect leads: to an article wherever it moves, or to an address. */
export type Way = { articleId: string; target: null } | { articleId: null; target: string }

/** A redirect that somebody wants; `from` and `to` as they were typed. */
export type WantedRedirect = { from: string; to: string }

/** What is thought of it. `target` is where it would lead, with what stood between left out. */
export type JudgedRedirect = WantedRedirect &
  (
    | { verdict: 'new' | 'same' | 'replaces'; path: string; way: Way; target: string; isShortened: boolean }
    | { verdict: RedirectRefusal | 'twice' | 'columns'; path: string | null }
  )

/** One in the list: `to` is where it leads today. */
export type ListedRedirect = { id: string; path: string; to: string; isArticle: boolean; createdAt: Date }

/** What is typed into the form of one redirect. */
export const redirectForm = z.object({
  from: z.string().trim().min(1, 'required').max(2000, 'too-long'),
  to: z.string().trim().min(1, 'required').max(2000, 'too-long'),
})

/** What a list is asked for. Takes anything, and leaves out what it cannot read. */
export const redirectListInput = z.object({
  q: z
    .string()
    .transform((typed) =>
      typed
        .toWellFormed()
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 200),
    )
    .catch(''),
  /** The path after which it begins. */
  after: z
    .string()
    .max(2000)
    .refine((path) => path.isWellFormed() && !path.includes('\u0000'))
    .catch(''),
})

/** The part of an address that is ours: a path with what follows it; null for another site. */
export function withoutOrigin(typed: string, origin: string): string | null {
  if (!/^https?:\/\//i.test(typed)) return typed
  if (!URL.canParse(typed)) return null
  const url = new URL(typed)
  return url.host === new URL(origin).host ? url.pathname + url.search + url.hash : null
}
