import { boolean, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'

export const staffRole = pgEnum('staff_role', ['contributor', 'reporter', 'editor', 'publisher', 'admin', 'licensing', 'finance'])

/** People who may sign in, by invitation only. */
export const people = pgTable('people', {
  id: id(),
  /** Lower case, as `lib` normalises it. */
  email: text().notNull().unique('people_email_key'),
  name: text().notNull().default(''),
  role: staffRole().notNull(),
  isActive: boolean().notNull().default(true),
  createdAt: createdAt(),
})

/** A promise of an account, kept as a hash: the link itself is nowhere in the database. */
export const invitations = pgTable('invitations', {
  id: id(),
  personId: uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  tokenHash: text().notNull().unique('invitations_token_hash_key'),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  createdAt: createdAt(),
})
