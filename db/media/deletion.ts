import { eq, inArray } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { originalFiles, originalName, servedFiles } from './files'
import { media, renditions } from './schema'
import { holdContent } from './uploads'
import { isUsed } from './uses'

export type DeletionOutcome = 'deleted' | 'in-use' | 'unknown' | 'not-allowed'

/** Removes a picture that nothing refers to, with its original and every file of it that no other picture shares. */
export async function deletePicture(actor: Actor, mediaId: string, now: Date): Promise<DeletionOutcome> {
  if (!may(actor, 'media.delete')) return 'not-allowed'
  const removed = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(media).where(eq(media.id, mediaId)).for('update')
    if (!row) return 'unknown'
    if (await isUsed(mediaId, tx)) return 'in-use'
    const files = await tx.select({ file: renditions.file }).from(renditions).where(eq(renditions.mediaId, mediaId))
    await tx.delete(media).where(eq(media.id, mediaId))
    await record(tx, actor, { action: 'media.deleted', subjectId: mediaId, at: now })
    await announce(tx, 'withdrawal', [tagOf.media(mediaId)])
    return { row, files: files.map(({ file }) => file) }
  })
  if (typeof removed === 'string') return removed
  await removeFiles(removed.row, removed.files)
  return 'deleted'
}

/** After the row is gone for good: a file that is removed in vain could not be brought back. */
async function removeFiles(row: { contentHash: string; mimeType: string }, files: readonly string[]): Promise<void> {
  await db.transaction(async (tx) => {
    await holdContent(tx, row.contentHash)
    const [same] = await tx.select({ id: media.id }).from(media).where(eq(media.contentHash, row.contentHash)).limit(1)
    if (!same) await originalFiles().remove(originalName(row))
    const shared = await tx
      .select({ file: renditions.file })
      .from(renditions)
      .where(inArray(renditions.file, [...files]))
    const kept = new Set(shared.map(({ file }) => file))
    for (const file of files) if (!kept.has(file)) await servedFiles().remove(file)
  })
}
