import { sql } from 'drizzle-orm'
import { boolean, check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articles, revisions } from '../articles/schema'
import { createdAt, id, moment } from '../columns'

export const changeStatus = pgEnum('change_status', ['draft', 'in_review', 'ready', 'scheduled', 'published', 'discarded'])
/** Why a scheduled change did not appear at its moment. */
export const changeStop = pgEnum('change_stop', ['conflict', 'held', 'withdrawn', 'obstructed'])

/**
 * What somebody prepares for an article that readers have already, apart from its head: written, reviewed and scheduled for itself, while others
 * go on with the article. Its revisions are of the kind `pending`.
 */
export const changes = pgTable(
  'changes',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** What it is for, in the newsroom's words. */
    purpose: text().notNull(),
    status: changeStatus().notNull().default('draft'),
    authorId: uuid().notNull(),
    /** What readers had when it was begun, or when it was last brought up to date: what is merged is what it changes of this. */
    baseRevisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    headRevisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    reviewerId: uuid(),
    dueAt: moment(),
    approvedById: uuid(),
    approvedRevisionId: uuid(),
    /** When it is to appear; the last plan while it is not scheduled. */
    publishAt: moment(),
    /** The revision that was scheduled: what is written afterwards does not appear by itself. */
    scheduledRevisionId: uuid(),
    /** Who scheduled it: told when it does not appear. */
    scheduledById: uuid(),
    /** Whether readers are told that the article was updated. */
    isUpdate: boolean().notNull().default(false),
    /** Set while nobody has taken up again what did not appear. */
    stop: changeStop(),
    publishedRevisionId: uuid(),
    publishedAt: moment(),
    createdAt: createdAt(),
    modifiedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index('changes_article_id_index').on(table.articleId),
    index('changes_publish_at_index').on(table.publishAt).where(sql`${table.status} = 'scheduled'`),
    index('changes_stop_index').on(table.stop).where(sql`${table.stop} is not null`),
    check(
      'changes_scheduled_check',
      sql`${table.status} <> 'scheduled' or (${table.publishAt} is not null and ${table.scheduledRevisionId} is not null)`,
    ),
    check('changes_published_check', sql`(${table.status} = 'published') = (${table.publishedAt} is not null)`),
    check('changes_approved_check', sql`(${table.approvedById} is null) = (${table.approvedRevisionId} is null)`),
  ],
)
