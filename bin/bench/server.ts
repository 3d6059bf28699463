import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../lib/ports'
import { wordsFor } from '../../lib/processes'
import { benchFolder } from './scratch'

/** A server process of the production pieces, on 127.0.0.1. */
export type Server = { url: string; pid: number; log: string }

export const root = join(import.meta.dirname, '..', '..')

const readyDeadline = 90_000

/** Milliseconds after which a child that was asked to end is ended. */
const patience = 10_000

/** Runs `bin/serve.ts` on the database at `databaseUrl` while `work` lasts; it begins when the server has drawn what it draws at its start. */
export async function withServer<T>(databaseUrl: string, work: (server: Server) => Promise<T>): Promise<T> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const log = join(benchFolder, 'serve.log')
  rmSync(log, { force: true })
  const child = startNode(
    wordsFor('serve'),
    { DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url },
    log,
  )
  try {
    await untilReady(child, url, log)
    const pid = child.pid ?? 0
    await untilIdle(pid)
    return await work({ url, pid, log })
  } finally {
    await end(child)
  }
}

/** Node with the `words` of one of our commands, in production's environment, writing to `log`; it ends with us. */
export function startNode(words: string[], environment: Record<string, string>, log: string): ChildProcess {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', MEDIA_FOLDER: join(benchFolder, 'media'), ...environment },
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  return endWithUs(child)
}

/** Asks a child to end when we do, however that comes about. */
export function endWithUs(child: ChildProcess): ChildProcess {
  const ask = () => void child.kill('SIGTERM')
  process.once('exit', ask)
  child.once('exit', () => process.off('exit', ask))
  return child
}

/** Ends a child by its own number, first by asking. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const insisting = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(insisting)
}

async function untilReady(child: ChildProcess, url: string, log: string) {
  const deadline = Date.now() + readyDeadline
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-1500)}`)
    await wait(50)
  }
}

/** Until the process has used less than a tenth of a core for a second: pages drawn at its start are none of the figures. */
async function untilIdle(pid: number) {
  const deadline = Date.now() + readyDeadline
  for (let before = processorTicks(pid); Date.now() < deadline; ) {
    await wait(1000)
    const now = processorTicks(pid)
    if (now - before < 10) return
    before = now
  }
}

/** Hundredths of a second of processor time, where the system tells. */
function processorTicks(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

/** Bytes of memory the process holds now. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
