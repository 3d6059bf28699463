import { and, eq } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import type { Contributor } from './rules'
import { contributorProfiles, contributors } from './schema'

const columns = {
  id: contributors.id,
  slug: contributors.slug,
  name: contributorProfiles.name,
  jobTitle: contributorProfiles.jobTitle,
  bio: contributorProfiles.bio,
}

/** The contributor as an edition describes them, or null where it does not. */
export async function findContributor(language: Language, slug: string): Promise<Contributor | null> {
  const [row] = await db
    .select(columns)
    .from(contributors)
    .innerJoin(
      contributorProfiles,
      and(eq(contributorProfiles.contributorId, contributors.id), eq(contributorProfiles.language, language)),
    )
    .where(eq(contributors.slug, slug))
  if (!row) return null
  const profiles = await db
    .select({ language: contributorProfiles.language })
    .from(contributorProfiles)
    .where(eq(contributorProfiles.contributorId, row.id))
    .orderBy(contributorProfiles.language)
  return { ...row, languages: profiles.map((one) => one.language).filter(isLanguage) }
}

/** Everybody an edition names, by name. */
export async function listContributors(language: Language): Promise<Omit<Contributor, 'languages'>[]> {
  return db
    .select(columns)
    .from(contributors)
    .innerJoin(
      contributorProfiles,
      and(eq(contributorProfiles.contributorId, contributors.id), eq(contributorProfiles.language, language)),
    )
    .orderBy(contributorProfiles.name)
}
