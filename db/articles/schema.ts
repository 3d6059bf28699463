import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import type { Body } from '../body/rules'
import { createdAt, id, moment } from '../columns'
import { contributors } from '../contributors/schema'
import { media } from '../media/schema'
import { sections } from '../sections/schema'
import { topics } from '../topics/schema'
import type { SyndicatedFrom } from './rules'

export const articleStatus = pgEnum('article_status', ['draft', 'in_review', 'ready', 'scheduled', 'live', 'withdrawn'])
export const bylineRole = pgEnum('byline_role', ['reporter', 'photographer', 'graphics', 'translation', 'editing'])
/** `conflict`: the losing side of two who wrote at once, kept so that no word is lost. `pending`: of a pending change; not on the shared head. */
export const revisionKind = pgEnum('revision_kind', ['saved', 'conflict', 'pending'])
export const republishing = pgEnum('republishing', ['open', 'ask', 'never'])
/** Withdrawn by the newsroom (410), or taken down because the law demands it (451). */
export const withdrawalKind = pgEnum('withdrawal_kind', ['withdrawn', 'legal'])

/** The article as a thing: where it stands and in which state. What it says is in its revisions. */
export const articles = pgTable(
  'articles',
  {
    id: id(),
    /** The name under which it was imported; a second import updates this row. */
    sourceId: text().unique('articles_source_id_key'),
    language: text().notNull(),
    status: articleStatus().notNull().default('draft'),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id),
    slug: text().notNull(),
    /** What editors work on. */
    headRevisionId: uuid(),
    /** What readers see; publishing moves it, nothing else does. */
    liveRevisionId: uuid(),
    /** Articles with the same group are translations of one another. */
    translationGroupId: uuid(),
    /** Which of the group was written first; null for the original itself and for articles without translations. */
    translatedFromId: uuid(),
    /** The revision of the original that this translation says; null where that is not known. */
    translatedFromRevisionId: uuid(),
    /** Whose article it is: who began it, until it is given to somebody else. Null for an import. */
    ownerId: uuid(),
    /** Who is asked to review it, and until when. */
    reviewerId: uuid(),
    dueAt: moment(),
    /** Whose second pair of eyes has approved which revision; a newer head has to be approved anew. */
    approvedById: uuid(),
    approvedRevisionId: uuid(),
    firstPublishedAt: moment(),
    /** The public date of the last change worth telling readers; null while there was none. */
    updatedAt: moment(),
    /** When it is to appear; evaluated where it is read, a job only hurries. */
    publishAt: moment(),
    embargoUntil: moment(),
    embargoNote: text().notNull().default(''),
    legalHold: boolean().notNull().default(false),
    doNotPublish: boolean().notNull().default(false),
    sensitive: boolean().notNull().default(false),
    withdrawnAt: moment(),
    withdrawal: withdrawalKind(),
    /** What readers are told in its place. */
    withdrawalNote: text().notNull().default(''),
    republishing: republishing().notNull().default('ask'),
    /** The newsroom's own short name for the story; never public. */
    deskSlug: text().notNull().default(''),
    notes: text().notNull().default(''),
    canonicalUrl: text(),
    syndicatedFrom: jsonb().$type<SyndicatedFrom>(),
    createdAt: createdAt(),
    modifiedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('articles_language_slug_key').on(table.language, table.slug),
    index('articles_translation_group_id_index').on(table.translationGroupId),
    index('articles_section_id_index').on(table.sectionId),
    index('articles_owner_id_index').on(table.ownerId).where(sql`${table.ownerId} is not null`),
    index('articles_reviewer_id_index').on(table.reviewerId).where(sql`${table.reviewerId} is not null`),
    index('articles_publish_at_index').on(table.publishAt).where(sql`${table.status} = 'scheduled'`),
    index('articles_embargo_until_index').on(table.embargoUntil).where(sql`${table.embargoUntil} is not null`),
    // The desk's list walks these in both directions.
    index('articles_modified_at_index').on(table.modifiedAt, table.id),
    index('articles_created_at_index').on(table.createdAt, table.id),
    index('articles_due_at_index').on(
      sql`coalesce(case when ${table.status} in ('draft', 'in_review', 'ready') then ${table.dueAt} end, 'infinity'::timestamptz)`,
      table.id,
    ),
    index('articles_published_at_index').on(
      sql`coalesce(${table.firstPublishedAt}, ${table.publishAt}, '-infinity'::timestamptz)`,
      table.id,
    ),
    index('articles_status_index').on(table.status, table.modifiedAt, table.id),
    index('articles_head_revision_id_index').on(table.headRevisionId),
    index('articles_translated_from_revision_id_index')
      .on(table.translatedFromRevisionId)
      .where(sql`${table.translatedFromRevisionId} is not null`),
    index('articles_desk_slug_index').on(sql`lower(${table.deskSlug})`).where(sql`${table.deskSlug} <> ''`),
    check(
      'articles_live_check',
      sql`${table.status} <> 'live' or (${table.liveRevisionId} is not null and ${table.firstPublishedAt} is not null)`,
    ),
    check(
      'articles_scheduled_check',
      sql`${table.status} <> 'scheduled' or (${table.liveRevisionId} is not null and ${table.publishAt} is not null)`,
    ),
    check('articles_withdrawn_check', sql`(${table.status} = 'withdrawn') = (${table.withdrawnAt} is not null)`),
    check('articles_approved_check', sql`(${table.approvedById} is null) = (${table.approvedRevisionId} is null)`),
  ],
)

