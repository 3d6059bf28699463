import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../articles/schema'
import { createdAt, id } from '../columns'

/** An address that was ours once and answers 308 for ever. It names the article, not its address of the day; what is not an
 * article is named by its address, which is put right when it moves: so chains cannot form. */
export const redirects = pgTable(
  'redirects',
  {
    id: id(),
    /** As a reader asks for it: decoded, with leading slash, without query and trailing slash. */
    path: text().notNull().unique('redirects_path_key'),
    articleId: uuid().references(() => articles.id, { onDelete: 'cascade' }),
    /** For what is not an article: a path of ours, or an address with https elsewhere. */
    target: text(),
    createdAt: createdAt(),
  },
  (table) => [
    check('redirects_target_check', sql`(${table.articleId} is null) <> (${table.target} is null)`),
    check(
      'redirects_path_check',
      sql`${table.path} like '/%' and (${table.target} is null or ${table.target} ~ '^(/([^/]|$)|https://)')`,
    ),
  ],
)
