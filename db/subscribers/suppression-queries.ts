import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../client'
import { addressHashOf, readAddress } from './addresses'
import { suppressions } from './schema'
import type { SuppressionReason } from './suppression-rules'

/** How many addresses are not written to, by reason, the most first. Those of single newsletters are not among them. */
export async function countSuppressions(): Promise<{ reason: SuppressionReason; count: number }[]> {
  return db
    .select({ reason: suppressions.reason, count: sql<number>`count(*)::int` })
    .from(suppressions)
    .where(isNull(suppressions.newsletterId))
    .groupBy(suppressions.reason)
    .orderBy(sql`count(*) desc, reason`)
}

/** Why an address is not written to at all; null if it may be, or is none. */
export async function findSuppression(typed: string) {
  const address = readAddress(typed)
  if (!address) return null
  const [found] = await db
    .select({ id: suppressions.id, reason: suppressions.reason, createdAt: suppressions.createdAt })
    .from(suppressions)
    .where(and(eq(suppressions.addressHash, addressHashOf(address.normal)), isNull(suppressions.newsletterId)))
  return found ?? null
}
