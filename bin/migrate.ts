import { migrateDatabase } from '../db/migrate'
import { provideDatabase } from '../lib/provide-database'

try {
  const database = await provideDatabase()
  const applied = await migrateDatabase(database.url)
  process.stdout.write(`${applied === 0 ? 'The database is up to date.' : `${applied} migrations applied.`}\n`)
  await database.release()
} catch (error) {
  process.stderr.write(`The database could not be migrated. ${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : error
  return cause.message || ('code' in cause ? String(cause.code) : cause.name)
}
