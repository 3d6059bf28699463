import { eq } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage } from '../../lib/languages'
import { countNaming } from '../articles/list-again'
import { db } from '../client'
import type { DeskContributor } from './rules'
import { contributorProfiles, contributors } from './schema'

/** A contributor as they can be described, with their profiles in all editions; null if there is none of that id. */
export async function findDeskContributor(id: string): Promise<DeskContributor | null> {
  if (!isUuid(id)) return null
  const [row] = await db.select().from(contributors).where(eq(contributors.id, id))
  if (!row) return null
  const profiles = await db
    .select()
    .from(contributorProfiles)
    .where(eq(contributorProfiles.contributorId, id))
    .orderBy(contributorProfiles.language)
  return {
    ...{ id, slug: row.slug, version: row.version },
    profiles: profiles.flatMap(({ language, name, jobTitle, bio }) =>
      isLanguage(language) ? [{ language, name, jobTitle, bio }] : [],
    ),
  }
}

/** How many articles these contributors made, and how many they did in earlier revisions only. */
export async function countArticlesBy(ids: readonly string[]): Promise<{ articles: number; earlier: number }> {
  return ids.length > 0 ? countNaming(db, 'contributor', ids) : { articles: 0, earlier: 0 }
}
