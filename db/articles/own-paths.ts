import { sql } from 'drizzle-orm'
import { decodedPart, reservedSlugs } from '../../lib/addresses'
import { isLanguage, rootLanguage } from '../../lib/languages'
import type { Reader } from '../client'

/** The path that a link leads to on our own site, without query and fragment; null for a link that leads elsewhere. */
export function ownPath(href: string, origin: string): string | null {
  const path = href.startsWith('/') ? href : pathUnder(href, origin)
  if (path === null) return null
  const [bare = ''] = path.split(/[?#]/, 1)
  return bare.replace(/\/+$/, '') || '/'
}

function pathUnder(href: string, origin: string): string | null {
  if (!URL.canParse(href) || !URL.canParse(origin)) return null
  const url = new URL(href)
  return url.host === new URL(origin).host ? url.pathname : null
}

/**
 * Those of these paths of ours at which a reader will find nothing at a moment. What is no article, section, topic, author or page (search, the
 * archive, feeds) is taken to be there.
 */
export async function findDeadPaths(reader: Reader, paths: readonly string[], at: Date): Promise<Set<string>> {
  const asked = [...new Set(paths)].map((path) => ({ path, ...partsOf(path) })).filter(({ parts }) => parts.length > 0)
  const dead = new Set<string>()
  for (const { path, language, parts } of asked)
    if (!(await isThere(reader, language, parts, at)) && !(await leadsOn(reader, path, at))) dead.add(path)
  return dead
}

function partsOf(path: string): { language: string; parts: string[] } {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodedPart)
  const [first = ''] = parts
  return isLanguage(first) && first !== rootLanguage
    ? { language: first, parts: parts.slice(1) }
    : { language: rootLanguage, parts }
}

async function isThere(reader: Reader, language: string, [first = '', second, third]: string[], at: Date): Promise<boolean> {
  if (first === '') return true
  if (first === 'topics' && second !== undefined)
    return exists(
      reader,
      sql`select from topics t join topic_names n on n.topic_id = t.id where t.slug = ${second} and n.language = ${language}`,
    )
  if (first === 'authors' && second !== undefined) return exists(reader, sql`select from contributors where slug = ${second}`)
  if (reservedSlugs.has(first)) return true
  if (second === undefined)
    return exists(
      reader,
      sql`select from sections where language = ${language} and slug = ${first}
        union all select from pages where language = ${language} and slug = ${first}`,
    )
  if (third !== undefined || reservedSlugs.has(second)) return true
  return exists(
    reader,
    sql`select from articles a join listed_articles l on l.article_id = a.id
      where a.language = ${language} and a.slug = ${second} and l.visible_at <= ${at.toISOString()}::timestamptz`,
  )
}

/** Whether the path was ours once, and what it leads to is there. */
async function leadsOn(reader: Reader, path: string, at: Date): Promise<boolean> {
  const decoded = path.split('/').map(decodedPart).join('/')
  return exists(
    reader,
    sql`select from redirects r left join listed_articles l on l.article_id = r.article_id
      where r.path = ${decoded} and (r.target is not null or l.visible_at <= ${at.toISOString()}::timestamptz)`,
  )
}

async function exists(reader: Reader, rows: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await reader.execute<{ found: boolean }>(sql`select exists (${rows}) as found`)
  return row?.found ?? false
}
