import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** One measured thing. `isMet` is null where there is no goal. */
export type Figure = { name: string; measured: string; goal: string; isMet: boolean | null }

/** A figure with a goal, or without. */
export function figure(name: string, measured: string, goal?: { words: string; isMet: boolean }): Figure {
  return { name, measured, goal: goal?.words ?? '', isMet: goal?.isMet ?? null }
}

/** The value below which so much of the sorted whole lies: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** `12 ms`, `3.4 ms`, `0.56 ms`. */
export function milliseconds(value: number): string {
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} ms`
}

export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}

/** A table of figures, and what they were measured on. */
export function tableOf(figures: readonly Figure[], machine: string): string {
  const rows = [['figure', 'measured', 'goal', ''], ...figures.map(rowOf)]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n${machine}\n`
}

function rowOf({ name, measured, goal, isMet }: Figure): string[] {
  return [name, measured, goal, isMet === null ? '' : isMet ? 'met' : 'MISSED']
}

/** The machine in one sentence. The load is that before anything was measured: a shared machine explains a bad figure. */
export function describeMachine(postgresVersion: string): string {
  const system = systemName()
  const [load] = loadavg()
  return `Measured on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${system}, Node ${process.version}, Postgres ${postgresVersion}; load before: ${load?.toFixed(1)}.`
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform
  } catch {
    return process.platform
  }
}
