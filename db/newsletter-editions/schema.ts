import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { articles, revisions } from '../articles/schema'
import { createdAt, id, moment } from '../columns'
import { media } from '../media/schema'
import { newsletters } from '../newsletters/schema'
import type { Attention, EditionInput, Exclusions } from './rules'

/**
 * `freezing`: its moment has come, and its audience is being written down. `attention`: all but what somebody has to decide is done.
 */
export const newsletterEditionStatus = pgEnum('newsletter_edition_status', [
  'draft',
  'review',
  'approved',
  'scheduled',
  'freezing',
  'sending',
  'paused',
  'attention',
  'completed',
  'cancelled',
])
/** `correction`: to exactly those who were sent another edition. */
export const newsletterEditionKind = pgEnum('newsletter_edition_kind', ['regular', 'correction'])
/** Whether `send_at` is one moment for all, or that time of day in each recipient's zone. */
export const editionTiming = pgEnum('edition_timing', ['absolute', 'recipient'])
export const editionItemKind = pgEnum('edition_item_kind', ['article', 'heading', 'text', 'picture'])

/** An edition of a newsletter: what is sent once to everybody who is subscribed when its audience is frozen. */
export const newsletterEditions = pgTable(
  'newsletter_editions',
  {
    id: id(),
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id),
    /** Counted within the newsletter, from 1; part of its address. */
    number: integer().notNull(),
    kind: newsletterEditionKind().notNull().default('regular'),
    /** The edition that a correction goes to the recipients of. */
    correctsId: uuid(),
    status: newsletterEditionStatus().notNull().default('draft'),
    subject: text().notNull().default(''),
    /** What mail programs show after the subject. */
    preheader: text().notNull().default(''),
    /** Counts its changes: who saves says which one they had. */
    version: integer().notNull().default(1),
    createdById: uuid(),
    /** Who changed it last: somebody else approves it. Null for a draft that began by itself. */
    changedById: uuid(),
    submittedById: uuid(),
    /** Why it was given back; until it is submitted again. */
    returnReason: text().notNull().default(''),
    /** Who approved it, and which version; another needs another approval. */
    approvedById: uuid(),
    approvedVersion: integer(),
    approvedAt: moment(),
    timing: editionTiming().notNull().default('absolute'),
    /** When it is to be sent; with `recipient` timing, that time of day counts, in the publication's zone for who has none. */
    sendAt: moment(),
    /** For a draft that began by itself: which turn it is, so that there is one for each. */
    draftedFor: date({ mode: 'string' }),
    frozenAt: moment(),
    frozenCount: integer(),
    /** How many were left out when the audience was frozen, by reason. */
    exclusions: jsonb().$type<Exclusions>(),
    /** When its renderings were drawn, last. */
    drawnAt: moment(),
    /** The `Date` header of all its mails. */
    datedAt: moment(),
    htmlBytes: integer(),
    /** Why it is paused, or what has to be decided. */
    attention: jsonb().$type<Attention>(),
    /** Dead addresses and complaints that an editor knew of when sending was resumed: they stop it no second time. */
    acceptedRefusals: integer().notNull().default(0),
    acceptedComplaints: integer().notNull().default(0),
    startedAt: moment(),
    endedAt: moment(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('newsletter_editions_newsletter_id_number_key').on(table.newsletterId, table.number),
    uniqueIndex('newsletter_editions_drafted_for_key')
      .on(table.newsletterId, table.draftedFor)
      .where(sql`${table.draftedFor} is not null`),
    index('newsletter_editions_moving_index')
      .on(table.status, table.sendAt)
      .where(sql`${table.status} in ('scheduled', 'freezing', 'sending', 'paused', 'attention')`),
    check(
      'newsletter_editions_scheduled_check',
      sql`${table.status} not in ('scheduled', 'freezing') or ${table.sendAt} is not null`,
    ),
    check(
      'newsletter_editions_frozen_check',
      sql`(${table.frozenAt} is null) = (${table.frozenCount} is null) and (${table.frozenAt} is null or ${table.drawnAt} is not null) and (${table.status} not in ('sending', 'attention', 'completed') or ${table.frozenAt} is not null)`,
    ),
    check(
      'newsletter_editions_ended_check',
      sql`(${table.status} in ('completed', 'cancelled')) = (${table.endedAt} is not null)`,
    ),
    check(
      'newsletter_editions_approved_check',
      sql`(${table.approvedById} is null) = (${table.approvedVersion} is null) and (${table.status} not in ('approved', 'scheduled', 'freezing', 'sending', 'paused', 'attention', 'completed') or ${table.approvedVersion} = ${table.version})`,
    ),
    check('newsletter_editions_corrects_check', sql`(${table.kind} = 'correction') = (${table.correctsId} is not null)`),
  ],
)

/** What a newsletter edition said in each of its versions, so that nothing that was saved is lost by saving over it. */
export const editionVersions = pgTable(
  'edition_versions',
  {
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    content: jsonb().$type<EditionInput>().notNull(),
    /** Null for the program. */
    personId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.version] })],
)

/** What stands in a newsletter edition, in order. */
export const editionItems = pgTable(
  'edition_items',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    kind: editionItemKind().notNull(),
    articleId: uuid().references(() => articles.id),
    /** What the article said when the audience was frozen. */
    revisionId: uuid().references(() => revisions.id),
    /** Its own headline or blurb instead of the article's; of a heading its words. */
    headline: text().notNull().default(''),
    blurb: text().notNull().default(''),
    /** Of a text: paragraphs, an empty line between them. Of a picture: its caption, where not the picture's own. */
    text: text().notNull().default(''),
    /** The picture, or the one that stands beside an article instead of its own. */
    mediaId: uuid().references(() => media.id),
    /** Whether an article's picture is shown. */
    showsPicture: boolean().notNull().default(true),
    /** When it was left out of what is still to be sent, because readers may not see it any more. */
    leftOutAt: moment(),
  },
  (table) => [
    unique('edition_items_edition_id_position_key').on(table.editionId, table.position),
    index('edition_items_article_id_index').on(table.articleId),
    check('edition_items_article_check', sql`(${table.kind} = 'article') = (${table.articleId} is not null)`),
    check('edition_items_picture_check', sql`${table.kind} <> 'picture' or ${table.mediaId} is not null`),
  ],
)

/** A newsletter edition as it is sent, drawn once for each language its frame speaks; what is each recipient's own is filled in when it is sent. */
export const editionRenderings = pgTable(
  'edition_renderings',
  {
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.language] })],
)

/** Where the links of a newsletter edition lead, where clicks are counted. */
export const editionLinks = pgTable(
  'edition_links',
  {
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    url: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position] })],
)

/** Clicks on a link by day, and those that came from programs that look through mail. Of whom is not known. */
export const linkClicks = pgTable(
  'link_clicks',
  {
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    day: date({ mode: 'string' }).notNull(),
    clicks: bigint({ mode: 'number' }).notNull().default(0),
    filtered: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position, table.day] })],
)
