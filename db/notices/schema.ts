import { sql } from 'drizzle-orm'
import { bigserial, customType, index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt } from '../columns'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** What changed, in the order it was committed: the front hears of it by NOTIFY and, after a gap, reads it here. */
export const notices = pgTable(
  'notices',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** Commits are not in id order: a replay asks which transactions it has not seen, not which ids. */
    transaction: xid8().notNull().default(sql`pg_current_xact_id()`),
    kind: text().notNull(),
    tags: text().array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('notices_transaction_index').on(table.transaction), index('notices_created_at_index').on(table.createdAt)],
)
