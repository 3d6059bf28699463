import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, isFree } from '../ports'
import { type Claim, claim } from './claim'
import { type Cluster, openCluster, rememberPort, superuser } from './cluster'
import { findPostmaster, isAlive, type Postmaster } from './postmaster'

/** A running Postgres of ours. */
export type EmbeddedPostgres = {
  /** The address of its database, with the password. */
  url: string
  port: number
  pid: number
  /** How it came to run: `made` for the first time, `started`, or `found` running. */
  cameBy: 'made' | 'started' | 'found'
  /** Ends it, whoever else uses it, within about `patience` milliseconds: nothing committed is lost. */
  stop: (patience?: number) => Promise<void>
  /** Ends it if nobody else uses it. */
  release: () => Promise<void>
}

type Wishes = {
  /** Where its files, its log and its password are kept. */
  folder: string
  /** False for throw-away databases: much faster, and lost with the machine's power. */
  isDurable?: boolean
}

/** Milliseconds: a recovery after a crash with much to replay, on a slow disk. */
const startDeadline = 60_000
const stopDeadline = 8_000

/** What a server that could not start says when trying again is right: an old one is still ending, or another began first. */
const passing = /lock file .* already exists|pre-existing shared memory|could not bind|address already in use|shutting down/i

/**
 * Starts the Postgres whose files are in `folder`, or finds it running: as after kill -9 of the process that started it, or because another command
 * uses it. It listens on 127.0.0.1 only, with a password, and survives us until somebody stops it. The database in it is called `broadsheet`.
 */
export async function startEmbeddedPostgres({ folder, isDurable = true }: Wishes): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(folder)
  const deadline = Date.now() + startDeadline
  let port = cluster.lastPort
  let cameBy: EmbeddedPostgres['cameBy'] = 'found'
  while (Date.now() < deadline) {
    const running = findPostmaster(cluster.dataFolder)
    if (running) {
      const held = running.isReady ? await claim(urlOf(cluster, running.port, 'postgres')) : null
      if (held) {
        rememberPort(folder, cluster, running.port)
        return describe(cluster, running, held, cameBy)
      }
      await wait(25)
      continue
    }
    port = port && (await isFree(port, '127.0.0.1')) ? port : await freePort()
    cameBy = cluster.isNew ? 'made' : 'started'
    await launch(cluster, folder, port, isDurable)
  }
  throw new Error(`Postgres did not start within ${startDeadline / 1000} s. Its log: ${logFile(folder)}`)
}

function describe(cluster: Cluster, running: Postmaster, held: Claim, cameBy: EmbeddedPostgres['cameBy']): EmbeddedPostgres {
  const { port, pid } = running
  const stop = async (patience = stopDeadline) => {
    await held.end()
    await end(pid, patience)
  }
  const release = () => held.endIfLast(() => end(pid, stopDeadline))
  return { url: urlOf(cluster, port, 'broadsheet'), port, pid, cameBy, stop, release }
}

/** Resolves when it accepts connections or has given up for a passing reason; any other reason is thrown. */
async function launch(cluster: Cluster, folder: string, port: number, isDurable: boolean) {
  const log = openSync(logFile(folder), 'a', 0o600)
  const begins = statSync(logFile(folder)).size
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
  if (!isDurable) settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300')
  const child = spawn(
    join(cluster.binaries, 'bin', 'postgres'),
    ['-D', cluster.dataFolder, ...settings.flatMap((setting) => ['-c', setting])],
    // Detached: Ctrl-C in the terminal reaches the whole group of processes, and Postgres has to outlive its users.
    {
      ...cluster.owner,
      cwd: '/',
      env: { NODE_ENV: process.env.NODE_ENV, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  child.unref()
  closeSync(log)
  let fault: string | number | null = null
  child.once('error', (error) => {
    fault = error.message
  })
  child.once('exit', (code, signal) => {
    fault = code ?? signal
  })
  while (!findPostmaster(cluster.dataFolder)?.isReady) {
    await wait(10)
    if (fault === null) continue
    const said = readFileSync(logFile(folder)).subarray(begins).toString()
    if (!passing.test(said))
      throw new Error(`Postgres could not start (${fault}): ${lastCause(said) ?? `see ${logFile(folder)}`}`)
    await wait(100)
    return
  }
}

async function end(pid: number, patience: number) {
  const deadline = Date.now() + patience
  // "Fast": sessions are ended, everything committed is written.
  send(pid, 'SIGINT')
  while (isAlive(pid)) {
    // "Immediate": as after a power cut, which the next start mends.
    if (Date.now() > deadline) send(pid, 'SIGQUIT')
    await wait(10)
  }
}

function send(pid: number, signal: NodeJS.Signals) {
  if (isAlive(pid)) process.kill(pid, signal)
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`
}

function logFile(folder: string): string {
  return join(folder, 'postgres.log')
}

function lastCause(said: string): string | undefined {
  return said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line))
}
