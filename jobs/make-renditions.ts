import { db } from '../db/client'
import { enqueue } from '../db/jobs/commands'
import { makeRenditions } from '../db/media/renditions'

/** Makes what every browser can show, and promises the slow format for later: readers see all pictures before any is at its best. */
export async function makeRenditionsJob({ mediaId }: { mediaId: string }): Promise<void> {
  const outcome = await makeRenditions(mediaId, 'quick')
  if (outcome === 'original-missing') throw new Error(`The original of picture ${mediaId} is not in the media store.`)
  if (outcome === 'unknown' || outcome === 'changed') return
  await db.transaction((tx) => enqueue(tx, { type: 'make-slow-renditions', mediaId }))
}
