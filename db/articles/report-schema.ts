import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'
import { articles } from './schema'

/** What a reader told us is wrong with an article. */
export const errorReports = pgTable(
  'error_reports',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    message: text().notNull(),
    /** Where the reader wants an answer; empty for none. */
    replyTo: text().notNull().default(''),
    /** When somebody of the desk had seen to it, and who. */
    handledAt: moment(),
    handledById: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    index('error_reports_created_at_index').on(table.createdAt),
    check('error_reports_message_check', sql`length(${table.message}) between 1 and 4000`),
  ],
)
