import { setTimeout as wait } from 'node:timers/promises'
import type { NoticeBoard } from '../../lib/front/notices'
import { log } from '../../lib/log'

/** Milliseconds after which it looks again in any case, were a notice lost; and at first after something failed, or is due still. */
const looksEvery = 10_000
const retriesEvery = 500

/** Does what is due, and tells when something is due next; null if nothing is foreseen. */
export type Work = () => Promise<Date | null>

/** A clock that runs; `stop` resolves when it does nothing any more. */
export type Clock = { stop: () => Promise<void> }

/**
 * Does `work` at each moment that it foresees, and whenever a notice comes, as that may bring something due. While Postgres is away it waits;
 * what fails is tried again, and the log is told once. `name` says there what it is.
 */
export function startClock(name: string, board: NoticeBoard, work: Work): Clock {
  const stopped = new AbortController()
  let woken = new AbortController()
  let failures = 0
  board.listen(() => woken.abort())

  const attempt = async () => {
    try {
      const next = await work()
      failures = 0
      return next ? Math.min(looksEvery, Math.max(next.getTime() - Date.now(), 0) || retriesEvery) : looksEvery
    } catch (error) {
      if (failures === 0 && board.isHearing) log.error({ err: error, clock: name }, 'what is due could not be done')
      return Math.min(looksEvery, retriesEvery * 2 ** failures++)
    }
  }
  const run = async () => {
    while (!stopped.signal.aborted) {
      woken = new AbortController()
      const signal = AbortSignal.any([stopped.signal, woken.signal])
      if (board.isHearing) await rest(await attempt(), signal)
      else await Promise.race([board.changeOfHearing(), rest(looksEvery, stopped.signal)])
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

async function rest(milliseconds: number, signal: AbortSignal) {
  await wait(milliseconds, undefined, { signal }).catch(() => {})
}
