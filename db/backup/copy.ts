import { createHash, hash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TransactionSql } from 'postgres'
import type { CatalogTable } from './catalog'
import type { SavedTable } from './manifest'

/** What a table turned out to hold. */
export type Measured = Pick<SavedTable, 'rows' | 'bytes' | 'sha256' | 'digest'>

/** Bytes handed on at once; row by row would cost far more than the rows. */
const blockSize = 256 * 1024

const lineFeed = 10

/** Reads a table's rows by COPY, in the order in which they are stored, hands them to `take` in blocks of whole rows, and measures them. */
export async function copyOut(
  sql: TransactionSql,
  table: CatalogTable,
  take: (rows: Buffer) => Promise<void> = async () => {},
): Promise<Measured> {
  const from = `${quote(table.schema)}.${quote(table.name)}`
  // A query and not the table: only so are tables in parts copied by every version of Postgres.
  const stream = await sql.unsafe(`copy (select ${table.columns.map(quote).join(', ')} from ${from}) to stdout`).readable()
  const meter = new Meter()
  try {
    for await (const block of blocksOf(stream)) {
      meter.take(block)
      await take(block)
    }
  } catch (error) {
    await drain(stream)
    throw error
  } finally {
    // The driver holds its socket while we are slow; where the rows end in that very moment, it would hold it for ever.
    stream._read(0)
  }
  return meter.result()
}

/** Writes rows, as `copyOut` gave them, into a table. */
export async function copyIn(sql: TransactionSql, table: CatalogTable, blocks: AsyncIterable<Buffer>): Promise<void> {
  const into = `${quote(table.schema)}.${quote(table.name)}`
  const stream = await sql.unsafe(`copy ${into} (${table.columns.map(quote).join(', ')}) from stdin`).writable()
  let fault: unknown
  stream.on('error', (error) => {
    fault ??= error
  })
  try {
    for await (const block of blocks) {
      if (fault) break
      if (!stream.write(block)) await once(stream, 'drain')
    }
  } catch (error) {
    stream.destroy(error instanceof Error ? error : undefined)
    throw fault ?? error
  }
  if (fault) throw fault
  stream.end()
  await nextTurn()
  // What fails after the last row the driver tells nobody, and waits for ever: a question asked behind it fails with it.
  await sql`select`.catch((cause) => {
    throw new Error(`The database refused the rows of ${table.name}; its log says why.`, { cause: fault ?? cause })
  })
}

async function* blocksOf(stream: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  // Postgres sends each row as one message, and the driver hands on whole messages.
  for await (const rows of stream.iterator({ destroyOnReturn: false })) {
    parts.push(rows)
    size += rows.length
    if (size < blockSize) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

/** Reads to the end: a copy that is left half way keeps the connection from ever doing anything else. */
async function drain(stream: Readable) {
  if (stream.destroyed || stream.readableEnded) return
  stream.resume()
  await finished(stream).catch(() => {})
}

/** Two tables that hold the same rows have the same digest, in whatever order they are stored: the sum of the hashes of the rows. */
class Meter {
  #whole = createHash('sha256')
  #sums = new Uint32Array(8)
  #rows = 0
  #bytes = 0

  take(block: Buffer): void {
    this.#whole.update(block)
    this.#bytes += block.length
    for (let start = 0; start < block.length; ) {
      const end = block.indexOf(lineFeed, start)
      if (end < 0) throw new Error('A row came in pieces.')
      this.#add(block.subarray(start, end))
      start = end + 1
    }
  }

  #add(row: Buffer) {
    const own = hash('sha256', row, 'buffer')
    for (let place = 0; place < 8; place++) this.#sums[place] = (this.#sums[place] ?? 0) + own.readUInt32LE(place * 4)
    this.#rows++
  }

  result(): Measured {
    const digest = Buffer.from(this.#sums.buffer).toString('hex')
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#whole.digest('hex'), digest }
  }
}

/** A name as Postgres takes it, whatever is in it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
