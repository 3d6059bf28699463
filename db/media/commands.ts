import { and, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Transaction } from '../client'
import { enqueue } from '../jobs/commands'
import { announce } from '../notices/commands'
import type { MediaRecord } from './rules'
import { media, renditions } from './schema'

export type SavedMedia = { id: string; outcome: 'created' | 'updated' | 'unchanged' }

/** Rows in one statement: it takes 65,535 values at most. */
const rowsAtOnce = 1000

/**
 * Writes pictures by the name under which they come, and announces those that changed. Renditions of a picture whose bytes are
 * others now are gone at once; `promiseRenditions` brings the new ones. Of two records of one name the last counts.
 */
export async function saveMedia(tx: Transaction, records: readonly MediaRecord[]): Promise<Map<string, SavedMedia>> {
  const saved = new Map<string, SavedMedia>()
  const unique = [...new Map(records.map((record) => [record.sourceId, record])).values()]
  for (let at = 0; at < unique.length; at += rowsAtOnce) await saveSome(tx, unique.slice(at, at + rowsAtOnce), saved)
  const changed = [...saved.values()].filter(({ outcome }) => outcome === 'updated').map(({ id }) => tagOf.media(id))
  if (changed.length > 0) await announce(tx, 'change', changed)
  return saved
}

/** Promises the renditions of these pictures, as part of the caller's transaction; the slow ones follow the quick ones. */
export async function promiseRenditions(tx: Transaction, mediaIds: readonly string[]): Promise<void> {
  for (const mediaId of mediaIds) await enqueue(tx, { type: 'make-renditions', mediaId })
}

/** Notes that revisions show these pictures, as part of the transaction that writes the revisions. */
export async function noteUses(tx: Transaction, mediaIds: readonly string[]): Promise<void> {
  if (mediaIds.length === 0) return
  // In the order of their ids, so that two who use the same pictures never wait for each other.
  const unused = tx
    .select({ id: media.id })
    .from(media)
    .where(and(inArray(media.id, [...mediaIds]), eq(media.isUsed, false)))
    .orderBy(media.id)
    .for('no key update')
  await tx.update(media).set({ isUsed: true }).where(inArray(media.id, unused))
}

async function saveSome(tx: Transaction, records: MediaRecord[], saved: Map<string, SavedMedia>): Promise<void> {
  const known = await findHashes(tx, records)
  const written = await tx
    .insert(media)
    .values(records)
    .onConflictDoUpdate({ target: media.sourceId, set: { ...newValues, ...ofOldBytes }, setWhere: isDifferent })
    .returning({ id: media.id, sourceId: media.sourceId, contentHash: media.contentHash })
  for (const [sourceId, { id }] of known) saved.set(sourceId, { id, outcome: 'unchanged' })
  for (const { id, sourceId } of written)
    if (sourceId !== null) saved.set(sourceId, { id, outcome: known.has(sourceId) ? 'updated' : 'created' })

  const redrawn = written.filter(({ sourceId, contentHash }) => {
    const before = known.get(sourceId ?? '')
    return before && before.contentHash !== contentHash
  })
  const ids = redrawn.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(renditions).where(inArray(renditions.mediaId, ids))
}

/** What is there of these names, held until the transaction ends. */
async function findHashes(
  tx: Transaction,
  records: readonly MediaRecord[],
): Promise<Map<string, { id: string; contentHash: string }>> {
  // Rows that are not there yet cannot be held; two imports at a time wait here for each other.
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`)
  const names = records.map(({ sourceId }) => sourceId)
  const rows = await tx
    .select({ id: media.id, sourceId: media.sourceId, contentHash: media.contentHash })
    .from(media)
    .where(inArray(media.sourceId, names))
    .for('update')
  return new Map(rows.flatMap(({ sourceId, ...row }) => (sourceId === null ? [] : [[sourceId, row] as const])))
}

/** Chosen at random; held by a transaction that writes pictures by name. */
const importLock = 4_410_926_173

/** What an import knows nothing of. */
const own: ReadonlySet<string> = new Set<keyof typeof media.$inferSelect>([
  ...(['id', 'sourceId', 'uploadHash', 'differenceHash', 'fileName', 'isUsed', 'version', 'searchText', 'createdAt'] as const),
])
const columns = Object.entries(getTableColumns(media)).filter(([key]) => !own.has(key))
const names = columns.map(([key, column]) => ({ key, column, excluded: sql.raw(`excluded.${columnName(key)}`) }))
const newValues = Object.fromEntries(names.map(({ key, excluded }) => [key, excluded]))
const ofOldBytes = {
  version: sql`${media.version} + 1`,
  uploadHash: sql`case when ${media.contentHash} = excluded.content_hash then ${media.uploadHash} end`,
  differenceHash: sql`case when ${media.contentHash} = excluded.content_hash then ${media.differenceHash} end`,
}
const isDifferent = or(...names.map(({ column, excluded }) => sql`${column} is distinct from ${excluded}`))

/** As `casing: 'snake_case'` writes it. */
function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
