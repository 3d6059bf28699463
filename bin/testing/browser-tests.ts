import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import { migrateDatabase } from '../../db/migrate'
import { isBuilt } from '../../lib/build'
import { freePort } from '../../lib/ports'
import { wordsFor } from '../../lib/processes'
import { type Supervised, supervise } from '../../lib/supervisor'
import { findBrowser } from './browser'
import { runProgram } from './programs'
import type { Outcome } from './stages'

const report = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })

/** Milliseconds in which the server has to be ready. */
const readyDeadline = 60_000

/**
 * Runs the journeys of `e2e/` in a browser, all of them if none is named, against the build and a database of its own that holds the sample publication. The tests find everything
 * in the environment: BASE_URL, DATABASE_URL, MEDIA_FOLDER, BROWSER_PATH, and SAMPLE_DATABASE_URL, the sample untouched, to copy from.
 */
export async function runBrowserTests(serverUrl: string, folder: string, journeys: readonly string[]): Promise<Outcome> {
  if (!isBuilt()) throw new Error('There is no build of these sources; the browser tests need one.')
  const port = await freePort()
  const environment = {
    ...process.env,
    NODE_ENV: 'production' as const,
    BROWSER_PATH: findBrowser(),
    BASE_URL: `http://localhost:${port}`,
    PUBLIC_URL: `http://localhost:${port}`,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: withDatabase(serverUrl, 'journeys'),
    SAMPLE_DATABASE_URL: withDatabase(serverUrl, 'sample'),
    MEDIA_FOLDER: join(folder, 'media'),
    // Whatever this machine sends by: journeys write to nobody.
    SMTP_URL: '',
    BROWSER_REPORT: join(folder, 'browser-tests.json'),
  }
  await makeDatabases(serverUrl, environment)
  const children = ['serve', 'work'].map((name) => start(name, environment, folder))
  try {
    await untilReady(environment.BASE_URL, join(folder, 'serve.log'))
    const whole = await runProgram(
      'node_modules/playwright/cli.js',
      ['test', '--config', 'e2e/playwright.config.ts', ...journeys],
      environment,
    )
    return readReport(environment.BROWSER_REPORT, whole)
  } finally {
    await Promise.all(children.map((child) => child.stop(8000)))
  }
}

/** The sample as it was imported, which stays as it is, and the copy of it that the journeys change. */
async function makeDatabases(serverUrl: string, environment: NodeJS.ProcessEnv & { SAMPLE_DATABASE_URL: string }) {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`create database sample`
    await migrateDatabase(environment.SAMPLE_DATABASE_URL)
    const words = ['--import', 'tsx', 'bin/import.ts', 'db/sample']
    const imported = await runProgram('--conditions=react-server', words, {
      ...environment,
      DATABASE_URL: environment.SAMPLE_DATABASE_URL,
    })
    if (imported.failed) throw new Error('The sample publication could not be imported.')
    await forgetSlowRenditions(environment.SAMPLE_DATABASE_URL)
    await sql`create database journeys template sample`
  } finally {
    await sql.end()
  }
}

/** Minutes of work for files that no journey asks for, beside journeys that need the machine. */
async function forgetSlowRenditions(sampleUrl: string) {
  const sql = postgres(sampleUrl, { max: 1, onnotice: () => {} })
  await sql`delete from pgboss.job where name = 'make-slow-renditions'`
  await sql.end()
}

function withDatabase(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

function start(name: string, environment: NodeJS.ProcessEnv, folder: string): Supervised {
  const words = wordsFor(name)
  const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
  return supervise({ name, words, environment, logFile: join(folder, `${name}.log`) }, { onCrash: say, onHopeless: say })
}

async function untilReady(url: string, log: string) {
  const deadline = Date.now() + readyDeadline
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (Date.now() > deadline)
      throw new Error(`The server was not ready in time:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-3000) : ''}`)
    await wait(100)
  }
}

/** Every test counts; a run that failed without a failed test (a file that does not load, say) counts as one more. */
function readReport(file: string, whole: Outcome): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.parse(JSON.parse(readFileSync(file, 'utf8'))).stats
  return { passed: expected, failed: Math.max(unexpected + flaky, whole.failed) }
}
