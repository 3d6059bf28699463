import { jsonb, pgEnum, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
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
    updatedAt: moment().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [unique('pages_language_slug_key').on(table.language, table.slug)],
)
