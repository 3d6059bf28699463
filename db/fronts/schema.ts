import { integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../articles/schema'
import { createdAt, id, moment } from '../columns'

export const frontZone = pgEnum('front_zone', ['lead', 'secondary', 'feature'])

/** A curated page: the home of an edition. */
export const fronts = pgTable('fronts', {
  id: id(),
  language: text().notNull().unique('fronts_language_key'),
  createdAt: createdAt(),
})

/** One place on a front, in order, with its own words where the editor wants them. Empty places fill by recency. */
export const frontSlots = pgTable(
  'front_slots',
  {
    id: id(),
    frontId: uuid()
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    zone: frontZone().notNull(),
    position: integer().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Replaces the article's headline in this place only. */
    headline: text().notNull().default(''),
    kicker: text().notNull().default(''),
    startsAt: moment(),
    endsAt: moment(),
  },
  (table) => [unique('front_slots_front_id_zone_position_key').on(table.frontId, table.zone, table.position)],
)
