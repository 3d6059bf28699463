import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns'
import type { EventDetails } from './rules'

/**
 * What people did, in order: never changed, never removed (a trigger refuses both). Rows outlive what they are about, so they name it by id and
 * refer to nothing. They hold ids and HMACs, never addresses and never what people wrote.
 */
export const events = pgTable(
  'events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull().defaultNow(),
    /** Null when a job did it, or somebody at the machine's own console. */
    personId: uuid(),
    /** What was done, as `rules.ts` lists it. */
    action: text().notNull(),
    subjectId: uuid(),
    /** Of an article: the revision that was meant. */
    revisionId: uuid(),
    details: jsonb().$type<EventDetails>().notNull().default({}),
  },
  (table) => [
    index('events_subject_id_index').on(table.subjectId, table.id),
    index('events_person_id_index').on(table.personId, table.id),
    index('events_action_index').on(table.action, table.id),
  ],
)
