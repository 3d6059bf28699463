import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Reader } from './client'
import { createQueues } from './jobs/queues'
import { latestMigration, listMigrations, migrationsFolder } from './migration-list'

/** Chosen at random; whoever migrates a database of ours, or restores one, holds it. */
export const migrationLock = 7_301_946_558

/** Attempts, and seconds between them: a long reading transaction must end some time, and readers are not kept waiting for it. */
const attempts = 10
const pause = 3

/**
 * Brings the database at `url` to the tables and queues of this version; returns how many migrations it took. Any number of processes may call at
 * once: one works, the others wait. A table that is in use is waited for 3 s at a time, because who waits for it blocks everyone behind.
 */
export async function migrateDatabase(url: string): Promise<number> {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'broadsheet-migrate' },
  })
  const db = drizzle(client)
  try {
    await refuseOldPostgres(client)
    // Set after the lock is had: the deadline would hold for waiting there too, behind a migration that takes its time.
    await client`select pg_advisory_lock(${migrationLock})`
    await client`set lock_timeout = '3s'`
    const before = await appliedUntil(db)
    await patiently(() => migrate(db, { migrationsFolder }))
    await patiently(() => createQueues(url))
    return listMigrations().filter((when) => when > before).length
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Whether every migration of this version has been applied. A newer database is current too: releases overlap while they roll out. */
export async function isMigrated(db: Reader): Promise<boolean> {
  return (await appliedUntil(db)) >= latestMigration()
}

async function appliedUntil(db: Pick<Reader, 'execute'>): Promise<number> {
  const [present] = await db.execute<{ name: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  )
  if (!present?.name) return 0
  const [latest] = await db.execute<{ at: string | null }>(sql`select max(created_at) as at from drizzle.__drizzle_migrations`)
  return Number(latest?.at ?? 0)
}

async function patiently(work: () => Promise<unknown>) {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      if (attempt === attempts || !isLockTimeout(error)) throw error
      await wait(pause * 1000)
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === '55P03'
}

async function refuseOldPostgres(client: postgres.Sql) {
  const [row] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`
  if (row && row.version < 150000) throw new Error(`Postgres 15 or newer is needed; this is ${Math.floor(row.version / 10000)}.`)
}
