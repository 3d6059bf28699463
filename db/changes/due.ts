import { and, asc, eq, lte, min } from 'drizzle-orm'
import { db } from '../client'
import { holdChange } from './held'
import { bringOut } from './publish'
import { changes } from './schema'
import { note, set, tell } from './workflow'

/**
 * Brings out the pending changes that have come due at `now`, in the order of their moments. Any number of processes may do it at once: each change
 * appears once. One that clashes with what readers have by then, or whose article is held or gone, is taken off the schedule: its author and whoever
 * scheduled it are told, and the desk shows it.
 */
export async function settleDueChanges(now: Date): Promise<void> {
  const failures: unknown[] = []
  for (const { id } of await listDue(now)) {
    // Each by itself, so that one that cannot be settled keeps no other back.
    await settle(id, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} due changes could not be settled`)
}

/** When the next scheduled change is due, were it in the past; null while none is scheduled. */
export async function findNextChangeAt(): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(changes.publishAt) })
    .from(changes)
    .where(eq(changes.status, 'scheduled'))
  return row?.at ?? null
}

function listDue(now: Date) {
  return db
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.status, 'scheduled'), lte(changes.publishAt, now)))
    .orderBy(asc(changes.publishAt), asc(changes.id))
}

async function settle(changeId: string, now: Date) {
  await db.transaction(async (tx) => {
    const held = await holdChange(tx, changeId, now)
    if (held?.change.status !== 'scheduled') return
    const { publishAt: at, scheduledRevisionId: revisionId, isUpdate, authorId, scheduledById } = held.change
    // Another process has settled it, or somebody has taken it off the schedule.
    if (!at || !revisionId || at > now) return
    const stop = await bringOut(tx, null, held, { revisionId, isUpdate, at }, now)
    if (stop === null) return
    await set(tx, held, { status: 'ready', stop }, now)
    await note(tx, null, held, 'change.unscheduled', { reason: stop, publishAt: at.toISOString() }, now)
    await tell(tx, null, held, { kind: 'change-stopped', to: [authorId, scheduledById], now })
  })
}
