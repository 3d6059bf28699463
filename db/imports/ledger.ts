import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../client'
import type { Losses } from './rules'
import { importEntries, importRuns } from './schema'

export const outcomes = ['created', 'updated', 'unchanged', 'held', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** One line of the ledger: what one source said, and what of it arrived. */
export type Entry = {
  file: string
  sourceId: string | null
  outcome: Outcome
  reason: string
  wordsIn: number
  wordsOut: number
  dropped: Record<string, number>
  imagesMissing: string[]
}

export function refusal(file: string, sourceId: string | null, reason: string): Entry {
  return { file, sourceId, outcome: 'refused', reason, wordsIn: 0, wordsOut: 0, dropped: {}, imagesMissing: [] }
}

export function entryOf(
  file: string,
  sourceId: string,
  outcome: Outcome,
  losses: Losses,
  more: { reasons?: string[]; wordsIn?: number; wordsOut?: number; imagesMissing?: string[] } = {},
): Entry {
  const { reasons = [], wordsIn = 0, wordsOut = 0, imagesMissing = [] } = more
  const reason = [...new Set([...reasons, ...losses.notes])].join(' ')
  return { file, sourceId, outcome, reason, wordsIn, wordsOut, dropped: Object.fromEntries(losses.dropped), imagesMissing }
}

/** The entry as one line of plain text. What a source wrote cannot steer the terminal. */
export function lineOf(entry: Entry): string {
  const { outcome, file, reason, wordsIn, wordsOut, dropped, imagesMissing } = entry
  const parts = [
    wordsIn > 0 ? `words ${wordsOut} of ${wordsIn}` : '',
    Object.keys(dropped).length
      ? `left out: ${Object.entries(dropped)
          .map(([kind, times]) => `${times} × ${kind}`)
          .join(', ')}`
      : '',
    imagesMissing.length ? `images missing: ${imagesMissing.join(', ')}` : '',
    reason,
  ]
  const line = `${outcome.padEnd(9)} ${file}: ${parts.filter(Boolean).join('; ')}`.replace(/: $/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ').slice(0, 2000)
}

/** Whether a line is worth printing when all is well: it tells of something left out, missing or to be looked at. */
export function isRemarkable({ outcome, reason, dropped, imagesMissing }: Entry): boolean {
  return (
    outcome === 'held' || outcome === 'refused' || reason !== '' || Object.keys(dropped).length > 0 || imagesMissing.length > 0
  )
}

export async function openRun(db: Database | Transaction, sources: string[], isDryRun: boolean): Promise<string> {
  const [run] = await db.insert(importRuns).values({ sources, isDryRun }).returning({ id: importRuns.id })
  if (!run) throw new Error('An insert returned no row.')
  return run.id
}

export async function storeEntries(tx: Transaction, runId: string, entries: readonly Entry[]): Promise<void> {
  const clean = entries.map((entry) => ({ runId, ...entry, file: withoutNul(entry.file), reason: withoutNul(entry.reason) }))
  if (clean.length > 0) await tx.insert(importEntries).values(clean)
}

export async function closeRun(db: Database | Transaction, runId: string): Promise<void> {
  await db.update(importRuns).set({ finishedAt: new Date() }).where(eq(importRuns.id, runId))
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
