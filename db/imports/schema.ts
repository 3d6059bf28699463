import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../articles/schema'
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
    runId: uuid()
      .notNull()
      .references(() => importRuns.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    sourceId: text(),
    outcome: importOutcome().notNull(),
    /** In words: why it was held or refused, and what else an editor should know. */
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

/**
 * What an article's source came to when it was last imported. The same hash again means that there is nothing to do, whatever
 * editors have done since.
 */
export const importedArticles = pgTable('imported_articles', {
  articleId: uuid()
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  importedAt: moment().notNull().defaultNow(),
})
