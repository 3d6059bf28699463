import type { Transaction } from '../client'
import type { Actor } from '../people/rules'
import type { EventAction, EventDetails } from './rules'
import { events } from './schema'

/** An event to be written down: what was done to what, at which moment. */
export type NewEvent = {
  action: EventAction
  /** The row it is about; null where there is none, as for settings. */
  subjectId: string | null
  revisionId?: string | null
  details?: EventDetails
  at: Date
}

/**
 * Writes down what somebody did, as part of the transaction that does it; gives the events' ids in their order. `actor` is null for a job or the
 * machine's console.
 */
export async function record(tx: Transaction, actor: Pick<Actor, 'personId'> | null, ...happened: NewEvent[]): Promise<number[]> {
  if (happened.length === 0) return []
  const rows = await tx
    .insert(events)
    .values(happened.map((event) => ({ ...event, personId: actor?.personId ?? null })))
    .returning({ id: events.id })
  return rows.map((row) => row.id)
}