/** What an article said at one moment. Never changed once written (a trigger refuses it). */
export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    articleId: ofArticle(),
    number: integer().notNull(),
    kind: revisionKind().notNull().default('saved'),
    /** The revision that whoever wrote it had before them; null for a first one and for an import. */
    basedOnId: uuid(),
    /** Who wrote it; null for an import. */
    authorId: uuid(),
    reason: text().notNull().default(''),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id),
    slug: text().notNull(),
    headline: text().notNull(),
    headlineShort: text().notNull().default(''),
    standfirst: text().notNull().default(''),
    kicker: text().notNull().default(''),
    seoHeadline: text().notNull().default(''),
    seoDescription: text().notNull().default(''),
    dateline: text().notNull().default(''),
    heroMediaId: uuid().references(() => media.id),
    heroCaption: text(),
    heroAlt: text(),
    body: jsonb().$type<Body>().notNull(),
    bodySchema: smallint().notNull(),
    /** The body's words, for search and for counting. */
    bodyText: text().notNull(),
    wordCount: integer().notNull(),
    /** The pictures it shows, as hero or in its body: tells where a picture is used. */
    mediaIds: uuid().array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
  },
  (table) => [
    unique('revisions_article_id_number_key').on(table.articleId, table.number),
    index('revisions_media_ids_index').using('gin', table.mediaIds),
    index('revisions_hero_media_id_index').on(table.heroMediaId).where(sql`${table.heroMediaId} is not null`),
  ],
)

/** Who made it, in order, with what they did. Part of the revision. */
export const bylines = pgTable(
  'bylines',
  {
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    contributorId: uuid().references(() => contributors.id),
    role: bylineRole().notNull().default('reporter'),
    /** The name as it stood at the time, or of somebody who has no page; empty means the contributor's own. */
    creditedAs: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index('bylines_contributor_id_index').on(table.contributorId, table.revisionId),
    check('bylines_name_check', sql`${table.contributorId} is not null or ${table.creditedAs} <> ''`),
  ],
)

/** What the revision is about, in order; the first is the main topic. */
export const articleTopics = pgTable(
  'article_topics',
  {
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.topicId] }),
    index('article_topics_topic_id_index').on(table.topicId, table.revisionId),
  ],
)

/** Articles the editor set beside this one, in order. */
export const relatedArticles = pgTable(
  'related_articles',
  {
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    articleId: ofArticle(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.articleId] })],
)

function ofArticle() {
  return uuid()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })
}
