import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles, revisions } from '../articles/schema'
import { createdAt, id, moment } from '../columns'

export const correctionType = pgEnum('correction_type', ['correction', 'clarification', 'update', 'editors_note', 'withdrawal'])
/** `dropped`: by whoever proposed it. `taken_back`: readers were told, and are told no longer. */
export const correctionStatus = pgEnum('correction_status', ['proposed', 'approved', 'refused', 'dropped', 'taken_back'])
/** `lapsed`: what was offered has been taken back meanwhile. */
export const correctionOfferStatus = pgEnum('correction_offer_status', ['open', 'taken', 'declined', 'lapsed'])

/**
 * What we got wrong or made clearer. Readers are told of approved ones only. What one says is never changed once written, and none is ever removed
 * while its article is there (a trigger refuses both): who wants other words proposes them anew.
 */
export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    articleId: ofArticle(),
    type: correctionType().notNull(),
    text: text().notNull(),
    status: correctionStatus().notNull().default('proposed'),
    /** Null for an import. */
    proposedById: uuid(),
    /** Who is asked to approve it; null for whoever takes it up. */
    approverId: uuid(),
    decidedById: uuid(),
    decidedAt: moment(),
    /** Since when readers are told. */
    correctedAt: moment(),
    /** What the article's public date was before, so that taking it back brings that back too. */
    updatedAtBefore: moment(),
    takenBackById: uuid(),
    takenBackAt: moment(),
    /** Why it was refused or taken back. */
    reason: text().notNull().default(''),
    /** The pair of revisions it speaks of; null where nothing was changed in the text, or where they are not known. */
    beforeRevisionId: ofRevision(),
    afterRevisionId: ofRevision(),
    createdAt: createdAt(),
  },
  (table) => [
    index('corrections_article_id_index').on(table.articleId, table.correctedAt),
    index('corrections_proposed_index').on(table.articleId).where(sql`${table.status} = 'proposed'`),
    check('corrections_public_check', sql`(${table.status} in ('approved', 'taken_back')) = (${table.correctedAt} is not null)`),
    check('corrections_proposed_check', sql`${table.status} <> 'proposed' or ${table.decidedAt} is null`),
    check(
      'corrections_taken_back_check',
      sql`(${table.status} = 'taken_back') = (${table.takenBackAt} is not null) and (${table.takenBackAt} is null) = (${table.takenBackById} is null)`,
    ),
    check('corrections_reason_check', sql`${table.status} not in ('refused', 'taken_back') or ${table.reason} <> ''`),
    check(
      'corrections_pair_check',
      sql`(${table.beforeRevisionId} is null) = (${table.afterRevisionId} is null) and ${table.beforeRevisionId} is distinct from coalesce(${table.afterRevisionId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    // What was imported is as long as it is.
    check('corrections_text_check', sql`${table.proposedById} is null or length(${table.text}) between 1 and 1000`),
  ],
)

/** A correction of one edition, put to the desk of a translation of its article: it is taken by proposing one of its own, or declined. */
export const correctionOffers = pgTable(
  'correction_offers',
  {
    id: id(),
    correctionId: uuid()
      .notNull()
      .references(() => corrections.id, { onDelete: 'cascade' }),
    /** The translation. */
    articleId: ofArticle(),
    status: correctionOfferStatus().notNull().default('open'),
    settledById: uuid(),
    settledAt: moment(),
    /** The correction that it became. */
    takenAsId: uuid().references(() => corrections.id, { onDelete: 'cascade' }),
    /** Why it was declined. */
    reason: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [
    unique('correction_offers_correction_id_article_id_key').on(table.correctionId, table.articleId),
    index('correction_offers_open_index').on(table.articleId).where(sql`${table.status} = 'open'`),
    index('correction_offers_taken_as_id_index').on(table.takenAsId).where(sql`${table.takenAsId} is not null`),
    check('correction_offers_settled_check', sql`(${table.status} = 'open') = (${table.settledAt} is null)`),
    check('correction_offers_taken_check', sql`(${table.status} = 'taken') = (${table.takenAsId} is not null)`),
    check('correction_offers_declined_check', sql`${table.status} <> 'declined' or ${table.reason} <> ''`),
  ],
)

function ofArticle() {
  return uuid()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })
}

function ofRevision() {
  return uuid().references(() => revisions.id, { onDelete: 'cascade' })
}
