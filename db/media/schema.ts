import { sql } from 'drizzle-orm'
import {
  bit,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { languages } from '../../lib/languages'
import { createdAt, id, moment } from '../columns'
import { type Crops, mediaSources } from './rules'

export const mediaSource = pgEnum('media_source', mediaSources)
export const renditionCrop = pgEnum('rendition_crop', ['whole', '16x9', '4x3', '1x1', 'card'])
export const renditionFormat = pgEnum('rendition_format', ['avif', 'webp', 'jpeg'])

/** What a picture is found by. */
const searchedTexts = [
  ...languages.flatMap((language) => [`captions->>'${language}'`, `alts->>'${language}'`]),
  ...['credit', 'creator', 'agency', 'copyright_notice', 'file_name'],
]

/** A picture with its rights. The original is never shown: readers get renditions. */
export const media = pgTable(
  'media',
  {
    id: id(),
    /** The name under which it was imported; a second import updates this row. */
    sourceId: text().unique('media_source_id_key'),
    /** SHA-256 of the original's bytes, hex: the name of the file in the media store, and what finds duplicates. */
    contentHash: text().notNull(),
    /** SHA-256 of the bytes as they were uploaded; those are encoded anew before they are kept. Null for an import, kept as it came. */
    uploadHash: text(),
    /** What the picture looks like in 64 bits: those of two that look alike differ in few. Null until it was first drawn. */
    differenceHash: bit({ dimensions: 64 }),
    /** What the file was called where it came from. */
    fileName: text().notNull().default(''),
    mimeType: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** Default caption and alternative text by language; each use may have its own. */
    captions: jsonb().$type<Record<string, string>>().notNull().default({}),
    alts: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** What stands in brackets after the caption: "Agency/Photographer". */
    credit: text().notNull().default(''),
    creator: text().notNull().default(''),
    agency: text().notNull().default(''),
    /** Null as long as nobody has said so. */
    source: mediaSource(),
    copyrightNotice: text().notNull().default(''),
    usageTerms: text().notNull().default(''),
    licenceUrl: text(),
    /** Whether we may grant others the right to use it: decides the republishing package and the structured data. */
    maySublicense: boolean().notNull().default(false),
    territory: text(),
    /** After this moment we may not show it any more. */
    expiresAt: moment(),
    takenOn: date(),
    /** Where the subject is, as fractions of width and height; crops are made around it. */
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    /** Crops that somebody drew by hand, by ratio; the others are made around the focal point. */
    crops: jsonb().$type<Crops>().notNull().default({}),
    /** Whether any revision ever showed it; one that did not may be unused. Set with the revision, never taken back. */
    isUsed: boolean().notNull().default(false),
    /** Counted up by each change of a person's, so that none is made on top of another unseen. */
    version: integer().notNull().default(1),
    /** Every word it can be found by, in one spelling. */
    searchText: text().generatedAlwaysAs(
      sql.raw(`fold_letters(clean_words(${searchedTexts.map((text) => `coalesce(${text}, '')`).join(" || ' ' || ")}))`),
    ),
    createdAt: createdAt(),
  },
  (table) => [
    index('media_content_hash_index').on(table.contentHash),
    uniqueIndex('media_upload_hash_key').on(table.uploadHash),
    index('media_created_at_index').on(table.createdAt, table.id),
    index('media_expires_at_index').on(table.expiresAt).where(sql`${table.expiresAt} is not null`),
    index('media_unused_index').on(table.createdAt, table.id).where(sql`not ${table.isUsed}`),
    index('media_search_text_index').using('gin', table.searchText.op('gin_trgm_ops')),
    check('media_focal_check', sql`${table.focalX} between 0 and 1 and ${table.focalY} between 0 and 1`),
    check('media_size_check', sql`${table.width} > 0 and ${table.height} > 0`),
  ],
)

/** A file readers are served: one crop, width and format of a picture. A page lists only those that exist. */
export const renditions = pgTable(
  'renditions',
  {
    id: id(),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    crop: renditionCrop().notNull(),
    format: renditionFormat().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** File name in the media store and last part of its address: hash of the bytes and extension, so it can be cached for ever. */
    file: text().notNull(),
    /** What it was made from and how: one that differs from the picture's of today is out of date. */
    recipe: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [unique('renditions_media_id_crop_format_width_key').on(table.mediaId, table.crop, table.format, table.width)],
)
