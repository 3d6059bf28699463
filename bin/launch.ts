import { relative } from 'node:path'
import { dataFolder } from '../lib/data-folder'
import { readEnvironment } from '../lib/environment'
import { takeRunLock } from '../lib/run-lock'
import { tellSteps } from '../lib/steps'
import { Installation } from './launch/installation'

// Before anything is started; the embedded database's address is not known yet.
const environment = readEnvironment({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || 'postgres://embedded' })

const lock = await takeRunLock(dataFolder)
if ('runs' in lock) {
  const where = lock.url ? `: ${lock.url}` : ' and is still starting'
  process.stdout.write(`It already runs from this folder (process ${lock.runs.pid})${where}\n`)
  process.exit(0)
}

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())

const installation = new Installation(environment, tellSteps(), lock, ending.signal)
let exitCode = 0
try {
  await installation.start({ isDevelopment: process.argv.includes('--dev'), wantsSample: process.argv.includes('--sample') })
  await installation.runUntilAsked()
} catch (error) {
  if (!ending.signal.aborted) {
    exitCode = 1
    process.stderr.write(
      `\n${error instanceof Error ? error.message : error}\nLogs: ${relative(process.cwd(), dataFolder)}/logs\n`,
    )
  }
}
await installation.stop()
lock.release()
process.exit(exitCode)
