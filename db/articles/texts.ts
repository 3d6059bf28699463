import { and, asc, eq, inArray } from 'drizzle-orm'
import { referencesOf } from '../body/rules'
import { db } from '../client'
import { findPictures } from '../media/queries'
import { topicNames, topics } from '../topics/schema'
import { findCards } from './cards'
import { listedArticles } from './listed-schema'
import type { ArticleText, CorrectionNote, TopicLink } from './rules'
import { articleTopics, corrections, revisions } from './schema'

/**
 * The live texts of these articles, which are of one edition, in this order; those that readers may not see at `now` are left out. However
 * many they are, the database is asked the same few questions.
 */
export async function findTexts(ids: readonly string[], now: Date): Promise<ArticleText[]> {
  const cards = await findCards(ids, now)
  const [first] = cards
  if (!first) return []
  const shown = cards.map((card) => card.id)
  const rows = await db
    .select({
      articleId: listedArticles.articleId,
      revisionId: listedArticles.revisionId,
      body: revisions.body,
      heroMediaId: revisions.heroMediaId,
      heroCaption: revisions.heroCaption,
      heroAlt: revisions.heroAlt,
    })
    .from(listedArticles)
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .where(inArray(listedArticles.articleId, shown))
  const texts = rows.map((row) => ({ ...row, references: referencesOf(row.body) }))
  const [pictures, linked, topicsOf, correctionsOf] = await Promise.all([
    findPictures(
      db,
      texts.flatMap(({ references, heroMediaId }) => [...references.mediaIds, ...(heroMediaId ? [heroMediaId] : [])]),
      first.language,
      now,
    ),
    findCards([...new Set(texts.flatMap(({ references }) => references.articleIds))], now),
    listTopicsOf(shown),
    listCorrectionsOf(shown),
  ])
  const linkedById = new Map(linked.map((card) => [card.id, card]))
  const textOf = new Map(texts.map((text) => [text.articleId, text]))
  return cards.flatMap((card) => {
    const text = textOf.get(card.id)
    if (!text) return []
    const { revisionId, body, references, heroMediaId, heroCaption, heroAlt } = text
    const hero = heroMediaId ? pictures.get(heroMediaId) : undefined
    return {
      ...card,
      revisionId,
      body,
      hero: hero ? { picture: hero, caption: heroCaption ?? hero.caption, alt: heroAlt ?? hero.alt } : null,
      topics: topicsOf.get(card.id) ?? [],
      corrections: correctionsOf.get(card.id) ?? [],
      pictures: pick(pictures, references.mediaIds),
      linkedArticles: pick(linkedById, references.articleIds),
    }
  })
}

function pick<T>(all: ReadonlyMap<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as T]] : [])))
}

/** What the live revisions are about, in the words of their editions, the main topic first. */
async function listTopicsOf(articleIds: readonly string[]): Promise<Map<string, TopicLink[]>> {
  const rows = await db
    .select({
      articleId: listedArticles.articleId,
      topic: { id: topics.id, slug: topics.slug, name: topicNames.name, type: topics.type, wikidata: topics.wikidata },
    })
    .from(listedArticles)
    .innerJoin(articleTopics, eq(articleTopics.revisionId, listedArticles.revisionId))
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .innerJoin(topicNames, and(eq(topicNames.topicId, topics.id), eq(topicNames.language, listedArticles.language)))
    .where(inArray(listedArticles.articleId, [...articleIds]))
    .orderBy(articleTopics.position)
  return new Map(
    [...Map.groupBy(rows, (row) => row.articleId)].map(([articleId, own]) => [articleId, own.map(({ topic }) => topic)]),
  )
}

async function listCorrectionsOf(articleIds: readonly string[]): Promise<Map<string, CorrectionNote[]>> {
  const rows = await db
    .select({
      articleId: corrections.articleId,
      note: { id: corrections.id, type: corrections.type, text: corrections.text, correctedAt: corrections.correctedAt },
    })
    .from(corrections)
    .where(inArray(corrections.articleId, [...articleIds]))
    .orderBy(asc(corrections.correctedAt))
  return new Map(
    [...Map.groupBy(rows, (row) => row.articleId)].map(([articleId, own]) => [articleId, own.map(({ note }) => note)]),
  )
}
