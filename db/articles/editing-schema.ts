import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'
import { people } from '../people/schema'
import type { ArticleContent } from './content'
import { articles } from './schema'

/** What somebody is writing and has not saved: of one person, in one tab of one browser. Nobody else sees it, and no reader. */
export const workingCopies = pgTable(
  'working_copies',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The tab it is written in, named by the browser; what another tab keeps is another copy. */
    tab: text().notNull(),
    /** The pending change it belongs to; null for the article's head. */
    changeId: uuid(),
    /** The revision that was being edited. */
    baseRevisionId: uuid().notNull(),
    content: jsonb().$type<ArticleContent>().notNull(),
    /** Counts up in the tab: of two that arrive in the wrong order the later counts. */
    sequence: bigint({ mode: 'number' }).notNull(),
    keptAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // A tab can go from the article to a pending change: what it wrote in each is kept.
    unique('working_copies_article_id_person_id_tab_change_id_key')
      .on(table.articleId, table.personId, table.tab, table.changeId)
      .nullsNotDistinct(),
    index('working_copies_person_id_index').on(table.personId),
  ],
)

/** Who has an article open now. Advisory: nobody is kept out by it. Unlogged: after a crash everybody says so again. */
export const presences = pgTable(
  'presences',
  {
    articleId: uuid().notNull(),
    personId: uuid().notNull(),
    tab: text().notNull(),
    /** Whether they have written something that is not saved. */
    isWriting: boolean().notNull(),
    seenAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.personId, table.tab] }),
    index('presences_seen_at_index').on(table.seenAt),
  ],
)
