import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { listCards } from '../articles/cards'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { findFrontArticles } from '../fronts/facts'
import { searchArticles } from '../search/queries'
import { searchInput } from '../search/rules'
import type { ItemArticle, ItemInput } from './rules'
import { editionItems, newsletterEditions } from './schema'

const most = 20

type Wish = { editionId: string; language: Language; words: string }

/**
 * Articles that readers can see, for somebody who composes an edition: those that words are found in, best first, else the newest; of those that
 * stood in an earlier edition of the newsletter its number is told.
 */
export async function listItemCandidates({ editionId, language, words }: Wish, now: Date): Promise<ItemArticle[]> {
  return withEarlier(await findIds(language, words, now), editionId)
}

/** What a composer has to know of the articles that stand in an edition, whatever their state. */
export async function listItemArticles(items: readonly ItemInput[], editionId: string): Promise<ItemArticle[]> {
  return withEarlier(
    items.flatMap((item) => (item.kind === 'article' ? [item.articleId] : [])),
    editionId,
  )
}

async function findIds(language: Language, words: string, now: Date): Promise<string[]> {
  if (words.trim() === '') {
    const { cards } = await listCards(language, { kind: 'edition' }, { now, limit: most })
    return cards.map(({ id }) => id)
  }
  const { query } = searchInput.parse({ q: words })
  const { results } = await searchArticles(language, query, { now, limit: most })
  return results.map(({ card }) => card.id)
}

async function withEarlier(ids: readonly string[], editionId: string): Promise<ItemArticle[]> {
  if (ids.length === 0) return []
  const stood = await db
    .select({ articleId: editionItems.articleId, number: newsletterEditions.number })
    .from(editionItems)
    .innerJoin(newsletterEditions, eq(newsletterEditions.id, editionItems.editionId))
    .where(
      and(
        sql`${newsletterEditions.newsletterId} = (select newsletter_id from newsletter_editions where id = ${editionId})`,
        ne(newsletterEditions.id, editionId),
        ne(newsletterEditions.status, 'cancelled'),
        inArray(editionItems.articleId, [...ids]),
      ),
    )
    .orderBy(desc(newsletterEditions.number))
  const standfirsts = await db
    .select({ id: articles.id, standfirst: revisions.standfirst })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, sql`coalesce(${articles.liveRevisionId}, ${articles.headRevisionId})`))
    .where(inArray(articles.id, [...ids]))
  const found = await findFrontArticles(db, ids)
  return found.map(({ id, language, headline, section, status, visibleAt, publishedAt, thumbnail }) => ({
    ...{ id, language, headline, section, status, visibleAt, publishedAt, thumbnail },
    standfirst: standfirsts.find((one) => one.id === id)?.standfirst ?? '',
    stoodIn: stood.find(({ articleId }) => articleId === id)?.number ?? null,
  }))
}
