import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { identify, type ProcessIdentity } from './processes'

type Description = {
  name: string
  /** Words after `node`. */
  words: string[]
  environment: NodeJS.ProcessEnv
  /** Where it writes; null shares the terminal. */
  logFile: string | null
}

/** A child process that is started again when it ends unasked. */
export type Supervised = {
  name: string
  /** The process of now, or null between two. */
  identity: () => ProcessIdentity | null
  /** Asks it to end, and insists after `patience` milliseconds. */
  stop: (patience: number) => Promise<void>
}

/** What the supervisor tells of its child. */
type Listener = {
  onCrash: (sentence: string) => void
  /** It has ended too often in a row to go on. */
  onHopeless: (sentence: string) => void
}

/** A child that lived this many milliseconds had started well: the count of failures begins again. */
const settled = 20_000
const hopelessAfter = 5
const largestLog = 20_000_000

/**
 * Runs `node` with these words, in a process group of its own so that Ctrl-C in the terminal does not reach it before us. It is
 * started again after 0.5, 1, 2, 4 s; after the fifth failure in a row it is given up.
 */
export function supervise(description: Description, listener: Listener): Supervised {
  let child: ChildProcess | null = null
  let isStopping = false
  let failures = 0
  const again = new AbortController()

  const begin = () => {
    const began = performance.now()
    child = run(description)
    child.once('exit', (code, signal) => {
      child = null
      if (isStopping) return
      failures = performance.now() - began > settled ? 1 : failures + 1
      const sentence = `${description.name} ended unasked (${signal ?? `exit ${code}`})${lastWords(description.logFile)}`
      if (failures >= hopelessAfter) return listener.onHopeless(sentence)
      listener.onCrash(`${sentence}; starting it again`)
      wait(250 * 2 ** failures, undefined, { signal: again.signal }).then(begin, () => {})
    })
  }

  begin()
  return {
    name: description.name,
    identity: () => (child?.pid ? identify(child.pid) : null),
    stop: async (patience) => {
      isStopping = true
      again.abort()
      if (child) await endGroup(child, patience)
    },
  }
}

function run({ words, environment, logFile }: Description): ChildProcess {
  if (logFile) rotate(logFile)
  const log = logFile ? openSync(logFile, 'a', 0o600) : 'inherit'
  // The fourth channel tells the child when we are gone, however we went.
  const child = spawn(process.execPath, words, { env: environment, stdio: ['ignore', log, log, 'ipc'], detached: true })
  if (typeof log === 'number') closeSync(log)
  child.once('error', () => child.emit('exit', 1, null))
  return child
}

async function endGroup(child: ChildProcess, patience: number) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  signal(child, 'SIGTERM')
  await Promise.race([ended, wait(patience, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) signal(child, 'SIGKILL')
  await ended
}

function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (child.pid && identify(child.pid)) process.kill(-child.pid, name)
}

function rotate(logFile: string) {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(logFile, `${logFile}.1`)
}

function lastWords(logFile: string | null): string {
  const said = logFile ? readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1) : ''
  return said ? `: ${said.slice(0, 300)}` : ''
}
