import { makeRenditions } from '../db/media/renditions'

/** Makes the files of the format that is smallest for readers and slowest to make. */
export async function makeSlowRenditionsJob({ mediaId }: { mediaId: string }): Promise<void> {
  const outcome = await makeRenditions(mediaId, 'slow')
  if (outcome === 'original-missing') throw new Error(`The original of picture ${mediaId} is not in the media store.`)
}
