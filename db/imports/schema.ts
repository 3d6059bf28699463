import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'

export const importOutcome = pgEnum('import_outcome', ['created', 'updated', 'unchanged', 'held', 'refused'])

/** One run of `npm run import`. */
export const importRuns = pgTable('import_runs', {
  id: id(),
  isDryRun: boolean().notNull(),
  sources: text().array().notNull(),
  startedAt: createdAt(),
  /** Null while it runs, and for ever if it was cut off. */
  finishedAt: moment(),
})

/** The loss ledger: what one source said, and what of it arrived. */
export const importEntries = pgTable(
  'import_entries',
  {
    id: id(),
    runId: uuid().notNull().references(() => importRuns.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    sourceId: text(),
    outcome: importOutcome().notNull(),
    /** Why it was held or refused, in words. */
    reason: text().notNull().default(''),
    wordsIn: integer().notNull().default(0),
    wordsOut: integer().notNull().default(0),
    /** How many elements of each type were left out: `{ "iframe": 2, "shortcode:gallery": 1 }`. */
    dropped: jsonb().$type<Record<string, number>>().notNull().default({}),
    imagesMissing: text().array().notNull().default([]),
    createdAt: createdAt(),
  },
  (table) => [index('import_entries_run_id_index').on(table.runId)],
)
