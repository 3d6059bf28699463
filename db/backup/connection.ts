import { drizzle } from 'drizzle-orm/postgres-js'
import { PostgresJsSession } from 'drizzle-orm/postgres-js/session'
import postgres from 'postgres'
import type { Transaction } from '../client'
import * as schema from '../schema'

/** One transaction, to be spoken to in both ways: as commands do, and in the driver's own words, which can copy whole tables. */
export type BothWays = { tx: Transaction; sql: postgres.TransactionSql }

/** Seconds for which another's hold on a table is waited for. */
const patience = 30

/**
 * Does `work` in one transaction on a connection of its own, and lets it take its time. One that reads sees the database as it stood at one moment.
 * Values are written as text in the same way whatever the server, the database or the role would have it.
 */
export async function inOneTransaction<T>(
  url: string,
  purpose: 'reading' | 'writing',
  work: (ways: BothWays) => Promise<T>,
): Promise<T> {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'broadsheet-backup' },
  })
  const db = drizzle(client, { schema, casing: 'snake_case' })
  try {
    return await db.transaction(
      async (tx) => {
        const sql = driverOf(tx)
        await sql.unsafe(`
          set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
          set local lock_timeout = '${patience}s'; set local maintenance_work_mem = '256MB';
          set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
          set local extra_float_digits = 1; set local bytea_output = 'hex'`)
        return work({ tx, sql })
      },
      purpose === 'reading'
        ? { isolationLevel: 'repeatable read', accessMode: 'read only' }
        : { isolationLevel: 'read committed' },
    )
  } finally {
    await client.end({ timeout: 5 })
  }
}

function driverOf(tx: Transaction): postgres.TransactionSql {
  const { session } = tx._
  if (!(session instanceof PostgresJsSession)) throw new Error('The driver behind this transaction cannot copy tables.')
  return session.client
}
