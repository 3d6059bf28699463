import { settleDue } from '../db/articles/due'

/** Settles what is due; the servers do it by themselves as well, so nothing waits for a worker. */
export async function publishDueJob(): Promise<void> {
  await settleDue(new Date())
}
