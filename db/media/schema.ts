import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgEnum, pgTable, real, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'
import { mediaSources } from './rules'

export const mediaSource = pgEnum('media_source', mediaSources)
export const renditionCrop = pgEnum('rendition_crop', ['whole', '16x9', '4x3', '1x1', 'card'])
export const renditionFormat = pgEnum('rendition_format', ['avif', 'webp', 'jpeg'])

/** A picture with its rights. The original is never shown: readers get renditions. */
export const media = pgTable(
  'media',
  {
    id: id(),
    /** The name under which it was imported; a second import updates this row. */
    sourceId: text().unique('media_source_id_key'),
    /** SHA-256 of the original's bytes, hex: the name of the file in the media store, and what finds duplicates. */
    contentHash: text().notNull(),
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
    source: mediaSource().notNull().default('staff'),
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
    createdAt: createdAt(),
  },
  (table) => [
    index('media_content_hash_index').on(table.contentHash),
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
