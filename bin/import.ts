import { parseArgs } from 'node:util'
import { closeDatabase, db } from '../db/client'
import { reasonOf } from '../db/imports/import-articles'
import { exitCodeOf, openReport } from '../db/imports/report'
import { runImport } from '../db/imports/run-import'
import { isMigrated } from '../db/migrate'
import { provideDatabase } from '../lib/provide-database'

const usage = 'Usage: npm run import -- [--dry-run] FILE|FOLDER…\n'

process.exitCode = await main()

async function main(): Promise<number> {
  const given = readArguments()
  if (!given) return fail(usage)
  const database = await provideDatabase()
  try {
    if (!(await isMigrated(db))) return fail('The database is not up to date. Run "npm run migrate" first.\n')
    const screen = {
      write: (text: string) => void process.stdout.write(text),
      isTerminal: process.stdout.isTTY,
      columns: process.stdout.columns,
    }
    const report = openReport(screen, { all: given.isDryRun })
    const summary = await runImport(db, { ...given, now: new Date(), onEntry: report.onEntry, onProgress: report.onProgress })
    if (summary.kind === 'busy') return fail('Another import is running.\n')
    if (summary.kind === 'nothing') return fail('There was nothing to import.\n')
    report.sumUp(summary.runId)
    return exitCodeOf(summary.counts)
  } catch (cause) {
    return fail(`The import broke off: ${reasonOf(cause)}\nRun the same command again: it goes on from there.\n`)
  } finally {
    await closeDatabase()
    await database.release()
  }
}

function readArguments(): { paths: string[]; isDryRun: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    return positionals.length > 0 ? { paths: positionals, isDryRun: values['dry-run'] } : null
  } catch {
    return null
  }
}

function fail(words: string): 1 {
  process.stderr.write(words)
  return 1
}
