import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { referencesOf } from '../body/rules'
import { db } from '../client'
import { noteColumns } from '../corrections/notes'
import { corrections } from '../corrections/schema'
import { findPictures } from '../media/queries'
import { topicNames, topics } from '../topics/schema'
import { findCards } from './cards'
import type { ArticleCard, ArticleText, CorrectionNote, TopicLink } from './rules'
import { articleTopics, revisions } from './schema'

/**
 * The live texts of these articles, which are of one edition, in this order; those that readers may not see at `now` are left out. However
 * many they are, the database is asked the same few questions.
 */
export async function findTexts(ids: readonly string[], now: Date): Promise<ArticleText[]> {
  return completeTexts(await findCards(ids, now), now)
}

/** The texts to these cards, which are of one edition: of just the revisions that they show. */
export async function completeTexts(cards: readonly ArticleCard[], now: Date): Promise<ArticleText[]> {
  const [first] = cards
  if (!first) return []
  const revisionIds = cards.map((card) => card.revisionId)
  const rows = await db
    .select({
      revisionId: revisions.id,
      body: revisions.body,
      heroMediaId: revisions.heroMediaId,
      heroCaption: revisions.heroCaption,
      heroAlt: revisions.heroAlt,
    })
    .from(revisions)
    .where(inArray(revisions.id, revisionIds))
  const texts = rows.map((row) => ({ ...row, references: referencesOf(row.body) }))
  const [pictures, linked, topicsOf, correctionsOf] = await Promise.all([
    findPictures(
      db,
      texts.flatMap(({ references, heroMediaId }) => [...references.mediaIds, ...(heroMediaId ? [heroMediaId] : [])]),
      first.language,
      now,
    ),
    findCards([...new Set(texts.flatMap(({ references }) => references.articleIds))], now),
    listTopicsOf(revisionIds, first.language),
    listCorrectionsOf(cards.map((card) => card.id)),
  ])
  const linkedById = new Map(linked.map((card) => [card.id, card]))
  const textOf = new Map(texts.map((text) => [text.revisionId, text]))
  return cards.flatMap((card) => {
    const text = textOf.get(card.revisionId)
    if (!text) return []
    const { body, references, heroMediaId, heroCaption, heroAlt } = text
    const hero = heroMediaId ? pictures.get(heroMediaId) : undefined
    return {
      ...card,
      body,
      hero: hero ? { picture: hero, caption: heroCaption ?? hero.caption, alt: heroAlt ?? hero.alt } : null,
      topics: topicsOf.get(card.revisionId) ?? [],
      corrections: correctionsOf.get(card.id) ?? [],
      pictures: pick(pictures, references.mediaIds),
      linkedArticles: pick(linkedById, references.articleIds),
    }
  })
}

function pick<T>(all: ReadonlyMap<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as T]] : [])))
}

/** What the revisions are about, in the words of their edition, the main topic first. */
async function listTopicsOf(revisionIds: readonly string[], language: Language): Promise<Map<string, TopicLink[]>> {
  const rows = await db
    .select({
      revisionId: articleTopics.revisionId,
      topic: { id: topics.id, slug: topics.slug, name: topicNames.name, type: topics.type, wikidata: topics.wikidata },
    })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .innerJoin(topicNames, and(eq(topicNames.topicId, topics.id), eq(topicNames.language, language)))
    .where(inArray(articleTopics.revisionId, [...revisionIds]))
    .orderBy(articleTopics.position)
  return new Map(
    [...Map.groupBy(rows, (row) => row.revisionId)].map(([revisionId, own]) => [revisionId, own.map(({ topic }) => topic)]),
  )
}

async function listCorrectionsOf(articleIds: readonly string[]): Promise<Map<string, CorrectionNote[]>> {
  const rows = await db
    .select({ articleId: corrections.articleId, note: noteColumns })
    .from(corrections)
    .where(and(inArray(corrections.articleId, [...articleIds]), eq(corrections.status, 'approved')))
    .orderBy(asc(corrections.correctedAt))
  return new Map(
    [...Map.groupBy(rows, (row) => row.articleId)].map(([articleId, own]) => [articleId, own.map(({ note }) => note)]),
  )
}
