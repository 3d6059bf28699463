import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language } from '../../lib/languages'
import { articles, revisions } from '../articles/schema'
import { db, type Reader } from '../client'
import type { DeskSection, SectionContents } from './rules'
import { sections } from './schema'

const counted = {
  articles: sql<number>`(select count(*)::int from ${articles} where ${articles.sectionId} = "sections"."id")`,
  live: sql<number>`(select count(*)::int from ${articles} where ${articles.sectionId} = "sections"."id" and ${articles.status} = 'live')`,
}

const columns = {
  id: sections.id,
  language: sections.language,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  isOpinion: sections.isOpinion,
  version: sections.version,
  ...counted,
}

/** The sections of an edition in the order of its masthead, with how many articles stand in each. */
export async function listDeskSections(language: Language): Promise<DeskSection[]> {
  const rows = await db
    .select(columns)
    .from(sections)
    .where(eq(sections.language, language))
    .orderBy(asc(sections.position), asc(sections.name))
  return rows.map((row) => ({ ...row, language }))
}

/** A section as it can be changed, with its counterpart in another edition; null if there is none of that id. */
export async function findDeskSection(id: string): Promise<(DeskSection & { counterpartIds: string[] }) | null> {
  if (!isUuid(id)) return null
  const [row] = await db
    .select({ ...columns, group: sections.translationGroupId })
    .from(sections)
    .where(eq(sections.id, id))
  if (!row || !isLanguage(row.language)) return null
  const { group, language, ...rest } = row
  const others = group
    ? await db
        .select({ id: sections.id })
        .from(sections)
        .where(and(eq(sections.translationGroupId, group), ne(sections.id, id)))
        .orderBy(sections.language)
    : []
  return { ...rest, language: row.language, counterpartIds: others.map((one) => one.id) }
}

/** Every section that may be the counterpart of one of that edition. */
export async function listCounterparts(language: Language): Promise<{ id: string; name: string; language: Language }[]> {
  const rows = await db
    .select({ id: sections.id, name: sections.name, language: sections.language })
    .from(sections)
    .where(ne(sections.language, language))
    .orderBy(sections.language, sections.position, sections.name)
  return rows.flatMap((row) => (isLanguage(row.language) ? [{ ...row, language: row.language }] : []))
}

/** What keeps a section from being removed now; null if nothing does. */
export async function findEmptiness(id: string): Promise<SectionContents | null> {
  const contents = await findSectionContents(db, id)
  return contents.articles + contents.earlier > 0 ? contents : null
}

/** What stands in a section. */
export async function findSectionContents(reader: Reader, id: string): Promise<SectionContents> {
  const [row] = await reader.execute<SectionContents>(sql`
    select (select count(*)::int from ${articles} where ${articles.sectionId} = ${id}) as articles,
      (select count(distinct ${revisions.articleId})::int from ${revisions} join ${articles} on ${articles.id} = ${revisions.articleId}
        where ${revisions.sectionId} = ${id} and ${articles.sectionId} <> ${id}) as earlier`)
  return row ?? { articles: 0, earlier: 0 }
}
