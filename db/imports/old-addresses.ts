import { inArray } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Transaction } from '../client'
import { redirects } from '../redirects/schema'

/** An address that was an article's once, with where to write what became of it. */
export type OldAddress = { path: string; articleId: string; notes: string[] }

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
