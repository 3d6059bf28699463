import { once } from 'node:events'
import { globSync } from 'node:fs'
import { relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import type { Outcome } from './stages'

/** Milliseconds for one file: far beyond any, so that a test that waits for ever is told by name. */
const fileDeadline = 300_000

/** Runs every `x.test.ts` beside its `x.ts`, each file in a process and a database of its own, two at a time. */
export async function runUnitTests(serverUrl: string): Promise<Outcome> {
  process.env.TEST_POSTGRES_URL = serverUrl
  const files = globSync('{app,bin,components,db,e2e,jobs,lib}/**/*.test.{ts,tsx}').sort()
  const execArgv = ['--import', 'tsx']
  const events = run({ files, execArgv, concurrency: 2, timeout: fileDeadline })
  const outcome = { passed: 0, failed: 0 }
  events.on('test:fail', ({ name, file, details }) => {
    if (details.type === 'suite') return
    process.stdout.write(
      `✗ ${file ? relative(process.cwd(), file) : ''}: ${name}\n${inspect(details.error.cause ?? details.error)}\n`,
    )
  })
  events.on('test:summary', ({ counts, file, duration_ms: milliseconds }) => {
    if (file) {
      const where = relative(process.cwd(), file)
      process.stdout.write(
        `${where.padEnd(56)}${String(counts.passed).padStart(4)} of ${counts.tests} ${(milliseconds / 1000).toFixed(1)} s\n`,
      )
      return
    }
    outcome.passed = counts.passed
    outcome.failed = counts.tests - counts.passed - counts.skipped - counts.todo
  })
  await once(events.resume(), 'end')
  return outcome
}
