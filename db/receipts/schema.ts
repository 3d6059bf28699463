import { bigint, bigserial, index, pgEnum, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { articles, revisions } from '../articles/schema'
import { id, moment } from '../columns'
import { receiptPlaces, receiptStates } from './rules'

/** A server process that answers readers, while it lives: it says so every few seconds. */
export const instances = pgTable('instances', {
  id: id(),
  startedAt: moment().notNull(),
  seenAt: moment().notNull(),
})

/** Each time that a revision became what readers see. A row for every publication; every instance gives its receipts for it. */
export const appearances = pgTable(
  'appearances',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    /** From when readers were to see it: its publication by hand, its scheduled moment, or the end of its embargo, which may lie ahead. */
    visibleAt: moment().notNull(),
  },
  (table) => [
    index('appearances_article_id_index').on(table.articleId, table.id),
    index('appearances_visible_at_index').on(table.visibleAt),
  ],
)

export const receiptPlace = pgEnum('receipt_place', receiptPlaces)
export const receiptState = pgEnum('receipt_state', receiptStates)

/** What an instance saw when it drew a place for readers after an appearance. */
export const receipts = pgTable(
  'receipts',
  {
    appearanceId: bigint({ mode: 'number' })
      .notNull()
      .references(() => appearances.id, { onDelete: 'cascade' }),
    /** Outlives the instance: what it has seen was so. */
    instanceId: uuid().notNull(),
    place: receiptPlace().notNull(),
    state: receiptState().notNull(),
    seenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.appearanceId, table.instanceId, table.place] })],
)
