import { inArray } from 'drizzle-orm'
import { tagOf } from '../../../lib/cache-tags'
import { slugPattern } from '../../articles/rules'
import type { Transaction } from '../../client'
import { contributorProfiles, contributors } from '../../contributors/schema'
import { topicNames, topics } from '../../topics/schema'
import { differing, excluded } from '../upsert'
import type { PublicationFile } from './publication-file'

/** Writes topics with their names by edition; tells whether anything changed, and adds the tags of what did. */
export async function writeTopics(tx: Transaction, file: PublicationFile, tags: string[]): Promise<boolean> {
  const described = file.topics.filter(({ slug }) => slugPattern.test(slug))
  if (described.length === 0) return false
  const rows = described.map(({ slug, type, wikidata }) => ({ slug, type, wikidata: wikidata || null }))
  const there = await tx
    .select()
    .from(topics)
    .where(inArray(topics.slug, slugsOf(described)))
  const fresh = differing(rows, there, ['slug'])
  if (fresh.length > 0)
    await tx
      .insert(topics)
      .values(fresh)
      .onConflictDoUpdate({ target: topics.slug, set: excluded(['type', 'wikidata']) })

  const ids = idsBySlug(
    await tx
      .select({ id: topics.id, slug: topics.slug })
      .from(topics)
      .where(inArray(topics.slug, slugsOf(described))),
  )
  const names = described.flatMap(({ slug, names: inLanguages, descriptions }) =>
    perLanguage(inLanguages).map(([language, name]) => ({
      topicId: ids(slug),
      language,
      name,
      description: inLanguage(descriptions, language),
    })),
  )
  const known = await tx
    .select()
    .from(topicNames)
    .where(
      inArray(
        topicNames.topicId,
        names.map(({ topicId }) => topicId),
      ),
    )
  const renamed = differing(names, known, ['topicId', 'language'])
  if (renamed.length > 0) {
    const target = [topicNames.topicId, topicNames.language]
    await tx
      .insert(topicNames)
      .values(renamed)
      .onConflictDoUpdate({ target, set: excluded(['name', 'description']) })
  }
  tags.push(...[...fresh.map(({ slug }) => ids(slug)), ...renamed.map(({ topicId }) => topicId)].map(tagOf.topic))
  return fresh.length + renamed.length > 0
}

/** Writes contributors with their profiles by edition. */
export async function writeContributors(tx: Transaction, file: PublicationFile, tags: string[]): Promise<boolean> {
  const described = file.contributors.filter(({ slug }) => slugPattern.test(slug))
  if (described.length === 0) return false
  const made = await tx
    .insert(contributors)
    .values(described.map(({ slug }) => ({ slug })))
    .onConflictDoNothing()
    .returning()
  const rows = await tx
    .select()
    .from(contributors)
    .where(inArray(contributors.slug, slugsOf(described)))
  const ids = idsBySlug(rows)
  const profiles = described.flatMap(({ slug, profiles: inLanguages }) =>
    perLanguage(inLanguages).map(([language, profile]) => ({ contributorId: ids(slug), language, ...profile })),
  )
  const known = await tx
    .select()
    .from(contributorProfiles)
    .where(
      inArray(
        contributorProfiles.contributorId,
        rows.map(({ id }) => id),
      ),
    )
  const changed = differing(profiles, known, ['contributorId', 'language'])
  if (changed.length > 0) {
    const target = [contributorProfiles.contributorId, contributorProfiles.language]
    await tx
      .insert(contributorProfiles)
      .values(changed)
      .onConflictDoUpdate({ target, set: excluded(['name', 'jobTitle', 'bio']) })
  }
  tags.push(...changed.map(({ contributorId }) => tagOf.contributor(contributorId)))
  return made.length + changed.length > 0
}

function slugsOf(described: readonly { slug: string }[]): string[] {
  return described.map(({ slug }) => slug)
}

/** The ids of rows by their slugs, which must all be there. */
export function idsBySlug(rows: readonly { id: string; slug: string }[]): (slug: string) => string {
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return (slug) => {
    const id = ids.get(slug)
    if (!id) throw new Error(`${slug} was not written.`)
    return id
  }
}

/** What is said in each language that has something. */
export function perLanguage<Value>(values: Partial<Record<string, Value>>): [string, Value][] {
  return Object.entries(values).flatMap(([language, value]) => (value === undefined ? [] : [[language, value]]))
}

/** What is said in a language, empty for nothing. */
export function inLanguage(values: Partial<Record<string, string>>, language: string): string {
  return values[language] ?? ''
}
