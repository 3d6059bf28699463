import { parseArgs } from 'node:util'
import { closeDatabase, db } from '../db/client'
import { runExport } from '../db/imports/export/run-export'
import { reasonOf } from '../db/imports/import-articles'
import { isMigrated } from '../db/migrate'
import { provideDatabase } from '../lib/provide-database'

const usage = 'Usage: npm run export -- FOLDER\n'

process.exitCode = await main()

async function main(): Promise<number> {
  const folder = readArguments()
  if (!folder) return fail(usage)
  const database = await provideDatabase()
  try {
    if (!(await isMigrated(db))) return fail('The database is not up to date. Run "npm run migrate" first.\n')
    const onProgress = (articles: number) => void (process.stdout.isTTY && process.stdout.write(`\r${articles} articles`))
    const summary = await runExport(db, folder, onProgress)
    if (summary.kind === 'not-empty') return fail(`${folder} is not empty.\n`)
    const { articles, pages, pictures, missingPictures } = summary
    process.stdout.write(
      `${process.stdout.isTTY ? '\r' : ''}Written: ${articles} articles, ${pages} pages, ${pictures} pictures.\n`,
    )
    for (const name of missingPictures) process.stdout.write(`The file of the picture ${name} is missing.\n`)
    return missingPictures.length > 0 ? 2 : 0
  } catch (cause) {
    return fail(`The export broke off: ${reasonOf(cause)}\n`)
  } finally {
    await closeDatabase()
    await database.release()
  }
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
