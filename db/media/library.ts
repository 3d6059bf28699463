import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { languages } from '../../lib/languages'
import { decodeCursor, encodeCursor } from '../articles/cursor'
import { db } from '../client'
import { foldWord, wordsOf as wordsIn } from '../search/words'
import { expiringDays, type LibraryFilters, type LibraryPicture, type MediaRecord, wordsOf } from './rules'
import { media, renditions } from './schema'

export type LibraryPage = {
  pictures: LibraryPicture[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

const pageSize = 60

/** Of the file that crops are drawn on. */
const widthToWorkOn = 1000

/** Words of a search that are looked for; nobody types more. */
const mostWords = 8

/** The library's pictures that a search finds and filters let through, newest first, a page at a time. */
export async function listLibrary(
  filters: LibraryFilters & { after: string },
  language: string,
  now: Date,
): Promise<LibraryPage> {
  const rows = await db.execute<LibraryRow>(sql`
    ${selectLibrary}
    where ${sql.join(conditionsOf(filters, now), sql` and `)}
    order by m.created_at desc, m.id desc limit ${pageSize + 1}`)
  const pictures = rows.slice(0, pageSize).map((row) => asPicture(row, language))
  const last = pictures.at(-1)
  const next = rows.length > pageSize && last ? encodeCursor({ publishedAt: last.createdAt, articleId: last.id }) : null
  return { pictures, next }
}

/** One of them; null if there is none of that id. */
export async function findLibraryPicture(mediaId: string, language: string): Promise<LibraryPicture | null> {
  const [row] = await db.execute<LibraryRow>(sql`${selectLibrary} where m.id = ${mediaId}`)
  return row ? asPicture(row, language) : null
}

/** All that is written down of a picture, with the address of a file that is large enough to work on. Null if there is none of that id. */
export async function findPictureRecord(mediaId: string) {
  const [[row], files] = await Promise.all([
    db.select().from(media).where(eq(media.id, mediaId)),
    db
      .select()
      .from(renditions)
      .where(and(eq(renditions.mediaId, mediaId), eq(renditions.crop, 'whole'), ne(renditions.format, 'avif')))
      .orderBy(renditions.width),
  ])
  if (!row) return null
  const { contentHash: _content, uploadHash: _upload, differenceHash: _difference, searchText: _search, ...record } = row
  const shown = files.find(({ width }) => width >= widthToWorkOn) ?? files.at(-1)
  return { ...record, src: shown ? addressOf.media(shown.file) : '' }
}

/** The agencies that pictures are from, the commonest first. */
export async function listAgencies(): Promise<string[]> {
  const rows = await db.execute<{ agency: string }>(
    sql`select agency from media where agency <> '' group by agency order by count(*) desc, agency limit 100`,
  )
  return rows.map(({ agency }) => agency)
}

type LibraryRow = Pick<
  MediaRecord,
  'captions' | 'alts' | 'credit' | 'creator' | 'agency' | 'source' | 'maySublicense' | 'width' | 'height'
> & {
  id: string
  fileName: string
  expiresAt: Date | string | null
  createdAt: Date | string
  file: string | null
}

const selectLibrary = sql`
  select m.id, m.captions, m.alts, m.credit, m.creator, m.agency, m.source, m.may_sublicense as "maySublicense", m.width, m.height,
    m.file_name as "fileName", m.expires_at as "expiresAt", m.created_at as "createdAt", thumbnail.file
  from media m left join lateral (
    select f.file from renditions f
    where f.media_id = m.id and f.crop = 'whole' and f.format in ('webp', 'jpeg') order by abs(f.width - 480), f.format desc limit 1
  ) thumbnail on true`

function conditionsOf({ q, source, agency, rights, lacking, after }: LibraryFilters & { after: string }, now: Date): SQL[] {
  const words = wordsIn(q).map(({ text }) => foldWord(text))
  const conditions = words.slice(0, mostWords).map((word) => sql`m.search_text like ${`%${word}%`}`)
  if (source) conditions.push(source === 'unknown' ? sql`m.source is null` : sql`m.source = ${source}`)
  if (agency) conditions.push(sql`m.agency = ${agency}`)
  if (rights) conditions.push(rightsCondition(rights, now))
  if (lacking) conditions.push(lackingCondition(lacking))
  const cursor = after ? decodeCursor(after) : null
  if (cursor)
    conditions.push(sql`(m.created_at, m.id) < (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.articleId}::uuid)`)
  return conditions.length > 0 ? conditions : [sql`true`]
}

type Chosen<Filter extends 'rights' | 'lacking'> = Exclude<LibraryFilters[Filter], ''>

function rightsCondition(rights: Chosen<'rights'>, now: Date) {
  const soon = new Date(now.getTime() + expiringDays * 86_400_000).toISOString()
  switch (rights) {
    case 'expiring':
      return sql`m.expires_at > ${now.toISOString()} and m.expires_at <= ${soon}`
    case 'expired':
      return sql`m.expires_at <= ${now.toISOString()}`
    case 'sublicensable':
      return sql`m.may_sublicense`
  }
}

function lackingCondition(lacking: Chosen<'lacking'>) {
  switch (lacking) {
    case 'alt':
      return sql`m.alts = '{}'`
    case 'caption':
      return sql`m.captions = '{}'`
    case 'credit':
      return sql`m.credit = ''`
    case 'use':
      return sql`not m.is_used and not exists (select from front_slots s where s.media_id = m.id)
        and not exists (select from pages p where p.body::text like '%' || m.id || '%')`
  }
}

function asPicture({ expiresAt, createdAt, captions, alts, ...row }: LibraryRow, language: string): LibraryPicture {
  const words = wordsOf({ captions, alts }, language, languages)
  return {
    ...row,
    ...words,
    caption: words.caption || (languages.map((other) => captions[other]).find(Boolean) ?? ''),
    lacksAlt: Object.keys(alts).length === 0,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    createdAt: new Date(createdAt),
  }
}
