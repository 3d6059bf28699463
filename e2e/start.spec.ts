import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'

// One installation, started and ended again and again: each test finds it as the one before left it.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let folder = ''
let run: Run
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-start-'))
  chmodSync(folder, 0o755)
})
test.afterAll(async () => {
  if (run?.process.exitCode === null) await run.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** An installation of its own, as `npm start` runs it: embedded database, first free port. */
class Run {
  said = ''
  readonly process: ChildProcess
  readonly ended: Promise<unknown>

  constructor(environment: Record<string, string> = {}) {
    const { DATABASE_URL: _, PUBLIC_URL: __, MEDIA_FOLDER: ___, ...inherited } = process.env
    const given = {
      ...inherited,
      NODE_ENV: 'production' as const,
      FORCE_COLOR: '0',
      DATA_FOLDER: folder,
      HOST: '127.0.0.1',
      PORT: '4600',
      ...environment,
    }
    this.process = spawn(process.execPath, ['bin/start.js'], { env: given, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (bytes) => (this.said += bytes))
    this.ended = once(this.process, 'exit')
  }

  async address(): Promise<string> {
    await expect.poll(() => this.said + (this.process.exitCode ?? ''), { timeout: 120_000 }).toMatch(/Ctrl-C ends it|\d$/)
    return /Read it at\s+(\S+)/.exec(this.said)?.[1] ?? `nowhere: ${this.said}`
  }

  async end(signal: NodeJS.Signals) {
    this.process.kill(signal)
    await this.ended
  }
}

const postgresProcess = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const noted = () => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
const runs = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('the first start loads the sample and serves it, and tells each step with its time', async () => {
  run = new Run()
  const home = await fetch(await run.address())
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('<article')
  for (const step of ['database', 'migrate', 'sample', 'build', 'serve', 'work']) {
    expect(run.said).toMatch(new RegExp(`^  ${step} .* \\d+\\.\\d s$`, 'm'))
  }
})

test('a second start says that it runs already, and where', async () => {
  const second = new Run()
  await second.ended
  expect(second.process.exitCode).toBe(0)
  expect(second.said).toContain(`It already runs from this folder (process ${run.process.pid}): ${await run.address()}`)
})

test('asked to end, every part ends', async () => {
  const parts = [...noted().children.map(({ pid }: { pid: number }) => pid), postgresProcess()]
  await run.end('SIGTERM')
  expect(run.process.exitCode).toBe(0)
  expect(run.said).toContain('everything has ended')
  expect(parts.filter(runs)).toEqual([])
})

test('after kill -9 of everything the next start recovers by itself, with what was there', async () => {
  run = new Run()
  await run.address()
  const parts = [...noted().children.map(({ pid }: { pid: number }) => pid), postgresProcess()]
  await run.end('SIGKILL')
  for (const pid of parts.filter(runs)) process.kill(pid, 'SIGKILL')

  run = new Run()
  expect((await fetch(await run.address())).status).toBe(200)
  expect(run.said).not.toContain('  sample ')
})

test('after kill -9 of the launcher alone the next start takes the database over, on the same port', async () => {
  const [database, address] = [postgresProcess(), await run.address()]
  await run.end('SIGKILL')
  run = new Run()
  expect(await run.address()).toBe(address)
  expect(run.said).toContain('found running')
  expect(postgresProcess()).toBe(database)
})

test('a server or a database that is killed comes back', async () => {
  const address = await run.address()
  process.kill(noted().children[0].pid, 'SIGKILL')
  process.kill(postgresProcess(), 'SIGKILL')
  await expect.poll(() => run.said, { timeout: 30_000 }).toMatch(/serve ended unasked[\s\S]*|Postgres ended unasked/)
  await expect.poll(async () => (await fetch(`${address}/readyz`).catch(() => null))?.status, { timeout: 60_000 }).toBe(200)
  await run.end('SIGINT')
  expect(run.process.exitCode).toBe(0)
})

test('a port that is taken is said, and the next one used', async () => {
  const other = createServer().listen(4600, '127.0.0.1')
  await once(other, 'listening')
  run = new Run()
  expect(await run.address()).toBe('http://localhost:4601')
  expect(run.said).toContain('on port 4601, because port 4600 is taken')
  await run.end('SIGTERM')
  other.close()
})

test('a wrong setting is one sentence, and nothing is started', async () => {
  run = new Run({ PORT: 'many' })
  await run.ended
  expect(run.process.exitCode).toBe(1)
  expect(run.said).toBe('PORT must be a whole number from 0 to 65535. See the README, "Environment".\n')
})
