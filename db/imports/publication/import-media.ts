import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../client'
import { originalFiles, originalName } from '../../media/files'
import type { MediaRecord } from '../../media/rules'
import { media } from '../../media/schema'
import { decodeUtf8 } from '../decode'
import { readWhole } from '../discover'
import { type Entry, entryOf, refusal } from '../ledger'
import { parseYaml } from '../markdown/front-matter'
import { countDropped, longestDocument, newLosses, type ReadingContext } from '../rules'
import type { ImportTools } from '../run-tools'
import { keepOriginal, readPicture, writePictures } from '../store-pictures'
import { type MediaFileEntry, mediaRecord, mediaShape } from './media-file'

/** Pictures in one transaction. */
const batchSize = 100

/** Imports the pictures that `media.yaml` describes. One that is missing or no picture is refused, the others go on. */
export async function importMedia(
  tools: ImportTools,
  place: { path: string; name: string },
  root: string,
  context: ReadingContext,
): Promise<void> {
  const described = await readDescriptions(place, context)
  if ('reason' in described) {
    await tools.inTransaction((tx) => tools.record(tx, [refusal(place.name, null, described.reason)]))
    return
  }
  for (let at = 0; at < described.value.length; at += batchSize) {
    await importSome(tools, place, root, described.value.slice(at, at + batchSize), context)
  }
  if (described.unknown.length === 0) return
  const losses = newLosses()
  for (const key of described.unknown) countDropped(losses, key)
  await tools.inTransaction((tx) => tools.record(tx, [entryOf(place.name, place.name, 'unchanged', losses)]))
}

async function importSome(
  tools: ImportTools,
  place: { path: string; name: string },
  root: string,
  described: MediaFileEntry[],
  context: ReadingContext,
): Promise<void> {
  const known = await tools.inTransaction((tx) =>
    findKnown(
      tx,
      described.map(({ id }) => id),
    ),
  )
  const refused: Entry[] = []
  const records: MediaRecord[] = []
  for (const entry of described) {
    const where = `${place.name}: ${entry.id}`
    const bytes = await readPicture({ root, file: place.path }, entry.file)
    const size = bytes
      ? await sizeOf(bytes, known.get(entry.id), tools.isDryRun)
      : { refused: `names the file ${entry.file}, which is not there` }
    if ('refused' in size) refused.push(refusal(where, entry.id, size.refused))
    else records.push(mediaRecord(entry, size, context.language))
  }
  await tools.inTransaction(async (tx) => {
    const saved = await writePictures(tx, records)
    const written = records.map(({ sourceId }) => {
      const outcome = saved.get(sourceId)?.outcome
      return entryOf(
        `${place.name}: ${sourceId}`,
        sourceId,
        outcome === 'created' || outcome === 'updated' ? outcome : 'unchanged',
        newLosses(),
      )
    })
    await tools.record(tx, [...refused, ...written])
  })
}

type Size = Pick<MediaRecord, 'contentHash' | 'mimeType' | 'width' | 'height'>

/** The bytes need not be looked at again when the same ones were kept before and are still there. */
async function sizeOf(bytes: Uint8Array, known: Size | undefined, isDryRun: boolean): Promise<Size | { refused: string }> {
  const isSame = known?.contentHash === createHash('sha256').update(bytes).digest('hex')
  if (known && isSame && (await originalFiles().has(originalName(known)))) return known
  return keepOriginal(bytes, isDryRun)
}

async function findKnown(tx: Transaction, ids: string[]): Promise<Map<string, Size>> {
  const { sourceId, contentHash, mimeType, width, height } = media
  const rows = await tx.select({ sourceId, contentHash, mimeType, width, height }).from(media).where(inArray(media.sourceId, ids))
  return new Map(rows.flatMap(({ sourceId: name, ...size }) => (name === null ? [] : [[name, size] as const])))
}

async function readDescriptions(
  place: { path: string },
  context: ReadingContext,
): Promise<{ value: MediaFileEntry[]; unknown: string[] } | { reason: string }> {
  const bytes = await readWhole(place.path, longestDocument)
  if ('unreadable' in bytes) return { reason: bytes.unreadable }
  const text = decodeUtf8(bytes)
  if (text === null) return { reason: 'is not UTF-8 text' }
  const parsed = parseYaml(text, mediaShape(context))
  return parsed.ok ? parsed : { reason: parsed.reason }
}
