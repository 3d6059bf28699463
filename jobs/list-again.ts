import { listAgain, type Named } from '../db/articles/list-again'

/** Brings the lists and the words of search up to date with what a topic or contributor is called now. */
export async function listAgainJob(named: Named): Promise<void> {
  await listAgain(named)
}
