import { boolean, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'

/** The main division of an edition. Each edition has its own; an article stands in exactly one, and its address begins with it. */
export const sections = pgTable(
  'sections',
  {
    id: id(),
    language: text().notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** Order in the masthead and of the rails on the home page. */
    position: integer().notNull().default(0),
    /** Signed argument, kept apart from reporting: marked on cards and as OpinionNewsArticle. */
    isOpinion: boolean().notNull().default(false),
    /** Sections with the same group are each other's counterpart in another edition. */
    translationGroupId: uuid(),
    /** Counts the changes: a form that was filled in before the last one is not saved over it. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [unique('sections_language_slug_key').on(table.language, table.slug)],
)
