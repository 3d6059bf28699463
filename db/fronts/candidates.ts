import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { listCards } from '../articles/cards'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { searchArticles } from '../search/queries'
import { searchInput } from '../search/rules'
import { findFrontArticles } from './facts'
import type { FrontArticle } from './rules'

const publishedLimit = 30
const comingLimit = 10

/**
 * What an editor may want to place on an edition's front: what is being made first, newest change first, then what readers can see, newest
 * first. With `words` only what they are found in.
 */
export async function listCandidates(language: Language, words: string, now: Date): Promise<FrontArticle[]> {
  const [coming, published] = await Promise.all([listComing(language, words), listPublished(language, words, now)])
  return findFrontArticles(db, [...coming, ...published])
}

async function listPublished(language: Language, words: string, now: Date): Promise<string[]> {
  if (words.trim() === '') {
    const { cards } = await listCards(language, { kind: 'edition' }, { now, limit: publishedLimit })
    return cards.map(({ id }) => id)
  }
  const { query } = searchInput.parse({ q: words })
  const { results } = await searchArticles(language, query, { now, limit: publishedLimit })
  return results.map(({ card }) => card.id)
}

/** Articles that are not out yet: without words those that are approved or have their time, else any with the words in the headline. */
async function listComing(language: Language, words: string): Promise<string[]> {
  const wanted = words.trim().replace(/[\\%_]/g, '\\$&')
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(
      and(
        eq(articles.language, language),
        inArray(articles.status, wanted === '' ? ['ready', 'scheduled'] : ['draft', 'in_review', 'ready', 'scheduled']),
        wanted === '' ? undefined : sql`${revisions.headline} ilike ${`%${wanted}%`}`,
      ),
    )
    .orderBy(desc(articles.modifiedAt), desc(articles.id))
    .limit(comingLimit)
  return rows.map(({ id }) => id)
}
