import { dataFolder } from './data-folder'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/server'

type Provided = { url: string; embedded: EmbeddedPostgres | null; release: () => Promise<void> }

/**
 * The database for a command: the one in DATABASE_URL, else the embedded one, started or joined. DATABASE_URL says which from then on, for `db` and for
 * child processes. `release` gives it back: an embedded server that nobody else uses is stopped.
 */
export async function provideDatabase(): Promise<Provided> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, embedded: null, release: async () => {} }
  const embedded = await startEmbeddedPostgres({ folder: dataFolder })
  process.env.DATABASE_URL = embedded.url
  return { url: embedded.url, embedded, release: embedded.release }
}
