import { createHash } from 'node:crypto'
import { eq, or, sql } from 'drizzle-orm'
import { Gate, TooBusy } from '../../lib/front/gate'
import { inspectPicture, type PictureRefusal } from '../../lib/inspect-picture'
import type { Language } from '../../lib/languages'
import { log } from '../../lib/log'
import { db, type Reader, type Transaction } from '../client'
import { record } from '../events/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { promiseRenditions } from './commands'
import { fewestBits, mostDifferentBits } from './difference-hash'
import { tidied } from './embedded-text'
import { readEmbeddedWords } from './embedded-words'
import { originalFiles, originalName } from './files'
import { type ReEncoded, reEncode } from './re-encoding'
import { makeRenditions } from './renditions'
import { mediaDefaults, mediaLengths, uploadLimits } from './rules'
import { media } from './schema'

/**
 * What became of an upload. `known`: the same picture is in the library, and that one is meant from now on. `alike` is one that
 * looks like the new one, if there is any; `frames` how many pictures the file held, of which the first was taken. `busy`: too
 * many others are being taken in; try again.
 */
export type UploadOutcome =
  | { kind: 'added'; mediaId: string; alike: string | null; frames: number }
  | { kind: 'known'; mediaId: string }
  | { kind: 'busy' }
  | { kind: 'not-allowed' }
  | PictureRefusal

export type Upload = { bytes: Buffer; fileName: string; language: Language }

/** A picture of 40 megapixels takes 160 MB while it is encoded. */
const atOnce = 2
const workshop = new Gate(atOnce, 40, 60_000)

/**
 * Takes a picture into the library: checked, encoded anew, with what its file says about it, and with one small file at once for
 * whoever waits for it. The other renditions are promised.
 */
export async function uploadPicture(actor: Actor, upload: Upload, now: Date): Promise<UploadOutcome> {
  if (!may(actor, 'media.upload')) return { kind: 'not-allowed' }
  const uploadHash = hashOf(upload.bytes)
  const known = await findByHash(db, uploadHash)
  if (known) return { kind: 'known', mediaId: known }

  const leave = await workshop.enter().catch((error: unknown) => {
    if (error instanceof TooBusy) return null
    throw error
  })
  if (!leave) return { kind: 'busy' }
  try {
    return await takeIn(actor, upload, uploadHash, now)
  } finally {
    leave()
  }
}

async function takeIn(actor: Actor, upload: Upload, uploadHash: string, now: Date): Promise<UploadOutcome> {
  const inspection = await inspectPicture(upload.bytes, uploadLimits)
  if (inspection.kind === 'refused') return inspection
  const [encoded, words] = [await reEncode(upload.bytes), await readEmbeddedWords(upload.bytes, upload.language)]
  const { bytes, ...size } = encoded
  const contentHash = hashOf(bytes)
  const row = { ...mediaDefaults, ...words, ...size, contentHash, uploadHash, source: null, fileName: nameOf(upload.fileName) }

  const outcome = await db.transaction(async (tx): Promise<UploadOutcome> => {
    await holdContent(tx, contentHash)
    const same = await findByHash(tx, contentHash)
    if (same) return { kind: 'known', mediaId: same }
    const alike = await findAlike(tx, encoded)
    await keepOriginal(row, bytes)
    const [added] = await tx
      .insert(media)
      .values({ ...row, createdAt: now })
      .returning({ id: media.id })
    if (!added) throw new Error('An insert returned no row.')
    await promiseRenditions(tx, [added.id])
    const details = { bytes: upload.bytes.length, width: size.width, height: size.height, format: inspection.format }
    await record(tx, actor, { action: 'media.uploaded', subjectId: added.id, at: now, details })
    return { kind: 'added', mediaId: added.id, alike, frames: inspection.frames }
  })
  if (outcome.kind === 'added') await makeFirst(outcome.mediaId)
  return outcome
}

/** Whoever keeps or removes the original of this content waits for everybody else who does. */
export async function holdContent(tx: Transaction, contentHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${contentHash}, 4410926173))`)
}

async function keepOriginal(row: { contentHash: string; mimeType: string }, bytes: Buffer): Promise<void> {
  const store = originalFiles()
  const name = originalName(row)
  if (!(await store.has(name))) await store.write(name, bytes)
}

async function makeFirst(mediaId: string): Promise<void> {
  try {
    await makeRenditions(mediaId, 'first')
  } catch (error) {
    // It is in the library and its files are promised; only the list has nothing to show yet.
    log.warn({ mediaId, err: error }, 'the first rendition was not made')
  }
}

/** The picture whose original or whose upload had these bytes; of several the first that came. */
async function findByHash(reader: Reader, hash: string): Promise<string | null> {
  const [found] = await reader
    .select({ id: media.id })
    .from(media)
    .where(or(eq(media.contentHash, hash), eq(media.uploadHash, hash)))
    .orderBy(media.createdAt, media.id)
    .limit(1)
  return found?.id ?? null
}

/** The picture that looks most like this one; null where none does, or where there is too little in it to tell. */
async function findAlike(reader: Reader, { differenceHash }: ReEncoded): Promise<string | null> {
  const ones = differenceHash.replaceAll('0', '').length
  if (Math.min(ones, 64 - ones) < fewestBits) return null
  const distance = sql<number>`bit_count(${media.differenceHash} # ${differenceHash}::bit(64))`
  const [found] = await reader
    .select({ id: media.id })
    .from(media)
    .where(sql`${distance} <= ${mostDifferentBits}`)
    .orderBy(distance, media.createdAt)
    .limit(1)
  return found?.id ?? null
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Without the folders that some browsers send along. */
function nameOf(fileName: string): string {
  return tidied(fileName.replace(/^.*[\\/]/s, ''), mediaLengths.name)
}
