import { sql } from 'drizzle-orm'
import { boolean, check, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { moment } from '../columns'
import type { Settings } from './rules'

/** One row: what makes this installation somebody's publication. */
export const settings = pgTable(
  'settings',
  {
    isOnly: boolean().primaryKey().default(true),
    value: jsonb().$type<Settings>().notNull(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [check('settings_one_row_check', sql`${table.isOnly}`)],
)
