import { sql } from 'drizzle-orm'
import { customType, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns'
import { contributors } from '../contributors/schema'
import { topics } from '../topics/schema'
import { articles, revisions } from './schema'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * One row for each article that readers can find, now or from `visibleAt` on: what lists, feeds and search read. Written in the
 * transaction that publishes, schedules or withdraws, from the live revision; it could be rebuilt from the other tables.
 */
export const listedArticles = pgTable(
  'listed_articles',
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    sectionId: uuid().notNull(),
    /** The public date: first publication, or the intention while that lies ahead. */
    publishedAt: moment().notNull(),
    /** Nobody may see it before: the later of publication and the end of its embargo. */
    visibleAt: moment().notNull(),
    /** Weighted words: A headline, B kicker, standfirst and names, C topics, D body; and as words with an @ what filters ask for. */
    searchWords: tsvector().notNull(),
  },
  (table) => [
    // Lists go newest first through these backwards. Declared as descending, they would put nulls last, as no query of ours asks.
    index('listed_articles_language_published_at_index').on(table.language, table.publishedAt, table.articleId),
    index('listed_articles_section_id_published_at_index').on(table.sectionId, table.publishedAt, table.articleId),
    index('listed_articles_visible_at_index').on(table.visibleAt),
    index('listed_articles_search_words_index').using('gin', table.searchWords),
    // What articles are about, without the words of their text: the best matches of a common word, without reading the others.
    index('listed_articles_subject_words_index').using('gin', sql`ts_filter(${table.searchWords}, '{a,b,c}')`),
  ],
)

/**
 * The words of heads that are not what is listed: drafts, changes not yet published, what was withdrawn. For the desk's search only, which
 * looks here and in `listed_articles`; readers' search never reads it, nor learns a word from it.
 */
export const deskWords = pgTable(
  'desk_words',
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Weighted as `search_words`; of the words with an @ the edition's alone, since the others are looked up where they stand. */
    words: tsvector().notNull(),
  },
  (table) => [index('desk_words_words_index').using('gin', table.words)],
)

export const listedTopics = pgTable(
  'listed_topics',
  {
    topicId: uuid()
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => listedArticles.articleId, { onDelete: 'cascade' }),
    language: text().notNull(),
    publishedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    index('listed_topics_topic_id_published_at_index').on(table.topicId, table.language, table.publishedAt, table.articleId),
  ],
)

export const listedBylines = pgTable(
  'listed_bylines',
  {
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => listedArticles.articleId, { onDelete: 'cascade' }),
    language: text().notNull(),
    publishedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.contributorId] }),
    index('listed_bylines_contributor_id_published_at_index').on(
      table.contributorId,
      table.language,
      table.publishedAt,
      table.articleId,
    ),
  ],
)
