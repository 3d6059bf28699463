import { type SQL, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isUuid } from '../../lib/checks'
import { isLanguage } from '../../lib/languages'
import { db, type Reader } from '../client'
import { type ListedRedirect, targetAddress } from './rules'

const pageLength = 100

type Row = {
  id: string
  path: string
  target: string | null
  createdAt: string | Date
  language: string | null
  section: string | null
  slug: string | null
}

/** Redirects by path, a page at a time; `next` is the path after which the next one begins, null on the last. */
export async function listRedirects(
  { q, after }: { q: string; after: string },
  limit = pageLength,
): Promise<{ rows: ListedRedirect[]; next: string | null }> {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const conditions: SQL[] = []
  if (q) conditions.push(sql`(lower(r.path) like ${pattern} or lower(r.target) like ${pattern} or a.slug like ${pattern})`)
  if (after) conditions.push(sql`r.path > ${after}`)
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const rows = await db.execute<Row>(sql`${select} ${where} order by r.path limit ${limit + 1}`)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(asListed), next: rows.length > limit ? (shown.at(-1)?.path ?? null) : null }
}

/** One of them; null if there is none of that id. */
export async function findListedRedirect(id: string, reader: Reader = db): Promise<ListedRedirect | null> {
  if (!isUuid(id)) return null
  const [row] = await reader.execute<Row>(sql`${select} where r.id = ${id}`)
  return row ? asListed(row) : null
}

const select = sql`
  select r.id, r.path, r.target, r.created_at as "createdAt", a.language, s.slug as section, a.slug
  from redirects r left join articles a on a.id = r.article_id left join sections s on s.id = a.section_id`

function asListed({ id, path, target, createdAt, language, section, slug }: Row): ListedRedirect {
  const article = language && section && slug && isLanguage(language) ? addressOf.article(language, section, slug) : null
  const to = article ?? (target ? targetAddress(target) : '')
  return { id, path, to, isArticle: article !== null, createdAt: new Date(createdAt) }
}
