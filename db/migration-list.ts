import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { z } from 'zod'

export const migrationsFolder = join(import.meta.dirname, 'migrations')

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) })

/** The migrations of this version, by the moment they were made. */
export function listMigrations(): number[] {
  const file = join(migrationsFolder, 'meta', '_journal.json')
  return journal.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.map(({ when }) => when)
}

/** The newest of them. */
export function latestMigration(): number {
  return Math.max(...listMigrations())
}

/** Whether the database at `url` has them all; asked without loading what applies them, so that a start can ask first. */
export async function hasEveryMigration(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ at: string }[]>`select max(created_at) as at from drizzle.__drizzle_migrations`
    return Number(row?.at ?? 0) >= latestMigration()
  } catch (error) {
    // No such table: nothing has been applied. Whatever else is wrong, applying them will tell.
    if (error instanceof postgres.PostgresError) return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}
