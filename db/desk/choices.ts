import { asc, eq, inArray, sql } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import { rights } from '../people/rights'
import { people } from '../people/schema'
import { sections } from '../sections/schema'
import type { DeskChoices } from './rules'

/** What the desk's filters and changes can choose from: names in `language` where there are any, else in another. */
export async function findDeskChoices(language: Language): Promise<DeskChoices> {
  const [ownSections, contributors, topics, writers] = await Promise.all([
    db
      .select({ id: sections.id, language: sections.language, name: sections.name })
      .from(sections)
      .orderBy(asc(sections.language), asc(sections.position), asc(sections.name)),
    db.execute<{ id: string; name: string }>(sql`
      select c.id, coalesce(p.name, c.slug) as name from contributors c left join lateral (
        select name from contributor_profiles where contributor_id = c.id order by language <> ${language}, language limit 1) p on true
      order by name`),
    db.execute<{ id: string; name: string }>(sql`
      select t.id, coalesce(n.name, t.slug) as name from topics t left join lateral (
        select name from topic_names where topic_id = t.id order by language <> ${language}, language limit 1) n on true
      order by name`),
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(sql`${eq(people.isActive, true)} and ${inArray(people.role, [...rights['article.write'].roles])}`)
      .orderBy(asc(people.name)),
  ])
  return {
    sections: ownSections.flatMap(({ language: own, ...section }) => (isLanguage(own) ? [{ ...section, language: own }] : [])),
    contributors: [...contributors],
    topics: [...topics],
    writers,
  }
}
