import { type Entry, isRemarkable, lineOf, outcomes } from './ledger'

/** Where a run is told: `isTerminal` allows a bar that is drawn over. */
export type Screen = { write: (text: string) => void; isTerminal: boolean; columns: number }

/** Tells a run while it goes on and sums it up at its end. */
export type Report = {
  onEntry: (entry: Entry) => void
  onProgress: (done: number, total: number) => void
  sumUp: (runId: string | null) => void
}

const clearLine = '\r\u001b[2K'

/**
 * Prints the ledger: a line for each source of which something was left out, missing, held or refused (`all`: for each source), and
 * at the end the sums. On a terminal a bar shows how far it is.
 */
export function openReport(screen: Screen, { all }: { all: boolean }): Report {
  const sums = newSums()
  let bar = ''
  const put = (line: string) => screen.write(bar ? `${clearLine}${line}\n${bar}` : `${line}\n`)
  return {
    onEntry: (entry) => {
      add(sums, entry)
      if (all || isRemarkable(entry)) put(lineOf(entry))
    },
    onProgress: (done, total) => {
      if (!screen.isTerminal) return
      bar = drawBar(done, total, screen.columns, sums.entries)
      screen.write(`${clearLine}${bar}`)
    },
    sumUp: (runId) => {
      if (bar) screen.write(clearLine)
      bar = ''
      for (const line of sumLines(sums, runId)) screen.write(`${line}\n`)
    },
  }
}

type Sums = {
  entries: number
  outcomes: Map<string, number>
  wordsIn: number
  wordsOut: number
  dropped: Map<string, number>
  images: number
}

function newSums(): Sums {
  return { entries: 0, outcomes: new Map(), wordsIn: 0, wordsOut: 0, dropped: new Map(), images: 0 }
}

function add(sums: Sums, { outcome, wordsIn, wordsOut, dropped, imagesMissing }: Entry): void {
  sums.entries += 1
  sums.outcomes.set(outcome, (sums.outcomes.get(outcome) ?? 0) + 1)
  sums.wordsIn += wordsIn
  sums.wordsOut += wordsOut
  sums.images += imagesMissing.length
  for (const [kind, times] of Object.entries(dropped)) sums.dropped.set(kind, (sums.dropped.get(kind) ?? 0) + times)
}

function drawBar(done: number, total: number, columns: number, entries: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 1
  const label = ` ${Math.floor(share * 100)} %, ${entries} done`
  const width = Math.max(10, Math.min(50, columns - label.length - 3))
  const filled = Math.round(share * width)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]${label}`
}

function sumLines(sums: Sums, runId: string | null): string[] {
  const counted = outcomes.flatMap((outcome) => (sums.outcomes.has(outcome) ? [`${sums.outcomes.get(outcome)} ${outcome}`] : []))
  const dropped = [...sums.dropped].sort((a, b) => b[1] - a[1]).map(([kind, times]) => `${times} × ${kind}`)
  return [
    `Ledger: ${counted.join(', ') || 'nothing to import'}.`,
    `Words: ${sums.wordsIn} in, ${sums.wordsOut} out.`,
    `Left out: ${dropped.join(', ') || 'nothing'}.`,
    `Images missing: ${sums.images}.`,
    runId ? `Kept as run ${runId}.` : 'A dry run: nothing was written.',
  ]
}

/** 0: all is well; 2: something was held or refused; 1: nothing could be done. */
export function exitCodeOf(counts: Record<Entry['outcome'], number>): 0 | 2 {
  return counts.held + counts.refused > 0 ? 2 : 0
}
