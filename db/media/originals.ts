import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { inspectPicture } from '../../lib/inspect-picture'
import { originalFiles, originalName } from './files'

/** `reason` follows the file's name in a sentence: "is empty". */
export type StoreOutcome =
  | { kind: 'stored'; contentHash: string; mimeType: string; width: number; height: number }
  | { kind: 'refused'; reason: string }

/**
 * Keeps the bytes of a picture in the media store, once, if they are one (`inspectPicture` decides). Asks no database, so it can
 * be done before a transaction and again after a failed one.
 */
export async function storeOriginal(bytes: Uint8Array): Promise<StoreOutcome> {
  const inspection = await inspectPicture(bytes)
  if (inspection.kind === 'refused') return inspection
  const { mimeType, width, height } = inspection
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const name = originalName({ contentHash, mimeType })
  const store = originalFiles()
  if (!(await store.has(name))) await store.write(name, bytes)
  return { kind: 'stored', contentHash, mimeType, width, height }
}

/** The original's bytes as they came, or null when the media store has lost them. */
export async function readOriginal(original: { contentHash: string; mimeType: string }): Promise<Buffer | null> {
  const opened = await originalFiles().openRead(originalName(original))
  return opened ? buffer(opened.stream) : null
}
