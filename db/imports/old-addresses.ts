import { inArray } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Transaction } from '../client'
import { redirects } from '../redirects/schema'

/** An address that was an article's once, with where to write what became of it. */
export type OldAddress = { path: string; articleId: string; notes: string[] }

/**
 * The path of an old address as `redirects` keeps it: decoded, with a leading slash, without origin, query and trailing slash.
 * Null for what names no page of its own, such as a home page or `/?p=123`.
 */
export function oldPath(address: string): string | null {
  const path = /^https?:\/\//i.test(address)
    ? URL.canParse(address)
      ? new URL(address).pathname
      : ''
    : address.replace(/[?#].*$/s, '')
  const decoded = decode(path).replace(/\/+$/, '')
  if (!decoded.startsWith('/') || decoded.startsWith('//') || decoded.length > 1000) return null
  const isPlain = [...decoded].every((character) => character >= ' ' && character !== '\\' && character !== '\u007f')
  return isPlain && !decoded.split('/').includes('..') ? decoded : null
}

/** Makes old addresses lead to their articles; one that already leads elsewhere is left alone, with a line that says so. Gives the tags to announce. */
export async function keepOldAddresses(tx: Transaction, addresses: readonly OldAddress[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const paths = [...new Set(addresses.map(({ path }) => path))]
  const found = await tx.select().from(redirects).where(inArray(redirects.path, paths))
  const known = new Map(found.map(({ path, articleId, target }) => [path, articleId ?? target]))
  const rows: { path: string; articleId: string }[] = []
  for (const { path, articleId, notes } of addresses) {
    const present = known.get(path)
    if (present === undefined) rows.push({ path, articleId })
    else if (present !== articleId) notes.push(`The old address ${path} already leads elsewhere.`)
    known.set(path, present ?? articleId)
  }
  if (rows.length === 0) return []
  await tx.insert(redirects).values(rows).onConflictDoNothing()
  return [tagOf.redirects, ...rows.map(({ path }) => tagOf.address(encodeURI(path)))]
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
