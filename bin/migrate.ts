import { migrateDatabase } from '../db/migrate'
import { provideDatabase } from '../lib/provide-database'

const database = await provideDatabase()
const applied = await migrateDatabase(database.url)
process.stdout.write(`${applied === 0 ? 'The database is up to date.' : `${applied} migrations applied.`}\n`)
await database.release()
