import type { TransactionSql } from 'postgres'
import { type CatalogTable, findJobsVersion, listTables } from './catalog'
import { copyOut, quote } from './copy'
import { BackupFault } from './fault'
import { withoutGuards } from './guards'
import type { Manifest, SavedTable } from './manifest'
import { nameOf, type Telling } from './run-backup'
import { loadTable } from './table-file'

/** What a loading left behind. */
export type Loaded = {
  rows: number
  /** Tables of the backup that this version does not have. */
  leftOut: string[]
}

/**
 * Fills the tables from a backup of the same level, in place of whatever is in them, and reads them again: if one does not hold what the backup
 * says, that is a fault, and the caller rolls all of it back.
 */
export async function loadBackup(sql: TransactionSql, folder: string, manifest: Manifest, tell: Telling): Promise<Loaded> {
  await makePartitions(sql, manifest.tables)
  const present = await listTables(sql)
  const { tables, leftOut, isOtherQueue } = await choose(sql, manifest, present)
  const filled = isOtherQueue ? present.filter(({ schema, name }) => schema !== 'pgboss' || name === 'job') : present
  const restoreGuards = await withoutGuards(sql, present)
  await sql.unsafe(`truncate ${filled.map(nameOf).join(', ')}`)
  for (const [place, table] of tables.entries()) {
    tell(`loading table ${place + 1} of ${tables.length}, ${table.name}`)
    if (table.rows > 0) await loadTable(sql, table, folder)
  }
  if (isOtherQueue) await sql`delete from pgboss.job where name not in (select name from pgboss.queue)`
  tell('indexes and keys')
  await restoreGuards()
  for (const [place, table] of tables.entries()) {
    tell(`comparing table ${place + 1} of ${tables.length}, ${table.name}`)
    if (!(isOtherQueue && table.schema === 'pgboss')) await compare(sql, table)
  }
  await setSequences(sql, manifest)
  return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), leftOut }
}

/**
 * Which tables of the backup come in. The queue's own tables are made by the queue and not by our migrations: where it has another version of them,
 * only the promised jobs are taken over.
 */
async function choose(sql: TransactionSql, manifest: Manifest, present: readonly CatalogTable[]) {
  const isOtherQueue = manifest.jobsVersion !== (await findJobsVersion(sql))
  const wanted = manifest.tables.filter(({ schema, name }) => !isOtherQueue || schema !== 'pgboss' || name === 'job')
  const known = new Map(present.map((table) => [nameOf(table), table]))
  for (const table of wanted) {
    const lacking = table.columns.filter((column) => known.get(nameOf(table))?.columns.includes(column) === false)
    if (lacking.length > 0)
      throw new BackupFault(
        `The table ${table.name} has no ${lacking.join(', ')} any more. Restore with the version of the program that made the backup.`,
      )
  }
  return {
    tables: wanted.filter((table) => known.has(nameOf(table))),
    leftOut: wanted.filter((table) => !known.has(nameOf(table))).map(({ schema, name }) => `${schema}.${name}`),
    isOtherQueue,
  }
}

/** Tables in parts by day have other parts today than when they were saved. */
async function makePartitions(sql: TransactionSql, tables: readonly SavedTable[]) {
  const present = new Set((await listTables(sql)).map(nameOf))
  for (const table of tables) {
    if (!present.has(nameOf(table))) continue
    for (const { name, bounds } of table.partitions)
      await sql.unsafe(`create table if not exists ${quote(table.schema)}.${quote(name)} partition of ${nameOf(table)} ${bounds}`)
  }
}

async function compare(sql: TransactionSql, table: SavedTable) {
  const { rows, digest } = await copyOut(sql, table)
  if (rows !== table.rows || digest !== table.digest)
    throw new BackupFault(`The table ${table.name} does not hold what was saved: ${rows} rows of ${table.rows}.`)
}

async function setSequences(sql: TransactionSql, { sequences }: Manifest) {
  for (const { schema, name, value, isCalled } of sequences)
    await sql`select setval(found, ${value}::bigint, ${isCalled}) from to_regclass(${nameOf({ schema, name })}) as found where found is not null`
}
