import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { hasEveryMigration } from '../../db/migration-list'
import { build, isBuilt } from '../../lib/build'
import { dataFolder } from '../../lib/data-folder'
import { isAlive } from '../../lib/embedded-postgres/postmaster'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../lib/embedded-postgres/server'
import type { Environment } from '../../lib/environment'
import { nextFreePort } from '../../lib/ports'
import { wordsFor } from '../../lib/processes'
import type { RunLock } from '../../lib/run-lock'
import type { Steps } from '../../lib/steps'
import { type Supervised, supervise } from '../../lib/supervisor'
import { tellAddresses } from './addresses'
import { loadSample, needsSample } from './sample'
import { tellSampleStaff } from './sample-staff'

type Wishes = { isDevelopment: boolean; wantsSample: boolean }

/** Milliseconds: all children have ended within the first, Postgres within the second after that; ten seconds in all. */
const childPatience = 7500
const databasePatience = 1800

/** Milliseconds in which the server has to be ready; the development server compiles first. */
const readyDeadline = 90_000

const logs = join(dataFolder, 'logs')

/** Everything that `npm start` runs: database, server, worker. Started step by step, ended together. */
export class Installation {
  readonly #children: Supervised[] = []
  readonly #failure = Promise.withResolvers<never>()
  #database: EmbeddedPostgres | null = null
  #isUp = false
  #port: number

  constructor(
    private readonly environment: Environment,
    private readonly steps: Steps,
    private readonly lock: RunLock,
    private readonly ending: AbortSignal,
  ) {
    this.#port = environment.PORT
    // Heard by whoever waits at the time; a failure while nobody does is told by the next.
    this.#failure.promise.catch(() => {})
  }

  /** Resolves when readers can come. */
  async start({ isDevelopment, wantsSample }: Wishes): Promise<void> {
    mkdirSync(logs, { recursive: true })
    const isEmbedded = !process.env.DATABASE_URL
    await this.#step('database', () => this.#startDatabase())
    const url = process.env.DATABASE_URL ?? ''
    // Most starts change nothing: the server loads while we make sure of that.
    const isEarly = !isDevelopment && isBuilt() && (await hasEveryMigration(url))
    if (isEarly) await this.#beginServing(false)
    await this.#step('migrate', async () => {
      const { migrateDatabase } = await import('../../db/migrate')
      const applied = await migrateDatabase(url)
      return applied === 0 ? 'up to date' : `${applied} applied`
    })
    if ((isEmbedded || wantsSample) && (await needsSample(url))) {
      await this.#step('sample', (say) => loadSample(url, join(logs, 'sample.log'), say, this.ending))
    }
    if (!isDevelopment) await this.#step('build', () => this.#build())
    await this.#step('serve', async () => {
      if (!isEarly) await this.#beginServing(isDevelopment)
      return this.#becomeReady()
    })
    await this.#step('work', async () => {
      this.#supervise('work', isDevelopment)
      return 'the worker makes what may come later'
    })
    this.#isUp = true
    this.#note()
    tellAddresses(this.#publicUrl, this.#port, this.environment)
    if (isEmbedded) await tellSampleStaff(this.#publicUrl)
  }

  /** Resolves when we are asked to end; a part that cannot be kept running is thrown. */
  async runUntilAsked(): Promise<void> {
    while (!this.ending.aborted) {
      await Promise.race([this.#failure.promise, wait(1000, undefined, { signal: this.ending }).catch(() => {})])
      if (this.#database && !isAlive(this.#database.pid)) await this.#restartDatabase(this.#database)
      this.#note()
    }
  }

  async stop(): Promise<void> {
    process.stdout.write('\nEnding …')
    await Promise.all(this.#children.map((child) => child.stop(childPatience)))
    await this.#database?.stop(databasePatience)
    process.stdout.write(' everything has ended.\n')
  }

  get #publicUrl(): string {
    return process.env.PUBLIC_URL ? this.environment.PUBLIC_URL : `http://localhost:${this.#port}`
  }

  async #step(name: string, work: Parameters<Steps['step']>[1]) {
    this.ending.throwIfAborted()
    await this.steps.step(name, work)
    this.ending.throwIfAborted()
  }

  async #startDatabase() {
    if (process.env.DATABASE_URL) return greetDatabase(process.env.DATABASE_URL)
    this.#database = await startEmbeddedPostgres({ folder: dataFolder })
    process.env.DATABASE_URL = this.#database.url
    const words = { made: 'made and started', started: 'started', found: 'found running:' }
    return `${words[this.#database.cameBy]} Postgres 18 on 127.0.0.1:${this.#database.port}`
  }

  async #restartDatabase(ended: EmbeddedPostgres) {
    this.steps.note('database', 'Postgres ended unasked; starting it again')
    await ended.stop(0)
    this.#database = await startEmbeddedPostgres({ folder: dataFolder })
    if (this.#database.url !== ended.url)
      throw new Error('Postgres came back on another port, because another program took its own. Start again.')
  }

  async #build() {
    if (isBuilt()) return 'up to date'
    await build(join(logs, 'build.log'), this.ending)
    return 'built'
  }

  async #beginServing(isDevelopment: boolean) {
    this.#port = await nextFreePort(this.environment.PORT, this.environment.HOST)
    this.#supervise('serve', isDevelopment)
  }

  async #becomeReady() {
    const deadline = Date.now() + readyDeadline
    while (!(await this.#isReady())) {
      this.ending.throwIfAborted()
      if (Date.now() > deadline) throw new Error(`The server was not ready within ${readyDeadline / 1000} s.`)
      await Promise.race([wait(50), this.#failure.promise])
    }
    const wanted = this.environment.PORT
    return this.#port === wanted ? `on port ${wanted}` : `on port ${this.#port}, because port ${wanted} is taken`
  }

  async #isReady() {
    const host = ['0.0.0.0', '::', ''].includes(this.environment.HOST) ? '127.0.0.1' : this.environment.HOST
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${this.#port}/readyz`).catch(() => null)
    return answer?.ok ?? false
  }

  #supervise(name: 'serve' | 'work', isDevelopment: boolean) {
    const words = wordsFor(name, ...(isDevelopment && name === 'serve' ? ['--dev'] : []))
    const environment = {
      ...process.env,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      PORT: String(this.#port),
      PUBLIC_URL: this.#publicUrl,
      MEDIA_FOLDER: this.environment.MEDIA_FOLDER,
    } as const
    const logFile = isDevelopment ? null : join(logs, `${name}.log`)
    const fail = (sentence: string) => this.#failure.reject(new Error(sentence))
    const onCrash = (sentence: string) => (this.#isUp ? this.steps.note(name, sentence) : fail(sentence))
    this.#children.push(supervise({ name, words, environment, logFile }, { onCrash, onHopeless: fail }))
    this.#note()
  }

  #note() {
    const children = this.#children.map((child) => child.identity()).filter((child) => child !== null)
    this.lock.write(this.#isUp ? this.#publicUrl : null, children)
  }
}

/** Tells which database it is; one that does not answer is an error in words, without the password in the address. */
async function greetDatabase(url: string): Promise<string> {
  const { hostname } = new URL(url)
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`
    return `Postgres ${row?.version ?? ''} on ${hostname}, from DATABASE_URL`
  } catch (error) {
    const cause = error instanceof Error ? error.message || error.name : String(error)
    throw new Error(`The database in DATABASE_URL (on ${hostname}) cannot be used: ${cause}`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
