import { eq, inArray, sql } from 'drizzle-orm'
import { isLanguage, rootLanguage } from '../../lib/languages'
import { articles } from '../articles/schema'
import { db } from '../client'
import { redirects } from '../redirects/schema'

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The articles that are named by what was typed: by their id, their address on the site or at the desk, or the newsroom's short name. */
export async function findNamed(typed: string): Promise<string[]> {
  const [id] = idPattern.exec(typed) ?? []
  const path = pathOf(typed)
  const found = await Promise.all([id ? findById(id.toLowerCase()) : [], path ? findByPath(path) : [], findByDeskSlug(typed)])
  return [...new Set(found.flat())]
}

async function findById(id: string): Promise<string[]> {
  const rows = await db.select({ id: articles.id }).from(articles).where(eq(articles.id, id))
  return rows.map((row) => row.id)
}

async function findByDeskSlug(typed: string): Promise<string[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.deskSlug} <> '' and lower(${articles.deskSlug}) = lower(${typed})`)
    .limit(50)
  return rows.map((row) => row.id)
}

/** The path of what looks like an address, decoded and without a slash at its end; null for anything else. */
function pathOf(typed: string): string | null {
  const [, path] = /^(?:(?:https?:\/\/)?[^\s/?#]+\.[^\s/?#]+|https?:\/\/[^\s/?#]+)?(\/[^\s?#]+)/i.exec(typed) ?? []
  if (!path) return null
  try {
    return decodeURIComponent(path).replace(/\/+$/, '')
  } catch {
    return null
  }
}

/** By the address it has, or had once; of the section in it nothing is asked, since it may have moved. */
async function findByPath(path: string): Promise<string[]> {
  const parts = path.split('/').slice(1)
  const language = isLanguage(parts[0] ?? '') ? parts[0] : undefined
  const [slug] = parts.slice(language ? 2 : 1)
  const [atAddress, moved] = await Promise.all([
    slug
      ? db
          .select({ id: articles.id })
          .from(articles)
          .where(sql`${eq(articles.language, language ?? rootLanguage)} and ${eq(articles.slug, slug)}`)
      : [],
    db
      .select({ id: redirects.articleId })
      .from(redirects)
      .where(inArray(redirects.path, [path])),
  ])
  return [...atAddress, ...moved].flatMap(({ id }) => id ?? [])
}
