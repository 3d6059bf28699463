import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'

/** Gives the statements of a transaction over a whole file of addresses the time they need. */
export async function bePatient(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '10min'`)
}
