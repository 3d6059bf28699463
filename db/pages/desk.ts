import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language } from '../../lib/languages'
import { db, type Reader } from '../client'
import type { DeskPageContent, ListedPage, PageContent, PageRevisionEntry } from './rules'
import { pageRevisions, pages } from './schema'

/** The standing pages of an edition by headline. */
export async function listDeskPages(language: Language): Promise<ListedPage[]> {
  const { id, slug, kind, headline, updatedAt } = pages
  return db.select({ id, slug, kind, headline, updatedAt }).from(pages).where(eq(pages.language, language)).orderBy(headline)
}

/** A page as it can be changed, with its counterparts in other editions; null if there is none of that id. */
export async function findDeskPage(pageId: string): Promise<DeskPageContent | null> {
  if (!isUuid(pageId)) return null
  const [row] = await db.select().from(pages).where(eq(pages.id, pageId))
  if (!row || !isLanguage(row.language)) return null
  const { id, version, updatedAt, headline, slug, kind, standfirst, body, translationGroupId } = row
  const others = translationGroupId
    ? await db
        .select({ id: pages.id })
        .from(pages)
        .where(and(eq(pages.translationGroupId, translationGroupId), ne(pages.id, id)))
    : []
  return {
    ...{ id, version, updatedAt, headline, slug, kind, standfirst, body, language: row.language },
    counterpartIds: others.map((one) => one.id),
  }
}

/** Every page that may be the counterpart of one of that edition. */
export async function listPageCounterparts(language: Language): Promise<{ id: string; name: string; language: Language }[]> {
  const rows = await db
    .select({ id: pages.id, name: pages.headline, language: pages.language })
    .from(pages)
    .where(ne(pages.language, language))
    .orderBy(pages.language, pages.headline)
  return rows.flatMap((row) => (isLanguage(row.language) ? [{ ...row, language: row.language }] : []))
}

/** A page's history, newest first, from before a number where one is given. */
export async function listPageRevisions(pageId: string, before: number | undefined, limit: number): Promise<PageRevisionEntry[]> {
  const { number, createdAt, restoredFrom, authorId } = pageRevisions
  return db
    .select({
      ...{ number, createdAt, restoredFrom },
      authorName: sql<string | null>`case when ${authorId} is null then null
        else coalesce((select p.name from people p where p.id = ${authorId}), '') end`,
    })
    .from(pageRevisions)
    .where(and(eq(pageRevisions.pageId, pageId), before === undefined ? undefined : lt(number, before)))
    .orderBy(desc(number))
    .limit(limit)
}

/** What a revision of a page said; null for one that there is not. */
export async function findPageRevision(pageId: string, number: number, reader: Reader = db): Promise<PageContent | null> {
  const { headline, slug, kind, standfirst, body } = pageRevisions
  const [row] = await reader
    .select({ headline, slug, kind, standfirst, body })
    .from(pageRevisions)
    .where(and(eq(pageRevisions.pageId, pageId), eq(pageRevisions.number, number)))
  return row ?? null
}
