import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { identify, isRunning, type ProcessIdentity } from './processes'

const identity = z.object({ pid: z.number(), began: z.string() })
const note = z.object({ launcher: identity, url: z.string().nullable(), children: z.array(identity) })
type Note = z.infer<typeof note>

/** That this process runs the installation in a folder, noted where the next one looks. */
export type RunLock = {
  /** Notes where readers find it, and who has to end with it. */
  write: (url: string | null, children: ProcessIdentity[]) => void
  release: () => void
}

/** Milliseconds that children of a killed launcher are given to end. */
const patience = 3000

/**
 * Takes the installation for this process; or, another one runs it already, tells which. Children that a killed launcher left
 * behind are ended first, so that the port is free again.
 */
export async function takeRunLock(folder: string): Promise<RunLock | { runs: ProcessIdentity; url: string | null }> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'run.json')
  const launcher = identify(process.pid)
  if (!launcher) throw new Error('This system does not tell which processes run (no /proc, no ps).')
  const write = (url: string | null, children: ProcessIdentity[]) => writeNote(file, { launcher, url, children })
  for (;;) {
    if (create(file, { launcher, url: null, children: [] })) return { write, release: () => rmSync(file, { force: true }) }
    const found = readNote(file)
    if (found && isRunning(found.launcher)) return { runs: found.launcher, url: found.url }
    await endOrphans(found?.children ?? [])
    rmSync(file, { force: true })
  }
}

async function endOrphans(children: ProcessIdentity[]) {
  const insistAt = Date.now() + patience
  for (const child of children.filter(isRunning)) process.kill(-child.pid, 'SIGTERM')
  while (children.some(isRunning)) {
    if (Date.now() > insistAt) for (const child of children.filter(isRunning)) process.kill(-child.pid, 'SIGKILL')
    await wait(20)
  }
}

/** False if there is one: of two that come at once, one creates it. */
function create(file: string, content: Note): boolean {
  const staging = `${file}.${process.pid}`
  writeFileSync(staging, JSON.stringify(content), { mode: 0o600 })
  try {
    linkSync(staging, file)
    return true
  } catch (error) {
    if (!existsSync(file)) throw error
    return false
  } finally {
    rmSync(staging)
  }
}

function writeNote(file: string, content: Note) {
  const staging = `${file}.${process.pid}`
  writeFileSync(staging, JSON.stringify(content), { mode: 0o600 })
  renameSync(staging, file)
}

function readNote(file: string): Note | null {
  if (!existsSync(file)) return null
  const read = note.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return read.success ? read.data : null
}
