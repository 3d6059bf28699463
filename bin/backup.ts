import { parseArgs } from 'node:util'
import { reasonOf } from '../db/backup/fault'
import { inMegabytes, runBackup } from '../db/backup/run-backup'
import { openProgressLine } from '../lib/progress-line'
import { provideDatabase } from '../lib/provide-database'

const usage = 'Usage: npm run backup -- FOLDER\n'

process.exitCode = await main()

async function main(): Promise<number> {
  const folder = readArguments()
  if (!folder) return fail(usage)
  const line = openProgressLine(process.stdout)
  try {
    const database = await provideDatabase()
    try {
      const summary = await runBackup(database.url, folder, new Date(), line.tell)
      line.clear()
      if (summary.kind === 'not-empty') return fail(`${folder} is there already and not empty. Name a new folder.\n`)
      if (summary.kind === 'no-tables') return fail('The database is empty: there is nothing to back up.\n')
      return sumUp(folder, summary)
    } finally {
      await database.release()
    }
  } catch (cause) {
    line.clear()
    return fail(`There is no backup: ${reasonOf(cause)}\n`)
  }
}

function sumUp(folder: string, { manifest, damaged }: Extract<Awaited<ReturnType<typeof runBackup>>, { kind: 'done' }>): number {
  const { tables, media } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = media.reduce((sum, file) => sum + file.bytes, 0)
  process.stdout.write(`Written to ${folder}: ${tables.length} tables with ${rows} rows, ${media.length} media files (${inMegabytes(bytes)}).

The keys are not in it: keep SECRET, or the folder "keys" of the data folder, in another place. Without them a restored publication
runs, but authenticator apps have to be set up anew, and erasures of readers cannot be made again. The backup itself holds addresses
of people: keep it where nobody else reads it.
`)
  for (const file of damaged) process.stdout.write(`The media file ${file} was damaged before; it is in the backup as it is.\n`)
  return damaged.length > 0 ? 2 : 0
}

function readArguments(): string | null {
  try {
    const { positionals } = parseArgs({ options: {}, allowPositionals: true })
    return positionals.length === 1 ? (positionals[0] ?? null) : null
  } catch {
    return null
  }
}

function fail(words: string): 1 {
  process.stderr.write(words)
  return 1
}
