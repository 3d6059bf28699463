import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgEnum, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'
import { sections } from '../sections/schema'

export const newsletterFrequency = pgEnum('newsletter_frequency', ['daily', 'weekly', 'monthly'])

/** A named newsletter: what readers are promised, who it comes from, and how its editions begin. */
export const newsletters = pgTable(
  'newsletters',
  {
    id: id(),
    slug: text().notNull().unique('newsletters_slug_key'),
    /** The language its editions are written in; their direction follows from it. */
    language: text().notNull(),
    frequency: newsletterFrequency().notNull().default('weekly'),
    isOpen: boolean().notNull().default(true),
    position: integer().notNull().default(0),
    /** The site's editions whose articles name it first in their newsletter box. */
    featuredIn: text().array().notNull().default([]),
    /** Who it comes from: a name and an address. Without an address nothing can be sent. */
    senderName: text().notNull().default(''),
    senderAddress: text().notNull().default(''),
    /** Where answers go; empty for the sender's address. */
    replyTo: text().notNull().default(''),
    /** RFC 2919: names the list in the `List-Id` header, as `weekly.news.example`. Empty until a sender is set. */
    listId: text().notNull().default(''),
    /** Under every edition, as laws on mailing ask for. */
    postalAddress: text().notNull().default(''),
    /** Whether search engines may list the editions on the web. */
    isArchiveIndexed: boolean().notNull().default(true),
    /** Whether links lead over an address of ours that counts them, without a person. */
    countsClicks: boolean().notNull().default(false),
    /** A draft that begins by itself: from this section's newest, as many as `draftLength`; null for none. */
    draftSectionId: uuid().references(() => sections.id, { onDelete: 'set null' }),
    draftLength: smallint().notNull().default(5),
    /** Days on which it begins: 1 Monday to 7 Sunday; of a monthly one, the first such day of a month. */
    draftWeekdays: smallint().array().notNull().default([]),
    /** Minutes after midnight in the publication's zone. */
    draftMinute: smallint().notNull().default(360),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('newsletters_list_id_key').on(table.listId).where(sql`${table.listId} <> ''`),
    check('newsletters_draft_length_check', sql`${table.draftLength} between 1 and 30`),
    check('newsletters_draft_minute_check', sql`${table.draftMinute} between 0 and 1439`),
  ],
)

/** What a newsletter is called and promises, to readers of an edition. */
export const newsletterTexts = pgTable(
  'newsletter_texts',
  {
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    name: text().notNull(),
    promise: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.newsletterId, table.language] })],
)

/** The sections whose articles name a newsletter first in their newsletter box, before what their edition features. */
export const newsletterSections = pgTable(
  'newsletter_sections',
  {
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id, { onDelete: 'cascade' }),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.newsletterId] })],
)
