import { and, eq } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import type { Topic } from './rules'
import { topicNames, topics } from './schema'

/** The topic as an edition names it, or null where it has no name there. */
export async function findTopic(language: Language, slug: string): Promise<Topic | null> {
  const [row] = await db
    .select({
      id: topics.id,
      slug: topics.slug,
      type: topics.type,
      wikidata: topics.wikidata,
      name: topicNames.name,
      description: topicNames.description,
    })
    .from(topics)
    .innerJoin(topicNames, and(eq(topicNames.topicId, topics.id), eq(topicNames.language, language)))
    .where(eq(topics.slug, slug))
  if (!row) return null
  const names = await db
    .select({ language: topicNames.language })
    .from(topicNames)
    .where(eq(topicNames.topicId, row.id))
    .orderBy(topicNames.language)
  return { ...row, languages: names.map((one) => one.language).filter(isLanguage) }
}

/** Every topic of an edition by name, for the search form's filter. */
export async function listTopics(language: Language): Promise<{ id: string; slug: string; name: string; type: string }[]> {
  return db
    .select({ id: topics.id, slug: topics.slug, name: topicNames.name, type: topics.type })
    .from(topics)
    .innerJoin(topicNames, and(eq(topicNames.topicId, topics.id), eq(topicNames.language, language)))
    .orderBy(topicNames.name)
}
