import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import postgres from 'postgres'
import { startEmbeddedPostgres } from '../lib/embedded-postgres/server'
import { closeDatabase } from './client'
import { migrateDatabase } from './migrate'

/** Chosen at random; held while the template is made. */
const templateLock = 2_640_117_395

/**
 * Gives this test file a database of its own, migrated and empty, and points `db` at it; returns its address. Call it once, before the first use of
 * `db`: `await testDatabase()` at the top of the file. After the last test it is gone. The server is the one in
 * `TEST_POSTGRES_URL` (a superuser's address), else an embedded one that runs while any test file uses it.
 */
export async function testDatabase(): Promise<string> {
  const server = await findServer()
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = await makeTemplate(admin, server.url)
  await admin`create database ${admin(name)} template ${admin(template)}`
  const url = withDatabase(server.url, name)
  process.env.DATABASE_URL = url
  after(async () => {
    await closeDatabase()
    await admin`drop database if exists ${admin(name)} with (force)`
    await admin.end()
    await server.release()
  })
  return url
}

async function findServer(): Promise<{ url: string; release: () => Promise<void> }> {
  const url = process.env.TEST_POSTGRES_URL
  if (url) return { url, release: async () => {} }
  return startEmbeddedPostgres({ folder: join(import.meta.dirname, '..', '.data', 'test'), isDurable: false })
}

/** Migrated once for each state of the migrations; later databases are copies of it. */
async function makeTemplate(admin: postgres.Sql, url: string): Promise<string> {
  const name = `template_${hashOfMigrations()}`
  await admin`select pg_advisory_lock(${templateLock})`
  try {
    const [present] = await admin`select 1 from pg_database where datname = ${name}`
    if (present) return name
    const unfinished = `${name}_unfinished`
    await admin`drop database if exists ${admin(unfinished)} with (force)`
    await admin`create database ${admin(unfinished)}`
    await migrateDatabase(withDatabase(url, unfinished))
    await admin`alter database ${admin(unfinished)} rename to ${admin(name)}`
    return name
  } finally {
    await admin`select pg_advisory_unlock(${templateLock})`
  }
}

function hashOfMigrations(): string {
  const folder = join(import.meta.dirname, 'migrations')
  const hash = createHash('sha256').update(readFileSync(join(import.meta.dirname, 'jobs', 'rules.ts')))
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
