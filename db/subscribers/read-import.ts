import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isLanguage, type Language } from '../../lib/languages'
import { type Address, readAddress } from './addresses'
import { decodeTable } from './decode-table'
import { type FaultyLine, type FileFault, importLimits } from './import-rules'

/** A line of the file that brings somebody; `language` is null where the file does not say one of ours. */
export type ImportLine = { line: number; address: Address; language: Language | null; confirmedAt: Date | null }

export type ImportFile = { ok: true; lines: (ImportLine | FaultyLine)[] } | { ok: false; fault: FileFault; line: number | null }

/**
 * Reads a table of subscribers: a column of addresses, and where it has them their language and when they confirmed; everything else in it is not
 * looked at. Commas, semicolons or tabs part its cells. The whole file is read or, with the line where that ended, nothing of it.
 */
export function readImportFile(bytes: Buffer, now: Date): ImportFile {
  const refuse = (fault: FileFault, line: number | null = null): ImportFile => ({ ok: false, fault, line })
  if (bytes.length > importLimits.bytes) return refuse('too-large')
  const decoded = decodeTable(bytes)
  if (!decoded.ok) return refuse('encoding', decoded.line)
  const rows = rowsOf(decoded.text)
  if ('fault' in rows) return refuse(rows.fault, rows.line)
  const [first] = rows.all
  if (!first) return refuse('empty')
  const columns = columnsOf(first.record)
  if (columns === null) return refuse('no-address-column', first.line)
  const own = columns.isHead ? rows.all.slice(1) : rows.all
  if (own.length === 0) return refuse('empty')
  if (own.length > importLimits.lines) return refuse('too-many-lines')
  return { ok: true, lines: own.map(({ record, line }) => lineOf(record, line, columns, now)) }
}

type Row = { record: string[]; line: number }

/** What the reader of tables gives when it is asked for line numbers, which its types do not tell. */
const recordsShape = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function rowsOf(text: string): { all: Row[] } | { fault: FileFault; line: number | null } {
  try {
    const records: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: importLimits.lines + 2,
    })
    const all = recordsShape.parse(records).map(({ record, info }) => ({ record, line: info.lines }))
    return { all: all.filter(({ record }) => record.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { fault: 'quotes', line: typeof error.lines === 'number' ? error.lines : null }
  }
}

/** Whichever of them the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n|\r/, 1)
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

type Columns = { isHead: boolean; address: number; language: number; confirmedAt: number }

/** Names of columns as programs and people of our languages write them. */
const names = {
  address:
    /^(e-?mail|e-?mail ?-?address|address|adresse( ?électronique| ?e-?mail| ?mail)?|courriel|mail|البريد( الإلكتروني)?|العنوان)$/i,
  language: /^(language|lang|locale|langue|اللغة)$/i,
  confirmedAt: /^(confirmed[ _-]?at|confirmed|confirmation|opt-?in[ _-]?(at|date|time)?|date de confirmation|تاريخ التأكيد)$/i,
}

/** Where what stands: by the names in the first line, else by the address in it. Null where there is neither. */
function columnsOf(first: readonly string[]): Columns | null {
  const place = (name: RegExp) => first.findIndex((cell) => name.test(cell.replaceAll('_', ' ')) || name.test(cell))
  const named = place(names.address)
  if (named >= 0) return { isHead: true, address: named, language: place(names.language), confirmedAt: place(names.confirmedAt) }
  const address = first.findIndex((cell) => readAddress(cell) !== null)
  return address >= 0 ? { isHead: false, address, language: -1, confirmedAt: -1 } : null
}

function lineOf(record: readonly string[], line: number, columns: Columns, now: Date): ImportLine | FaultyLine {
  const typed = record[columns.address] ?? ''
  if (typed === '') return { line, fault: 'no-address' }
  const address = readAddress(typed)
  if (!address) return { line, fault: 'bad-address' }
  const confirmedAt = momentOf(record[columns.confirmedAt] ?? '')
  if (confirmedAt === 'none') return { line, fault: 'bad-date' }
  if (confirmedAt && confirmedAt > now) return { line, fault: 'future-date' }
  const language = (record[columns.language] ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  return { line, address, language: isLanguage(language) ? language : null, confirmedAt }
}

/** A day or moment as ISO 8601 writes it, of this era's mail; null where nothing stands. Days written otherwise could be two. */
function momentOf(typed: string): Date | null | 'none' {
  if (typed === '') return null
  if (!/^(19|20)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?( ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/.test(typed)) return 'none'
  const zone = /(Z|UTC|[+-]\d\d:?\d\d)$/.test(typed.slice(11)) ? '' : typed.length > 10 ? 'Z' : ''
  const moment = new Date(
    typed
      .replace(' UTC', 'Z')
      .replace(/^(\S+) (\d)/, '$1T$2')
      .replace(/ (?=[+-Z])/, '') + zone,
  )
  const day = typed.slice(0, 10)
  // What a calendar does not have, such as 31 February, is carried over into the next month.
  const isReal = !Number.isNaN(moment.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isReal ? moment : 'none'
}
