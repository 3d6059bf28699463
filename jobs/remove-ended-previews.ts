import { removeEndedPreviews } from '../db/previews/commands'

/** Sweeps links to previews whose end nobody asks about any more. */
export async function removeEndedPreviewsJob(): Promise<void> {
  await removeEndedPreviews(new Date())
}
