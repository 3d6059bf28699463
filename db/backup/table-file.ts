import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { TransactionSql } from 'postgres'
import type { CatalogTable } from './catalog'
import { copyIn, copyOut } from './copy'
import { BackupFault } from './fault'
import type { SavedTable } from './manifest'

/** Of the packing: the higher levels take twice the time for a twelfth less. */
const level = 1

/** Writes a table's rows to a file of its own in the folder, and says what is in it. */
export async function saveTable(sql: TransactionSql, table: CatalogTable, folder: string): Promise<SavedTable> {
  const file = `tables/${encodeURIComponent(`${table.schema}.${table.name}`)}.copy.gz`
  const packing = createGzip({ level })
  const writing = pipeline(packing, createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true }))
  // Looked at below as well; a disk that is full while Postgres is still thinking must not end the process.
  writing.catch(() => {})
  try {
    const measured = await copyOut(sql, table, async (block) => {
      if (!packing.write(block)) await Promise.race([once(packing, 'drain'), writing])
    })
    packing.end()
    await writing
    return { ...table, file, ...measured }
  } catch (error) {
    packing.destroy()
    throw error
  }
}

/** Reads the whole of a table's file: one that is not as it was written is a fault. Nothing else is touched. */
export async function checkTable(table: SavedTable, folder: string): Promise<void> {
  const sum = createHash('sha256')
  let bytes = 0
  try {
    for await (const block of unpack(table, folder)) {
      sum.update(block)
      bytes += block.length
    }
  } catch (cause) {
    throw new BackupFault(`${table.file} cannot be read.`, { cause })
  }
  if (bytes !== table.bytes || sum.digest('hex') !== table.sha256)
    throw new BackupFault(`${table.file} is not as it was written.`)
}

/** Writes a table's rows from its file into the table, which must be empty. */
export async function loadTable(sql: TransactionSql, table: SavedTable, folder: string): Promise<void> {
  await copyIn(sql, table, unpack(table, folder))
}

async function* unpack(table: SavedTable, folder: string): AsyncGenerator<Buffer> {
  const unpacking = createGunzip({ chunkSize: 256 * 1024 })
  const reading = pipeline(createReadStream(join(folder, table.file), { highWaterMark: 256 * 1024 }), unpacking)
  reading.catch(() => {})
  yield* unpacking
  await reading
}
