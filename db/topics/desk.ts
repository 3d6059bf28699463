import { eq } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage } from '../../lib/languages'
import { countNaming } from '../articles/list-again'
import { db } from '../client'
import type { DeskTopic } from './rules'
import { topicNames, topics } from './schema'

/** A topic as it can be changed, with its names in all editions; null if there is none of that id. */
export async function findDeskTopic(id: string): Promise<DeskTopic | null> {
  if (!isUuid(id)) return null
  const [row] = await db.select().from(topics).where(eq(topics.id, id))
  if (!row) return null
  const names = await db.select().from(topicNames).where(eq(topicNames.topicId, id)).orderBy(topicNames.language)
  const { slug, type, wikidata, version } = row
  return {
    ...{ id, slug, type, wikidata, version },
    names: names.flatMap(({ language, name, description }) => (isLanguage(language) ? [{ language, name, description }] : [])),
  }
}

/** How many articles name these topics, and how many did in earlier revisions only. */
export async function countArticlesOn(ids: readonly string[]): Promise<{ articles: number; earlier: number }> {
  return ids.length > 0 ? countNaming(db, 'topic', ids) : { articles: 0, earlier: 0 }
}
