import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../articles/schema'
import { createdAt, id, moment } from '../columns'

/** What the staff say to one another about a passage of an article, or about the whole; no reader sees it. An answer names what it answers. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: uuid().references((): AnyPgColumn => comments.id, { onDelete: 'cascade' }),
    /** The block it is about; null for the article as a whole, and for an answer. */
    blockId: text(),
    /** The words it is about, as they stood then: what is left to see when the block is gone. */
    quote: text().notNull().default(''),
    text: text().notNull(),
    authorId: uuid().notNull(),
    resolvedById: uuid(),
    resolvedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('comments_article_id_index').on(table.articleId, table.createdAt),
    index('comments_parent_id_index').on(table.parentId).where(sql`${table.parentId} is not null`),
    check('comments_text_check', sql`length(${table.text}) between 1 and 4000`),
    check('comments_quote_check', sql`length(${table.quote}) <= 500`),
    check('comments_answer_check', sql`${table.parentId} is null or (${table.blockId} is null and ${table.resolvedAt} is null)`),
    check('comments_resolved_check', sql`(${table.resolvedById} is null) = (${table.resolvedAt} is null)`),
  ],
)
