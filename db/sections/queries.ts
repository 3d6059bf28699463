import { and, asc, eq, ne } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db, type Transaction } from '../client'
import type { Section, SectionTranslation } from './rules'
import { sections } from './schema'

const columns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  isOpinion: sections.isOpinion,
}

/** The sections of an edition in the order of its masthead. */
export async function listSections(language: Language): Promise<Section[]> {
  const rows = await db
    .select(columns)
    .from(sections)
    .where(eq(sections.language, language))
    .orderBy(asc(sections.position), asc(sections.name))
  return rows.map((row) => ({ ...row, language }))
}

export async function findSection(language: Language, slug: string): Promise<Section | null> {
  const [row] = await db
    .select(columns)
    .from(sections)
    .where(and(eq(sections.language, language), eq(sections.slug, slug)))
  return row ? { ...row, language } : null
}

/** Its counterparts in other editions. */
export async function listSectionTranslations(sectionId: string): Promise<SectionTranslation[]> {
  const [own] = await db.select({ group: sections.translationGroupId }).from(sections).where(eq(sections.id, sectionId))
  if (!own?.group) return []
  const rows = await db
    .select({ language: sections.language, slug: sections.slug })
    .from(sections)
    .where(and(eq(sections.translationGroupId, own.group), ne(sections.id, sectionId)))
    .orderBy(sections.language)
  return rows.flatMap(({ language, slug }) => (isLanguage(language) ? [{ language, slug }] : []))
}

/** Whether an edition has this section: if so, it stays until the caller's transaction ends, as whoever removes it comes before or after. */
export async function isSectionOf(tx: Transaction, sectionId: string, language: string): Promise<boolean> {
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.id, sectionId), eq(sections.language, language)))
    .for('key share')
  return section !== undefined
}
