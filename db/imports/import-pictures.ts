import { type Entry, entryOf } from './ledger'
import { newLosses, type Reading } from './rules'
import type { ImportTools } from './run-tools'
import { findPictures, type PicturePlace, writePictures } from './store-pictures'

/** Brings one picture into the library. A file that is not there is told, and is no fault: an export rarely has them all. */
export async function importPicture(
  tools: ImportTools,
  { where, sourceId, picture }: Extract<Reading, { kind: 'picture' }>,
  place: PicturePlace,
  language: string,
): Promise<Entry> {
  const found = await findPictures(tools.reader, [picture], place, language, tools.isDryRun)
  if (found.records.length > 0) await tools.inTransaction((tx) => writePictures(tx, found.records))
  const more = { reasons: found.notes, imagesMissing: found.missing }
  return entryOf(where, sourceId, found.records.length > 0 ? 'created' : 'unchanged', newLosses(), more)
}
