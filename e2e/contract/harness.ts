import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import postgres from 'postgres'
import { migrateDatabase } from '../../db/migrate'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../lib/embedded-postgres/server'

const project = join(import.meta.dirname, '..', '..')
const actionsKey = Buffer.alloc(32, 7).toString('base64')

/** The fixture's site, built once into a folder of its own under `.data`, which the compiler can reach. */
export async function buildSite(): Promise<string> {
  const folder = join(project, '.data', 'test', `contract-${process.pid}`)
  await cp(join(import.meta.dirname, 'site'), folder, { recursive: true })
  const next = join(project, 'node_modules/next/dist/bin/next')
  const environment = { ...process.env, ...siteEnvironment, NODE_ENV: 'production' } as const
  const child = spawn(process.execPath, [next, 'build', folder], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  child.stdout.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the fixture's site could not be built:\n${said.join('')}`)
  return folder
}

const siteEnvironment = {
  CONTRACT_PROJECT: project,
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
}

/** A Postgres of this test's own, so that it can be stopped, with the fixture's tables. */
export async function startDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  let running: EmbeddedPostgres = await startEmbeddedPostgres({ folder, isDurable: false })
  const { url } = running
  await migrateDatabase(url)
  const sql = postgres(url, { max: 4, onnotice: () => {}, connection: { application_name: 'contract-test' } })
  await sql`create table contract_rows (
    path text primary key, words text not null, status int not null default 200, tags text[] not null default '{}', moved_to text, lock int
  )`
  await sql`create table contract_letters (letter text not null)`
  await sql`create sequence contract_drawn`
  return {
    url,
    sql,
    stop: () => running.stop(),
    start: async () => {
      running = await startEmbeddedPostgres({ folder, isDurable: false })
      if (running.url !== url) throw new Error('Postgres came back at another address')
    },
    remove: async () => {
      await sql.end({ timeout: 1 })
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Reply = { status: number; headers: IncomingHttpHeaders; raw: Buffer; text: string }
type Question = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** A server process under test. */
export class Server {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(folder: string, databaseUrl: string, more: Record<string, string> = {}): Promise<Server> {
    const environment = {
      ...siteEnvironment,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://news.test',
      ...more,
    }
    const words = ['--conditions=react-server', '--import', 'tsx', join(import.meta.dirname, 'serve.ts'), folder]
    const env = { ...process.env, ...environment }
    const child = spawn(process.execPath, words, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] })
    const port = await new Promise<number>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)))
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('"msg":"serving"')) resolve(Number(JSON.parse(line).port))
        else if (process.env.CONTRACT_LOG) process.stderr.write(`${line}\n`)
      })
    })
    return new Server(port, child)
  }

  /** Asks for a target exactly as written. */
  ask(path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, path, method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const raw = Buffer.concat(chunks)
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            raw,
            text: decode(raw, answer.headers['content-encoding']),
          })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  }

  /** Asks `/readyz` until it says so. */
  async until(
    isSo: (readiness: { isReady: boolean; listening: boolean; notices: number; renderings: number }, status: number) => boolean,
  ): Promise<void> {
    for (;;) {
      const { status, text } = await this.ask('/readyz')
      if (isSo(JSON.parse(text), status)) return
      await wait(20)
    }
  }

  /** How many notices it has heard, how many renderings it has begun. */
  async counts(): Promise<{ notices: number; renderings: number }> {
    const { text } = await this.ask('/readyz')
    return JSON.parse(text)
  }

  /** Sends a signal; resolves to the exit code, null if the signal ended it. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode
    const exit = once(this.child, 'exit')
    this.child.kill(signal)
    const [code] = await exit
    return code
  }
}

function decode(raw: Buffer, coding: string | undefined): string {
  if (coding === 'gzip') return gunzipSync(raw).toString()
  return coding === 'br' ? brotliDecompressSync(raw).toString() : raw.toString()
}
