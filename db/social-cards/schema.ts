import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { revisions } from '../articles/schema'
import { createdAt } from '../columns'

/**
 * The picture that stands for an article without a lasting hero where links to it are shown. It belongs to a revision, whose words
 * never change, so it cannot be out of date.
 */
export const socialCards = pgTable('social_cards', {
  revisionId: uuid()
    .primaryKey()
    .references(() => revisions.id, { onDelete: 'cascade' }),
  /** File name in the media store, 1200 × 630, JPEG. */
  file: text().notNull(),
  createdAt: createdAt(),
})
