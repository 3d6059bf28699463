import postgres from 'postgres'

/** A use of the server that others can see: while one lasts, nobody who is done with the server stops it. */
export type Claim = {
  end: () => Promise<void>
  /** Ends the claim; `stop` is called only if it was the last one, and no new one can begin meanwhile. */
  endIfLast: (stop: () => Promise<void>) => Promise<void>
}

/** Chosen at random; every user of an embedded server shares it. */
const lock = 5_482_930_117

/** Refused for now: starting up, ending, or already gone. */
const passing = new Set([
  '57P03',
  '57P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'EPIPE',
])

/**
 * Claims the server at `url` by a shared advisory lock on a connection of its own, and sees to its database; null if it does not
 * answer for now.
 */
export async function claim(url: string): Promise<Claim | null> {
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, connect_timeout: 10, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock_shared(${lock})`
    await makeDatabase(sql)
  } catch (error) {
    await sql.end({ timeout: 0 })
    if (isPassing(error)) return null
    throw error
  }
  return {
    end: () => sql.end({ timeout: 1 }),
    endIfLast: async (stop) => {
      try {
        await sql`select pg_advisory_unlock_shared(${lock})`
        const [row] = await sql<{ is_last: boolean }[]>`select pg_try_advisory_lock(${lock}) as is_last`
        // The lock is still held while it stops: who comes now waits, is turned away and starts it again.
        if (row?.is_last) await stop()
      } catch (error) {
        if (!isPassing(error)) throw error
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  }
}

async function makeDatabase(sql: postgres.Sql) {
  const [present] = await sql`select 1 from pg_database where datname = 'broadsheet'`
  if (present) return
  // Two that come at the same moment: the second is told that it exists.
  await sql`create database broadsheet`.catch((error: unknown) => {
    if (!(error instanceof postgres.PostgresError && (error.code === '42P04' || error.code === '23505'))) throw error
  })
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && passing.has(String(error.code))
}
