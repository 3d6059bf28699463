import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles, revisions } from '../articles/schema'
import { createdAt, id, moment } from '../columns'
import { people } from '../people/schema'

/** A link to one revision, for whoever has it, account or not. It is kept as a hash: the link itself is nowhere in the database. */
export const previews = pgTable(
  'previews',
  {
    id: id(),
    tokenHash: text().notNull().unique('previews_token_hash_key'),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    createdById: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** The end: what was given, or the moment at which somebody ended it. */
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('previews_article_id_index').on(table.articleId, table.expiresAt),
    index('previews_expires_at_index').on(table.expiresAt),
  ],
)
