import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { TransactionSql } from 'postgres'
import { environment } from '../../lib/environment'
import { keyedHash } from '../../lib/secret'
import { completeJournal } from '../erasures/journal'
import { type CatalogTable, findJobsVersion, findLevel, isThere, listSequences, listTables } from './catalog'
import { inOneTransaction } from './connection'
import { quote } from './copy'
import { BackupFault } from './fault'
import { type Manifest, type SavedTable, writeManifest } from './manifest'
import { saveMedia } from './media-files'
import { saveTable } from './table-file'

export type BackupSummary =
  | {
      kind: 'done'
      manifest: Omit<Manifest, 'format'>
      /** Media files whose bytes are not those that their names say. They are in the backup as they are. */
      damaged: string[]
    }
  /** Somebody's files would be mixed with ours. */
  | { kind: 'not-empty' }
  /** There is nothing of ours in the database. */
  | { kind: 'no-tables' }

/** Hears what is being done, in a few words. */
export type Telling = (what: string) => void

/**
 * Writes the whole installation into an empty folder but for its keys: every table as all of them stood at one moment, and every media file. Others
 * may write meanwhile. The folder appears when it is whole, under its own name; half of it never does.
 */
export async function runBackup(url: string, folder: string, now: Date, tell: Telling): Promise<BackupSummary> {
  const target = resolve(folder)
  const store = resolve(environment().MEDIA_FOLDER)
  if (`${target}/`.startsWith(`${store}/`)) throw new BackupFault('The folder lies in the media folder, and would hold itself.')
  if (!(await isFree(target))) return { kind: 'not-empty' }
  const staging = `${target}.unfinished-${randomUUID().slice(0, 8)}`
  await mkdir(join(staging, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const saved = await inOneTransaction(url, 'reading', async ({ tx, sql }) => {
      const database = await saveDatabase(sql, staging, tell)
      // Before an update the tables are those of the version before.
      if (await isThere(sql, 'public.erasures')) await completeJournal(tx)
      return database
    })
    if (!saved) return { kind: 'no-tables' }
    // After the snapshot, whose rows name no file that was not there before it.
    const { files, damaged } = await saveMedia(store, staging, (count, bytes) =>
      tell(`${count} media files, ${inMegabytes(bytes)}`),
    )
    const manifest = { ...saved, takenAt: now.toISOString(), secretMark: secretMark(), media: files }
    await writeManifest(staging, manifest)
    await rename(staging, target)
    return { kind: 'done', manifest, damaged }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Stands for the installation's secret, and tells nothing of it. */
export function secretMark(): string {
  return keyedHash('backups', 'mark')
}

/** As people say it. */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

async function saveDatabase(sql: TransactionSql, folder: string, tell: Telling) {
  const level = await findLevel(sql)
  if (level === 0) return null
  const [server] = await sql<{ version: string }[]>`select current_setting('server_version') as version`
  const catalog = await listTables(sql)
  // Whoever would change how a table is made waits until we have read it.
  await sql.unsafe(`lock table ${catalog.map(nameOf).join(', ')} in access share mode`)
  const tables: SavedTable[] = []
  for (const table of catalog) {
    tell(`table ${tables.length + 1} of ${catalog.length}, ${table.name}`)
    tables.push(await saveTable(sql, table, folder))
  }
  const sequences = await listSequences(sql)
  return { level, jobsVersion: await findJobsVersion(sql), serverVersion: server?.version ?? '', tables, sequences }
}

/** The table's name in statements. */
export function nameOf({ schema, name }: Pick<CatalogTable, 'schema' | 'name'>): string {
  return `${quote(schema)}.${quote(name)}`
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return false
    throw error
  }
}
