import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { WantedRedirect } from './rules'

/** How much is read at once. */
export const redirectFileLimits = { bytes: 24 * 1024 * 1024, lines: 200_000 }

/** A line of the file, counted from 1; what has not exactly two cells is no redirect. */
export type RedirectLine = { line: number } & (WantedRedirect | { cells: number })

export type RedirectFile =
  | { ok: true; lines: RedirectLine[] }
  /** `line` is where reading ended, as far as that is known. */
  | { ok: false; fault: 'empty' | 'too-large' | 'too-many-lines' | 'encoding' | 'quotes'; line: number | null }

/**
 * Reads a table of redirects: an address and where it is to lead in each line, parted by commas, semicolons or tabs, in UTF-8 with or without a
 * byte order mark. A first line that holds no address is its head.
 */
export function readRedirectFile(bytes: Uint8Array): RedirectFile {
  const refuse = (fault: Extract<RedirectFile, { ok: false }>['fault'], line: number | null = null) =>
    ({ ok: false, fault, line }) as const
  if (bytes.length > redirectFileLimits.bytes) return refuse('too-large')
  const text = decoded(bytes)
  if (text === null) return refuse('encoding')
  try {
    const records: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: redirectFileLimits.lines + 2,
    })
    const lines = recordsShape
      .parse(records)
      .map(({ record, info }) => lineOf(record, info.lines))
      .filter((one) => !isBlank(one))
    const own = lines[0] && isHead(lines[0]) ? lines.slice(1) : lines
    if (own.length > redirectFileLimits.lines) return refuse('too-many-lines')
    return own.length > 0 ? { ok: true, lines: own } : refuse('empty')
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse('quotes', typeof error.lines === 'number' ? error.lines : null)
  }
}

/** What the reader of tables gives when it is asked for line numbers, which its types do not tell. */
const recordsShape = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** Null for what is not UTF-8: a file of a spreadsheet in another encoding would lose its letters. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

/** Whichever of them the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n|\r/, 1)
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Spreadsheets end short lines with empty cells. */
function lineOf(record: readonly string[], line: number): RedirectLine {
  const cells = record.slice(0, record.findLastIndex((cell) => cell !== '') + 1)
  const [from, to] = cells
  return from !== undefined && to !== undefined && cells.length === 2 ? { line, from, to } : { line, cells: cells.length }
}

function isBlank(line: RedirectLine): boolean {
  return 'cells' in line && line.cells === 0
}

function isHead(line: RedirectLine): boolean {
  return 'from' in line && !/^(\/|https?:)/i.test(line.from) && !/^(\/|https?:)/i.test(line.to)
}
