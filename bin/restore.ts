import { parseArgs } from 'node:util'
import { reasonOf } from '../db/backup/fault'
import { type RestoreSummary, type RestoreWishes, runRestore } from '../db/backup/run-restore'
import { openProgressLine } from '../lib/progress-line'
import { provideDatabase } from '../lib/provide-database'

const usage = 'Usage: npm run restore -- [--replace] [--erasures FILE]… FOLDER\n'

process.exitCode = await main()

async function main(): Promise<number> {
  const wishes = readArguments()
  if (!wishes) return fail(usage)
  const line = openProgressLine(process.stdout)
  try {
    const database = await provideDatabase()
    try {
      const summary = await runRestore(database.url, wishes, new Date(), line.tell)
      line.clear()
      return report(summary, wishes.folder)
    } finally {
      await database.release()
    }
  } catch (cause) {
    line.clear()
    return fail(`Nothing was restored, and the database is as it was: ${reasonOf(cause)}\n`)
  }
}

function report(summary: RestoreSummary, folder: string): number {
  switch (summary.kind) {
    case 'no-backup':
      return fail(`${folder} is not a whole backup: it has no manifest.json that this version can read.\n`)
    case 'newer':
      return fail('The backup was made by a newer version of the program. Restore it with that one.\n')
    case 'holds-content':
      return fail(
        `The database is not empty (the table ${summary.table} has rows). To give up all that it holds, say --replace.\n`,
      )
    case 'other-secret':
      return fail(
        'Readers were erased after this backup was made, and SECRET is not the one under which that happened, so they would come back. Set SECRET, or\nput the folder "keys" back, as it was.\n',
      )
    case 'done':
      return sumUp(summary)
  }
}

function sumUp({
  manifest,
  rows,
  files,
  erasures,
  leftOut,
  isOtherSecret,
  unfinished,
}: Extract<RestoreSummary, { kind: 'done' }>): number {
  process.stdout.write(`Restored as of ${manifest.takenAt}: ${rows} rows, each table compared with the backup; ${manifest.media.length} media files, ${files} of them
written. ${erasures === 0 ? 'No erasures were' : `${erasures} ${erasures === 1 ? 'erasure was' : 'erasures were'}`} made since the backup${erasures === 0 ? '' : ', and made again'}. Everybody is signed out. Start "serve" and "work" anew.
`)
  if (unfinished) process.stdout.write(`The data is in, but what comes after failed: ${unfinished}\nRun "npm run migrate".\n`)
  if (isOtherSecret)
    process.stdout.write('SECRET is not the one of the backup: authenticator apps have to be set up anew, by an invitation.\n')
  for (const table of leftOut) process.stdout.write(`Left out: the table ${table}, which this version does not have.\n`)
  return leftOut.length > 0 || unfinished ? 2 : 0
}

function readArguments(): RestoreWishes | null {
  try {
    const { values, positionals } = parseArgs({
      options: { replace: { type: 'boolean', default: false }, erasures: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    })
    const [folder] = positionals
    if (!folder || positionals.length !== 1) return null
    return { folder, isReplacing: values.replace, journals: values.erasures }
  } catch {
    return null
  }
}

function fail(words: string): 1 {
  process.stderr.write(words)
  return 1
}
