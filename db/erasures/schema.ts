import { pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment } from '../columns'
import { erasureKinds } from './rules'

export const erasureKind = pgEnum('erasure_kind', erasureKinds)

/**
 * Whose personal data was removed for good: never changed, never removed (a trigger refuses both). A restored backup still has the data, and they
 * are removed from it again by this list.
 */
export const erasures = pgTable('erasures', {
  id: id(),
  kind: erasureKind().notNull(),
  /** Of somebody of the staff their id, of a reader the HMAC of their address. Never an address. */
  subject: text().notNull(),
  erasedAt: moment().notNull(),
})
