import { PgBoss } from 'pg-boss'
import { jobTypes, queues, retries } from './rules'

/** Makes the tables that jobs are kept in, and one queue for each kind; what is there is brought to this version's rules. */
export async function createQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false, migrate: true })
  let failure: unknown
  boss.on('error', (error) => {
    failure = error
  })
  await boss.start()
  try {
    for (const type of jobTypes) {
      const { retryLimit, expireInSeconds } = queues[type]
      const rules = { ...retries, retryLimit, expireInSeconds, notify: true }
      if (await boss.getQueue(type)) await boss.updateQueue(type, rules)
      else await boss.createQueue(type, rules)
    }
    if (failure) throw failure
  } finally {
    await boss.stop({ graceful: false })
  }
}
