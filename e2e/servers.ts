import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../lib/ports'
import { wordsFor } from '../lib/processes'

const root = join(import.meta.dirname, '..')

/** Milliseconds in which a server has to be ready, on a machine that is busy with other tests. */
const readyDeadline = 120_000

/** One server process of ours. */
export type Server = {
  /** Where it is asked, whatever its public address is. */
  url: string
  /** Ends it as a power cut would, and starts it again on the same port. */
  killAndRestart: () => Promise<void>
}

type Wishes = { databaseUrl: string; publicUrl?: string }

/** Server processes on one database, as many as are started; without a public address each has its own. */
export function serversOn({ databaseUrl, publicUrl }: Wishes) {
  const running: Running[] = []
  return {
    start: async (): Promise<Server> => {
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const server = new Running(url, { DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: publicUrl ?? url })
      running.push(server)
      await server.start()
      return { url, killAndRestart: () => server.killAndRestart() }
    },
    end: async () => {
      await Promise.all(running.splice(0).map((server) => server.kill()))
    },
  }
}

class Running {
  #child: ChildProcess | null = null
  readonly #log: string

  constructor(
    private readonly url: string,
    private readonly settings: Record<string, string>,
  ) {
    const logs = join(root, 'test-results', 'servers')
    mkdirSync(logs, { recursive: true })
    this.#log = join(logs, `${settings.PORT}.log`)
  }

  async start() {
    const log = openSync(this.#log, 'a')
    const environment = { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', ...this.settings }
    const child = spawn(process.execPath, wordsFor('serve'), { cwd: root, env: environment, stdio: ['ignore', log, log, 'ipc'] })
    closeSync(log)
    this.#child = child
    const deadline = Date.now() + readyDeadline
    while (!(await fetch(`${this.url}/readyz`).catch(() => null))?.ok) {
      if (child.exitCode === null && child.signalCode === null && Date.now() < deadline) await wait(50)
      else throw new Error(`A server did not become ready:\n${readFileSync(this.#log, 'utf8').slice(-3000)}`)
    }
  }

  async kill() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  async killAndRestart() {
    await this.kill()
    await this.start()
  }
}
