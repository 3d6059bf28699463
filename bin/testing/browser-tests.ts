import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import { migrateDatabase } from '../../db/migrate'
import { isBuilt } from '../../lib/build'
import { freePort } from '../../lib/ports'
import { type Supervised, supervise } from '../../lib/supervisor'
import { findBrowser } from './browser'
import { runProgram } from './programs'
import type { Outcome } from './stages'

const report = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })

/** Milliseconds in which the server has to be ready. */
const readyDeadline = 60_000

/**
 * Runs the journeys of `e2e/` in a browser, against the build and a database of its own that holds the sample publication. The tests find everything
 * in the environment: BASE_URL, DATABASE_URL, MEDIA_FOLDER, BROWSER_PATH.
 */
export async function runBrowserTests(serverUrl: string, folder: string): Promise<Outcome> {
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
    DATABASE_URL: await makeDatabase(serverUrl),
    MEDIA_FOLDER: join(folder, 'media'),
    BROWSER_REPORT: join(folder, 'browser-tests.json'),
  }
  await importSample(environment)
  const children = ['serve', 'work'].map((name) => start(name, environment, folder))
  try {
    await untilReady(environment.BASE_URL, join(folder, 'serve.log'))
    const whole = await runProgram(
      'node_modules/playwright/cli.js',
      ['test', '--config', 'e2e/playwright.config.ts'],
      environment,
    )
    return readReport(environment.BROWSER_REPORT, whole)
  } finally {
    await Promise.all(children.map((child) => child.stop(8000)))
  }
}

async function makeDatabase(serverUrl: string): Promise<string> {
  const url = Object.assign(new URL(serverUrl), { pathname: '/journeys' }).href
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`create database journeys`
  await sql.end()
  await migrateDatabase(url)
  return url
}

async function importSample(environment: NodeJS.ProcessEnv) {
  const words = ['--import', 'tsx', 'bin/import.ts', 'db/sample']
  const { failed } = await runProgram('--conditions=react-server', words, environment)
  if (failed) throw new Error('The sample publication could not be imported.')
}

function start(name: string, environment: NodeJS.ProcessEnv, folder: string): Supervised {
  const words = ['--conditions=react-server', '--import', 'tsx', '--import', './bin/end-with-parent.js', `bin/${name}.ts`]
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
