import { asc } from 'drizzle-orm'
import { isLanguage } from '../../lib/languages'
import { db } from '../client'
import { sections } from '../sections/schema'

/** All sections, edition by edition, in the order in which their edition shows them. */
export async function listSectionChoices() {
  const rows = await db
    .select({ id: sections.id, language: sections.language, name: sections.name })
    .from(sections)
    .orderBy(asc(sections.language), asc(sections.position), asc(sections.name))
  return rows.flatMap(({ language, ...row }) => (isLanguage(language) ? [{ ...row, language }] : []))
}
