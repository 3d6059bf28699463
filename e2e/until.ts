import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import { ask } from './crawl'
import { expect } from './fixtures'

/** Until when a change must be seen by readers, in milliseconds: the bench tells how long it really takes. */
const soon = { timeout: 15_000, intervals: [50] }

/** Waits until readers are shown these words at an address. */
export async function untilShown(url: string, path: string, words: string | RegExp) {
  await expect.poll(async () => (await ask(url, path)).text, { ...soon, message: path }).toMatch(words)
}

/** Waits until readers are sent from an address to another. */
export async function untilLeading(url: string, from: string, to: string) {
  await expect.poll(() => leadsTo(url, from), { ...soon, message: from }).toBe(to)
}

/** Where a reader is sent from an address; the status where nowhere. */
export async function leadsTo(url: string, path: string): Promise<string> {
  const response = await fetch(url + encodeURI(path), { redirect: 'manual' })
  await response.arrayBuffer()
  return response.status === 308 ? (response.headers.get('location') ?? '') : String(response.status)
}

/** Waits until every picture has the files that pages show: without them a feed lacks its caption, which the page counts among its words. */
export async function untilPicturesAreMade() {
  const waiting = async () => {
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from pgboss.job where name = 'make-renditions' and state in ('created', 'retry', 'active')`,
    )
    return row?.count
  }
  await expect.poll(waiting, { timeout: 400_000, intervals: [1000] }).toBe(0)
}
