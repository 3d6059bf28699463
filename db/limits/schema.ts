import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns'

/**
 * How often something was done lately, by a key such as an HMAC of an address. The table is unlogged: after a crash of the database everybody
 * begins anew, and no write waits for the disk.
 */
export const limits = pgTable(
  'limits',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    endsAt: moment().notNull(),
  },
  (table) => [index('limits_ends_at_index').on(table.endsAt)],
)
