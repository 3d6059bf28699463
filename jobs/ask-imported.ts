import { askImported } from '../db/subscribers/ask-imported'

/** Sweeps the imports that were approved: asks whose turn it is. */
export async function askImportedJob(): Promise<void> {
  await askImported(new Date())
}
