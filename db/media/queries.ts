import { inArray } from 'drizzle-orm'
import { languages } from '../../lib/languages'
import type { Reader } from '../client'
import { type Picture, wordsOf } from './rules'
import { media, renditions } from './schema'

/**
 * The pictures with these ids by id, worded for an edition. What may no longer be shown at `now`, or has no rendition yet, is
 * missing from the answer; a page that asked for it stands under its tag all the same.
 */
export async function findPictures(
  reader: Reader,
  ids: readonly string[],
  language: string,
  now: Date,
): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map()
  const [rows, files] = await Promise.all([
    reader
      .select()
      .from(media)
      .where(inArray(media.id, [...ids])),
    reader
      .select()
      .from(renditions)
      .where(inArray(renditions.mediaId, [...ids]))
      .orderBy(renditions.width),
  ])
  const pictures = rows
    .filter((row) => !row.expiresAt || row.expiresAt > now)
    .map((row) => ({
      id: row.id,
      ...wordsOf(row, language, languages),
      credit: row.credit,
      creator: row.creator,
      agency: row.agency,
      copyrightNotice: row.copyrightNotice,
      licenceUrl: row.licenceUrl,
      maySublicense: row.maySublicense,
      width: row.width,
      height: row.height,
      expiresAt: row.expiresAt,
      renditions: files
        .filter((file) => file.mediaId === row.id)
        .map(({ crop, format, width, height, bytes, file }) => ({ crop, format, width, height, bytes, file })),
    }))
  return new Map(pictures.filter((picture) => picture.renditions.length > 0).map((picture) => [picture.id, picture]))
}
