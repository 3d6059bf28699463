import { settleDue } from '../db/articles/due'
import { settleDueChanges } from '../db/changes/due'

/** Settles what is due; the servers do it by themselves as well, so nothing waits for a worker. */
export async function publishDueJob(): Promise<void> {
  const now = new Date()
  await settleDue(now)
  await settleDueChanges(now)
}
