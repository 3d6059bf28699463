import { sql } from 'drizzle-orm'
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Columns that many tables have, so that each means the same everywhere. */
export const id = () => uuid().primaryKey().default(sql`gen_random_uuid()`)

/** A moment, to the millisecond, always with its zone; in code a `Date`. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

export const createdAt = () => moment().notNull().defaultNow()

/** A keyed hash (`lib/secret`) as bytes, which an index of millions keeps small; in code its base64url. */
export const digest = customType<{ data: string; driverData: Buffer | string }>({
  dataType: () => 'bytea',
  toDriver: (text) => Buffer.from(text, 'base64url'),
  // Inside JSON that Postgres makes, bytes are hexadecimal.
  fromDriver: (bytes) => (typeof bytes === 'string' ? Buffer.from(bytes.slice(2), 'hex') : bytes).toString('base64url'),
})
