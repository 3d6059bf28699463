import { and, gt, inArray, lt, sql } from 'drizzle-orm'
import { keyedHash } from '../../lib/secret'
import { db, type Reader } from '../client'
import { limits } from './schema'

/** So many times in so many seconds, counted from the first. */
export type Limit = { most: number; seconds: number }

/**
 * Counts one more use under a key and says whether it is still within the limit. One statement, so that any number at once are counted right.
 * The key may be an address: only its keyed hash is kept.
 */
export async function takeTurn(reader: Reader, key: string, { most, seconds }: Limit, now: Date): Promise<boolean> {
  const endsAt = new Date(now.getTime() + seconds * 1000)
  const isOver = sql`${limits.endsAt} <= ${now.toISOString()}::timestamptz`
  const [row] = await reader
    .insert(limits)
    .values({ key: keyedHash('limits', key), count: 1, endsAt })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${limits.count} + 1 end`,
        endsAt: sql`case when ${isOver} then excluded.ends_at else ${limits.endsAt} end`,
      },
    })
    .returning({ count: limits.count })
  return row !== undefined && row.count <= most
}

/** How often each of these keys was used within its time, in their order. */
export async function countTurns(reader: Reader, keys: readonly string[], now: Date): Promise<number[]> {
  if (keys.length === 0) return []
  const hashes = keys.map((key) => keyedHash('limits', key))
  const rows = await reader
    .select({ key: limits.key, count: limits.count })
    .from(limits)
    .where(and(inArray(limits.key, hashes), gt(limits.endsAt, now)))
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  return hashes.map((hash) => counts.get(hash) ?? 0)
}

/**
 * As `takeTurn`, but so many in any span of that length, not only in those that begin with a first use: each use has a place, which is free again
 * when its own time is over. What is refused counts for nothing, so nobody is held off by others who go on asking.
 */
export async function takeSlidingTurn(reader: Reader, key: string, { most, seconds }: Limit, now: Date): Promise<boolean> {
  for (let place = 1; place <= most; place++)
    if (await takeTurn(reader, `${key} ${place}`, { most: 1, seconds }, now)) return true
  return false
}

/** Forgets what counts for nothing any more. */
export async function removeEndedLimits(now: Date): Promise<void> {
  await db.delete(limits).where(lt(limits.endsAt, now))
}
