import { bigint, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'
import { events } from '../events/schema'
import { articles, revisions } from './schema'

/**
 * What somebody said to a move, as why an article went back to its writer. Events hold nothing that people wrote, so it stands here; one remark
 * for an event, and none for most.
 */
export const articleRemarks = pgTable(
  'article_remarks',
  {
    eventId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => events.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    text: text().notNull(),
  },
  (table) => [index('article_remarks_article_id_index').on(table.articleId)],
)

/** Somebody took it upon themselves to publish in spite of a check, and said why. It holds for one revision. */
export const checkOverrides = pgTable(
  'check_overrides',
  {
    id: id(),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    /** The name of the check, and what was found where, as `keyOf` in `checks.ts` makes it. */
    check: text().notNull(),
    finding: text().notNull(),
    personId: uuid().notNull(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('check_overrides_revision_id_finding_key').on(table.revisionId, table.finding)],
)
