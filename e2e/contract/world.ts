import { rm } from 'node:fs/promises'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase, db } from '../../db/client'
import { announce } from '../../db/notices/commands'
import { buildSite, Server, startDatabase } from './harness'

const folder = await buildSite()
export const database = await startDatabase()
process.env.DATABASE_URL = database.url
export const { sql } = database
const servers: Server[] = []

after(async () => {
  await Promise.all(servers.map((server) => server.end()))
  await closeDatabase()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

await write('/en', 'The first home', ['front:en'])
/** Two servers on one database, for all tests; what ends a server starts its own. */
export const [one, other] = await Promise.all([start(), start()])

/** Starts one more server, and waits until it is ready. */
export async function start(more?: Record<string, string>): Promise<Server> {
  const server = await Server.start(folder, database.url, more)
  servers.push(server)
  await server.until(({ isReady }) => isReady)
  return server
}

type More = { status?: number; movedTo?: string; lock?: number }

/** Puts words at a path, as Next knows it, without telling anybody. */
export async function write(path: string, words: string, tags: string[], { status = 200, movedTo, lock }: More = {}) {
  await sql`
    insert into contract_rows (path, words, status, tags, moved_to, lock)
    values (${path}, ${words}, ${status}, ${tags}, ${movedTo ?? null}, ${lock ?? null})
    on conflict (path) do update set words = excluded.words, status = excluded.status, tags = excluded.tags,
      moved_to = excluded.moved_to, lock = excluded.lock`
}

/** Tells all fronts, and waits until those given have heard it. */
export async function tell(kind: 'change' | 'withdrawal', tags: string[], ...hearers: Server[]) {
  const heard = await Promise.all(hearers.map((server) => server.counts()))
  await db.transaction((tx) => announce(tx, kind, tags))
  await Promise.all(hearers.map((server, at) => server.until(({ notices }) => notices > (heard[at]?.notices ?? 0))))
}

/** Waits until somebody waits for the lock. */
export async function untilLocked(lock: number) {
  for (;;) {
    const [row] = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted and objid = ${lock}`
    if (row) return
    await wait(20)
  }
}

/** Holds a lock on which slow pages wait; gives what frees it. */
export async function hold(lock: number): Promise<() => Promise<void>> {
  const connection = await sql.reserve()
  await connection`select pg_advisory_lock(${lock})`
  return async () => {
    await connection`select pg_advisory_unlock(${lock})`
    connection.release()
  }
}
