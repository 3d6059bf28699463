import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { desc, inArray, or } from 'drizzle-orm'
import { inspectPicture } from '../../lib/inspect-picture'
import type { Reader, Transaction } from '../client'
import { promiseRenditions, saveMedia } from '../media/commands'
import { storeOriginal } from '../media/originals'
import { type MediaRecord, mediaDefaults } from '../media/rules'
import { media } from '../media/schema'
import { findPicture } from './find-picture'
import type { ImportedPicture } from './rules'

/** Where a document's pictures may be: only inside `root`; `file` is the document itself. */
export type PicturePlace = { root: string; file: string }

/** Pictures found for a document: `hashes` leads from its keys to their content; `records` are those not in the database yet. */
export type FoundPictures = { hashes: Map<string, string>; records: MediaRecord[]; missing: string[]; notes: string[] }

type Size = Pick<MediaRecord, 'contentHash' | 'mimeType' | 'width' | 'height'>

/** Bytes; a larger file is no picture for a page. */
const largestPicture = 100 * 1024 * 1024

/** The ids of pictures that are stored under these names. */
export async function findMediaIds(reader: Reader, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await reader
    .select({ id: media.id, sourceId: media.sourceId })
    .from(media)
    .where(inArray(media.sourceId, [...names]))
  return new Map(rows.flatMap(({ id, sourceId }) => (sourceId ? [[sourceId, id] as const] : [])))
}

/** The ids of pictures by the hash of their bytes, as they are kept or as they were uploaded; of several, the first that came. */
export async function findMediaByHash(reader: Reader, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await reader
    .select({ id: media.id, contentHash: media.contentHash, uploadHash: media.uploadHash })
    .from(media)
    .where(or(inArray(media.contentHash, [...hashes]), inArray(media.uploadHash, [...hashes])))
    .orderBy(desc(media.createdAt), desc(media.id))
  return new Map(
    rows.flatMap(({ id, contentHash, uploadHash }) => [contentHash, uploadHash ?? contentHash].map((hash) => [hash, id])),
  )
}

/**
 * Finds the pictures that a document carries or names by path, and keeps the bytes of those that are new (a dry run only looks at
 * them). One that the database has already keeps its record. What is missing or refused is told.
 */
export async function findPictures(
  reader: Reader,
  pictures: readonly ImportedPicture[],
  place: PicturePlace,
  language: string,
  isDryRun: boolean,
): Promise<FoundPictures> {
  const found: FoundPictures = { hashes: new Map(), records: [], missing: [], notes: [] }
  for (const picture of pictures) {
    const name = picture.path?.slice(0, 300) ?? 'a picture inside the page'
    const bytes = picture.bytes ?? (await readPicture(place, picture.path ?? ''))
    if (!bytes) {
      found.missing.push(name)
      continue
    }
    const hash = createHash('sha256').update(bytes).digest('hex')
    const isKnown =
      found.records.some(({ contentHash }) => contentHash === hash) || (await findMediaByHash(reader, [hash])).size > 0
    const kept = isKnown ? null : await keepOriginal(bytes, isDryRun)
    if (kept && 'refused' in kept) {
      found.missing.push(name)
      found.notes.push(`The picture ${name} ${kept.refused}.`)
      continue
    }
    found.hashes.set(picture.key, hash)
    if (kept) found.records.push({ ...mediaDefaults, ...kept, sourceId: `sha256:${hash}`, ...wordsOf(picture, language) })
  }
  return found
}

/** Writes records of pictures whose bytes are kept, and promises their renditions. Gives ids by source id. */
export async function writePictures(
  tx: Transaction,
  records: readonly MediaRecord[],
): Promise<Map<string, { id: string; outcome: string }>> {
  if (records.length === 0) return new Map()
  const saved = await saveMedia(tx, records)
  await promiseRenditions(
    tx,
    [...saved.values()].flatMap(({ id, outcome }) => (outcome === 'unchanged' ? [] : [id])),
  )
  return saved
}

/** Keeps the bytes of a picture, or says in words that follow its name why they are not taken. */
export async function keepOriginal(bytes: Uint8Array, isDryRun: boolean): Promise<Size | { refused: string }> {
  if (isDryRun) {
    const seen = await inspectPicture(bytes)
    if (seen.kind === 'refused') return { refused: seen.reason }
    return {
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      mimeType: seen.mimeType,
      width: seen.width,
      height: seen.height,
    }
  }
  const stored = await storeOriginal(bytes)
  if (stored.kind === 'refused') return { refused: stored.reason }
  const { contentHash, mimeType, width, height } = stored
  return { contentHash, mimeType, width, height }
}

/** The bytes of the picture a path means, or null when there is none inside the given folder. */
export async function readPicture(place: PicturePlace, path: string): Promise<Uint8Array | null> {
  const file = await findPicture(place.root, place.file, path)
  if (!file || (await stat(file)).size > largestPicture) return null
  return readFile(file)
}

function wordsOf(
  { caption, alt, credit }: ImportedPicture,
  language: string,
): Pick<MediaRecord, 'captions' | 'alts' | 'credit' | 'agency' | 'creator'> {
  const [agency = '', creator = ''] = credit.includes('/') ? credit.split(/\/(.*)/s) : ['', credit]
  return {
    captions: caption ? { [language]: caption } : {},
    alts: alt ? { [language]: alt } : {},
    credit,
    agency: agency.trim(),
    creator: creator.trim(),
  }
}
