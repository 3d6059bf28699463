import { sql } from 'drizzle-orm'
import { timestamp, uuid } from 'drizzle-orm/pg-core'

/** Columns that many tables have, so that each means the same everywhere. */
export const id = () => uuid().primaryKey().default(sql`gen_random_uuid()`)

/** A moment, to the millisecond, always with its zone; in code a `Date`. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

export const createdAt = () => moment().notNull().defaultNow()
