import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'
import { people } from '../people/schema'
import type { MadeChange } from './bulk-rules'

/** What somebody asks of the desk again and again, under a name of their own. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The query of the desk's address, without a place in the list. */
    search: text().notNull(),
    position: integer().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('saved_filters_person_id_index').on(table.personId, table.position),
    check('saved_filters_name_check', sql`length(${table.name}) between 1 and 60`),
  ],
)

/** The last change that somebody made to several articles at once, as far as it can be put back. Replaced by the next one. */
export const bulkChanges = pgTable('bulk_changes', {
  id: id(),
  personId: uuid()
    .notNull()
    .unique('bulk_changes_person_id_key')
    .references(() => people.id, { onDelete: 'cascade' }),
  /** What it was, for saying so: a kind of `bulk-rules.ts`. */
  kind: text().notNull(),
  made: jsonb().$type<MadeChange[]>().notNull(),
  madeAt: moment().notNull(),
})
