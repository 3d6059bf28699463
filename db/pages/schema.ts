import { integer, jsonb, pgEnum, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Body } from '../body/rules'
import { createdAt, id, moment } from '../columns'

export const pageKind = pgEnum('page_kind', [
  'about',
  'contact',
  'corrections',
  'ethics',
  'ownership',
  'privacy',
  'terms',
  'accessibility',
  'other',
])

/** A standing page: About, Contact, the corrections policy … The kind tells structured data which policy it is. */
export const pages = pgTable(
  'pages',
  {
    id: id(),
    sourceId: text().unique('pages_source_id_key'),
    language: text().notNull(),
    slug: text().notNull(),
    kind: pageKind().notNull().default('other'),
    headline: text().notNull(),
    standfirst: text().notNull().default(''),
    body: jsonb().$type<Body>().notNull(),
    bodySchema: smallint().notNull(),
    bodyText: text().notNull(),
    /** Pages with the same group are translations of one another. */
    translationGroupId: uuid(),
    /** The number of its newest revision: what was written over another one is not saved over this. */
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [unique('pages_language_slug_key').on(table.language, table.slug)],
)

/** What a page said each time it was saved: its history, never changed (a trigger refuses it). */
export const pageRevisions = pgTable(
  'page_revisions',
  {
    id: id(),
    pageId: uuid()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    /** Counts up on each page. */
    number: integer().notNull(),
    slug: text().notNull(),
    kind: pageKind().notNull(),
    headline: text().notNull(),
    standfirst: text().notNull(),
    body: jsonb().$type<Body>().notNull(),
    bodySchema: smallint().notNull(),
    /** Null for an import. */
    authorId: uuid(),
    /** The number of the revision it was made of, where somebody fetched an old one back. */
    restoredFrom: integer(),
    createdAt: createdAt(),
  },
  (table) => [unique('page_revisions_page_id_number_key').on(table.pageId, table.number)],
)
