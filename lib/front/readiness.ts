import { setTimeout as wait } from 'node:timers/promises'
import type { NoticeBoard } from './notices'

/** Milliseconds within which the database has to answer. */
const deadline = 1500

/** What the front asks of the database: `false` for one that is not migrated; throws if it cannot be asked. */
export type DatabaseCheck = () => Promise<boolean>

export type Readiness = {
  isReady: boolean
  database: boolean
  migrations: boolean
  listening: boolean
  accepting: boolean
  /** Notices heard since the start. */
  notices: number
  /** Renderings begun since the start. */
  renderings: number
}

/** Whether this process should be sent readers: the database answers in time and is migrated, and no change goes unheard. */
export async function checkReadiness(board: NoticeBoard, isMigrated: DatabaseCheck, accepting: boolean): Promise<Readiness> {
  const late = new AbortController()
  const timer = wait(deadline, 'late', { signal: late.signal }).catch(() => 'late')
  const answer = await Promise.race([
    isMigrated().then(
      (isSo) => (isSo ? 'migrated' : 'old'),
      () => 'away',
    ),
    timer,
  ])
  late.abort()
  const listening = board.now === 'listening'
  const isReady = answer === 'migrated' && listening && accepting
  const database = answer === 'migrated' || answer === 'old'
  return {
    isReady,
    database,
    migrations: answer === 'migrated',
    listening,
    accepting,
    notices: board.count,
    renderings: board.renderings,
  }
}
