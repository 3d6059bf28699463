import postgres from 'postgres'
import { tagOf } from '../../lib/cache-tags'
import { environment } from '../../lib/environment'
import { replayErasures } from '../erasures/commands'
import { completeJournal, readJournal } from '../erasures/journal'
import { type Erasure, erasureSchema } from '../erasures/rules'
import { createQueues } from '../jobs/queues'
import { migrateDatabase, migrationLock } from '../migrate'
import { latestMigration, listMigrations } from '../migration-list'
import { announce } from '../notices/commands'
import { notices } from '../notices/schema'
import { endEverySession } from '../people/sessions'
import { findContent, findJobsVersion, findLevel, isThere } from './catalog'
import { type BothWays, inOneTransaction } from './connection'
import { BackupFault, reasonOf } from './fault'
import { type Loaded, loadBackup } from './load'
import { type Manifest, readManifest } from './manifest'
import { restoreMedia } from './media-files'
import { migrateFrom, rebuildAt } from './rebuild'
import { inMegabytes, secretMark, type Telling } from './run-backup'
import { checkTable } from './table-file'

export type RestoreWishes = {
  folder: string
  /** Whether what the database holds may be given up. */
  isReplacing: boolean
  /** Journals of erasures, beside that of this installation. */
  journals: readonly string[]
}

export type RestoreSummary =
  | ({
      kind: 'done'
      manifest: Manifest
      files: number
      erasures: number
      isOtherSecret: boolean
      /** What failed when the data was in already; another go at migrating mends it. */
      unfinished: string | null
    } & Loaded)
  /** The folder is no backup, or half of one. */
  | { kind: 'no-backup' }
  /** Made by a version that has migrations which this one does not know. */
  | { kind: 'newer' }
  | { kind: 'holds-content'; table: string }
  /** Readers were erased since, and who they were is known under another secret only. */
  | { kind: 'other-secret' }

/**
 * Brings a backup into the database and the media store. What is wrong with the backup is found before anything is touched, or all of it is rolled
 * back: the database is then as it was. Erasures made since the backup are made again, everybody is signed out, and every front drops what it keeps.
 */
export async function runRestore(url: string, wishes: RestoreWishes, now: Date, tell: Telling): Promise<RestoreSummary> {
  const { folder, isReplacing } = wishes
  const manifest = await readManifest(folder)
  if (!manifest) return { kind: 'no-backup' }
  if (!listMigrations().includes(manifest.level)) return { kind: 'newer' }
  const { content, recorded, jobsVersion } = await inOneTransaction(url, 'reading', async ({ sql }) => ({
    content: await findContent(sql),
    recorded: await listRecorded(sql),
    jobsVersion: await findJobsVersion(sql),
  }))
  if (content && !isReplacing) return { kind: 'holds-content', table: content }
  const journals = await Promise.all([environment().ERASURES_FILE, ...wishes.journals].map(readJournal))
  const known = [...recorded, ...journals.flat()]
  const isOtherSecret = manifest.secretMark !== secretMark()
  if (isOtherSecret && known.some(({ kind, erasedAt }) => kind === 'reader' && erasedAt > new Date(manifest.takenAt)))
    return { kind: 'other-secret' }

  for (const [place, table] of manifest.tables.entries()) {
    tell(`checking table ${place + 1} of ${manifest.tables.length}, ${table.name}`)
    await checkTable(table, folder)
  }
  const files = await restoreMedia(manifest.media, folder, environment().MEDIA_FOLDER, (count, bytes) =>
    tell(`${count} of ${manifest.media.length} media files, ${inMegabytes(bytes)}`),
  )
  if (!content) await prepare(url, manifest.level)
  else if (jobsVersion !== manifest.jobsVersion) await createQueues(url)
  const restored = await inOneTransaction(url, 'writing', (ways) => restoreDatabase(ways, wishes, manifest, known, now, tell))
  tell('statistics')
  const unfinished = await afterwards(url).then(() => null, reasonOf)
  return { kind: 'done', manifest, files, isOtherSecret, unfinished, ...restored }
}

async function restoreDatabase(
  { tx, sql }: BothWays,
  { folder, isReplacing }: RestoreWishes,
  manifest: Manifest,
  known: readonly Erasure[],
  now: Date,
  tell: Telling,
) {
  await sql`select pg_advisory_xact_lock(${migrationLock})`
  const content = await findContent(sql)
  if (content && !isReplacing) throw new BackupFault(`Somebody has just written to the table ${content}.`)
  // Read again: what was recorded since the first look counts too.
  const recorded = await listRecorded(sql)
  if ((await findLevel(sql)) !== manifest.level && content) await rebuildAt(sql, manifest.level)
  const loaded = await loadBackup(sql, folder, manifest, tell)
  await migrateFrom(sql, manifest.level)
  const erasures = await replayErasures(tx, [...known, ...recorded], now)
  // Notices of another database say nothing here: they are told apart by its transactions.
  await tx.delete(notices)
  await endEverySession(tx)
  await announce(tx, 'withdrawal', [tagOf.site])
  return { ...loaded, erasures }
}

/**
 * Brings a database without content to the level of the backup. That cannot be done in the transaction of the loading: before Postgres 17, a value
 * that was added to an enum cannot be used in the same one.
 */
async function prepare(url: string, level: number) {
  await migrateDatabase(url)
  if (level < latestMigration()) await inOneTransaction(url, 'writing', ({ sql }) => rebuildAt(sql, level))
}

/** What the database that is to be replaced knows of erasures. */
async function listRecorded(sql: postgres.TransactionSql): Promise<Erasure[]> {
  if (!(await isThere(sql, 'public.erasures'))) return []
  const rows = await sql`select id, kind, subject, erased_at as "erasedAt" from erasures`
  return rows.map((row) => erasureSchema.parse(row))
}

async function afterwards(url: string) {
  // For kinds of jobs that are newer than the backup.
  await createQueues(url)
  await inOneTransaction(url, 'reading', ({ tx }) => completeJournal(tx))
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'broadsheet-backup' } })
  try {
    await client`set statement_timeout = 0`
    await client`vacuum analyze`
  } finally {
    await client.end({ timeout: 5 })
  }
}
