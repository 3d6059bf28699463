import { boolean, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'

export const newsletterFrequency = pgEnum('newsletter_frequency', ['daily', 'weekly', 'monthly'])

/** A named newsletter. */
export const newsletters = pgTable('newsletters', {
  id: id(),
  slug: text().notNull().unique('newsletters_slug_key'),
  /** The language its editions are written in. */
  language: text().notNull(),
  frequency: newsletterFrequency().notNull().default('weekly'),
  isOpen: boolean().notNull().default(true),
  position: integer().notNull().default(0),
  /** The site's editions whose articles name it first in their newsletter box. */
  featuredIn: text().array().notNull().default([]),
  createdAt: createdAt(),
})

/** What a newsletter is called and promises, to readers of an edition. */
export const newsletterTexts = pgTable(
  'newsletter_texts',
  {
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    name: text().notNull(),
    promise: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.newsletterId, table.language] })],
)
