import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../articles/schema'
import { createdAt, id, moment } from '../columns'
import { media } from '../media/schema'
import { arrangementKinds, type Banner, frontZones, type Placement } from './rules'

export const frontZone = pgEnum('front_zone', frontZones)
export const arrangementKind = pgEnum('arrangement_kind', arrangementKinds)

/** A curated page: the home of an edition. */
export const fronts = pgTable('fronts', {
  id: id(),
  language: text().notNull().unique('fronts_language_key'),
  createdAt: createdAt(),
})

/** Every state a front was saved in and every one it was published in: its history, never changed (a trigger refuses it). */
export const frontArrangements = pgTable(
  'front_arrangements',
  {
    id: id(),
    frontId: uuid()
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    /** Counts up on each front. The newest that is not set aside is what editors go on from. */
    number: integer().notNull(),
    kind: arrangementKind().notNull(),
    placements: jsonb().$type<Placement[]>().notNull(),
    banner: jsonb().$type<Banner>(),
    /** Null for an import. */
    authorId: uuid(),
    /** The number of the arrangement it was made of, where somebody fetched an old one back. */
    restoredFrom: integer(),
    createdAt: createdAt(),
    publishedAt: moment(),
  },
  (table) => [
    unique('front_arrangements_front_id_number_key').on(table.frontId, table.number),
    index('front_arrangements_published_at_index')
      .on(table.frontId, table.publishedAt)
      .where(sql`${table.publishedAt} is not null`),
    check('front_arrangements_published_check', sql`(${table.kind} = 'published') = (${table.publishedAt} is not null)`),
  ],
)

/**
 * What readers see: one place on a front, in order, with its own words and picture where the editor wants them. Written from the arrangement
 * in the transaction that publishes it. Empty places fill by recency.
 */
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
    /** Replaces the article's picture in this place only. */
    mediaId: uuid().references(() => media.id, { onDelete: 'set null' }),
    startsAt: moment(),
    endsAt: moment(),
  },
  (table) => [unique('front_slots_front_id_zone_position_key').on(table.frontId, table.zone, table.position)],
)

/** The live banner of a front, also one that begins later or is over. Where it leads to is an article, an address or nothing. */
export const frontBanners = pgTable(
  'front_banners',
  {
    frontId: uuid()
      .primaryKey()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    /** Without the article the banner has nothing to tell of any more. */
    articleId: uuid().references(() => articles.id, { onDelete: 'cascade' }),
    address: text(),
    startsAt: moment(),
    endsAt: moment().notNull(),
  },
  (table) => [check('front_banners_link_check', sql`${table.articleId} is null or ${table.address} is null`)],
)
