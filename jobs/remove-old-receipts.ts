import { removeOldReceipts } from '../db/receipts/commands'

/** Sweeps receipts that nobody asks for any more, and instances that died without a word. */
export async function removeOldReceiptsJob(): Promise<void> {
  await removeOldReceipts(new Date())
}
