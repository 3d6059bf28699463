import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventAction } from '../events/rules'
import { announce } from '../notices/commands'
import { may, type Right } from '../people/rights'
import type { Actor } from '../people/rules'
import { promiseSocialCards } from '../social-cards/commands'
import { promiseRenditions } from './commands'
import type { Framing, PictureRecord, PictureWords, Seen } from './inputs'
import { listArticlesOpenedBy } from './renditions'
import { media } from './schema'

/** `changed-meanwhile`: somebody else saved since this version was seen; nothing was written. */
export type EditOutcome = 'saved' | 'changed-meanwhile' | 'unknown' | 'not-allowed'

type MediaRow = typeof media.$inferSelect

/** Says what a picture shows, and whose it is. */
export function describePicture(actor: Actor, seen: Seen, words: PictureWords, now: Date): Promise<EditOutcome> {
  return change(actor, 'media.describe', 'media.described', seen, words, now)
}

/** Writes down what we may do with a picture. One whose right has ended is off every page at once. */
export function setPictureRights(actor: Actor, seen: Seen, rights: PictureRecord, now: Date): Promise<EditOutcome> {
  return change(actor, 'media.rights', 'media.rights-changed', seen, rights, now)
}

/** Decides how a picture is cut. The original stays as it is; files are made anew by the promised jobs. */
export function framePicture(actor: Actor, seen: Seen, framing: Framing, now: Date): Promise<EditOutcome> {
  return change(actor, 'media.describe', 'media.cropped', seen, framing, now)
}

async function change(
  actor: Actor,
  right: Right,
  action: EventAction,
  { id, version }: Seen,
  changes: Partial<MediaRow>,
  now: Date,
): Promise<EditOutcome> {
  if (!may(actor, right)) return 'not-allowed'
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(media).where(eq(media.id, id)).for('update')
    if (!before) return 'unknown'
    if (before.version !== version) return 'changed-meanwhile'
    const fields = differing(before, changes)
    if (fields.length === 0) return 'saved'
    await tx
      .update(media)
      .set({ ...changes, version: version + 1 })
      .where(eq(media.id, id))
    await record(tx, actor, { action, subjectId: id, at: now, details: { fields } })
    await promiseRenditions(tx, [id])
    await tell(tx, before, { ...before, ...changes }, now)
    return 'saved'
  })
}

function differing(before: MediaRow, changes: Partial<MediaRow>): string[] {
  const rows: [string, unknown][] = Object.entries(before)
  const now = new Map<string, unknown>(Object.entries(changes))
  return rows.filter(([field, value]) => now.has(field) && !isDeepStrictEqual(value, now.get(field))).map(([field]) => field)
}

/** A page from which a picture fell when its right ended stands under its articles' tags only. */
async function tell(tx: Transaction, before: MediaRow, after: MediaRow, now: Date): Promise<void> {
  const isEnded = (row: MediaRow) => row.expiresAt !== null && row.expiresAt <= now
  const heroOf = await listArticlesOpenedBy(tx, after.id)
  await promiseSocialCards(tx, heroOf)
  const reopened = isEnded(before) && !isEnded(after) ? heroOf.map(tagOf.article) : []
  const kind = isEnded(after) && !isEnded(before) ? 'withdrawal' : 'change'
  await announce(tx, kind, [tagOf.media(after.id), ...reopened])
}
