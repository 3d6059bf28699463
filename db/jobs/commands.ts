import { sql } from 'drizzle-orm'
import type { PgBoss } from 'pg-boss'
import { log } from '../../lib/log'
import { db, type Transaction } from '../client'
import type { Job } from './rules'

/** When a job may begin at the earliest, and which goes before others of its kind: the higher first. */
type Wishes = { startAfter?: Date; priority?: number }

let sender: Promise<PgBoss> | undefined

/** Promises `job` as part of the caller's transaction: if that is rolled back, so is the promise. */
export async function enqueue(tx: Transaction, job: Job, wishes: Wishes = {}): Promise<void> {
  // Loaded at the first job: pages that promise nothing need not carry it.
  const { fromDrizzle } = await import('pg-boss')
  sender ??= startSender(tx)
  const boss = await sender
  const { type, ...ids } = job
  await boss.send(type, ids, { ...wishes, db: fromDrizzle(tx, sql) })
}

/**
 * It reads the list of queues once, through the first caller's transaction: with a connection of its own it could wait for ever
 * for the pool that its callers hold.
 */
async function startSender(tx: Transaction): Promise<PgBoss> {
  const { PgBoss, fromDrizzle } = await import('pg-boss')
  let isStarting = true
  const executeSql = (text: string, values?: unknown[]) => fromDrizzle(isStarting ? tx : db, sql).executeSql(text, values)
  const boss = new PgBoss({ db: { executeSql }, migrate: false, supervise: false, schedule: false, clock: lightClock })
  boss.on('error', (error) => log.error({ cause: error.message }, 'the list of queues could not be read'))
  try {
    await boss.start()
    return boss
  } catch (error) {
    sender = undefined
    throw error
  } finally {
    isStarting = false
  }
}

/** Timers that keep no process alive: a command line tool that promised a job ends when it is done. */
const lightClock = {
  now: () => Date.now(),
  setTimeout: (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref(),
  setInterval: (work: () => void, milliseconds: number) => setInterval(work, milliseconds).unref(),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
}
