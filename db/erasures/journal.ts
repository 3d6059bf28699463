import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { environment } from '../../lib/environment'
import type { Reader } from '../client'
import { type Erasure, erasureSchema } from './rules'
import { erasures } from './schema'

/** Notes an erasure outside of the database, for the day that is lost and a backup from before is all there is. On disk when this resolves. */
export async function noteErasures(noted: readonly Erasure[]): Promise<void> {
  if (noted.length === 0) return
  const { ERASURES_FILE } = environment()
  await mkdir(dirname(ERASURES_FILE), { recursive: true })
  // Each on a line of its own, also behind one that a crash has cut off.
  const lines = noted.map(({ id, kind, subject, erasedAt }) => `\n${JSON.stringify({ id, kind, subject, erasedAt })}\n`)
  await appendFile(ERASURES_FILE, lines.join(''), { mode: 0o600, flush: true })
}

/** What a journal holds; nothing if there is none. A line that was cut off by a crash is passed over: what it was of was not done. */
export async function readJournal(file: string): Promise<Erasure[]> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = content.split('\n')
  return lines.flatMap((line) => parseLine(line) ?? [])
}

/** Notes what the database knows and this machine's journal does not, as after a move to another machine. */
export async function completeJournal(reader: Reader): Promise<void> {
  const noted = new Set((await readJournal(environment().ERASURES_FILE)).map(({ id }) => id))
  const known = await reader.select().from(erasures)
  await noteErasures(known.filter(({ id }) => !noted.has(id)))
}

function parseLine(line: string): Erasure | null {
  try {
    return erasureSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}
