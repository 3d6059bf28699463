import { existsSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../lib/embedded-postgres/server'

let running: EmbeddedPostgres | null = null

/** The Postgres that all stages share, on files of its own that nobody will miss; returns a superuser's address. */
export async function startTestServer(folder: string): Promise<string> {
  running ??= await startEmbeddedPostgres({ folder, isDurable: false })
  return running.url
}

/** Ends it and removes everything of this run. */
export async function endTestServer(folder: string): Promise<void> {
  await running?.stop()
  running = null
  const data = join(folder, 'postgres')
  if (existsSync(data)) rmSync(realpathSync(data), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
