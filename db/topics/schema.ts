import { integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'

export const topicType = pgEnum('topic_type', ['place', 'person', 'organisation', 'theme'])

/** What articles are about, shared by all editions. */
export const topics = pgTable('topics', {
  id: id(),
  slug: text().notNull().unique('topics_slug_key'),
  type: topicType().notNull().default('theme'),
  /** Wikidata's identifier (`Q858`), for `sameAs` in structured data. */
  wikidata: text(),
  /** Counts the changes: a form that was filled in before the last one is not saved over it. */
  version: integer().notNull().default(1),
  createdAt: createdAt(),
})

/** A topic's name in an edition; a topic without a name in an edition has no page there. */
export const topicNames = pgTable(
  'topic_names',
  {
    topicId: uuid()
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.topicId, table.language] })],
)

/** Topics that became another one: what somebody wrote while it happened still names them. */
export const mergedTopics = pgTable('merged_topics', {
  id: uuid().primaryKey(),
  intoId: uuid()
    .notNull()
    .references(() => topics.id, { onDelete: 'cascade' }),
})
