import { cacheLife, cacheTag } from 'next/cache'
import postgres from 'postgres'

type Row = { words: string; status: number; tags: string[]; movedTo: string | null; lock: number | null }

let client: postgres.Sql | undefined

/** The fixture's own pool, made at first use: the build has no database. */
export function database(): postgres.Sql {
  client ??= postgres(process.env.DATABASE_URL ?? '', {
    max: 8,
    connect_timeout: 2,
    connection: { application_name: 'contract-site' },
  })
  return client
}

/** What stands at a path. A row with a lock is read first and given only when the lock is free: a slow rendering, as slow as the test wants. */
export async function readRow(path: string): Promise<Row | null> {
  'use cache'
  cacheLife('published')
  cacheTag(`address:${path}`)
  const sql = database()
  const [row] = await sql<Row[]>`select words, status, tags, moved_to as "movedTo", lock from contract_rows where path = ${path}`
  for (const tag of row?.tags ?? []) cacheTag(tag)
  if (row?.lock) await sql`select pg_advisory_xact_lock_shared(${row.lock})`
  return row ?? null
}
