import { eq, inArray } from 'drizzle-orm'
import { listedArticles } from '../articles/listed-schema'
import { articles, revisions } from '../articles/schema'
import type { Reader } from '../client'
import type { Framed } from '../media/rules'
import { media } from '../media/schema'
import { wantedRenditions } from '../media/wanted-renditions'
import { cardSize, needsDrawnCard, type SocialCard } from './rules'
import { socialCards } from './schema'

/** The card drawn for a revision; null while there is none, and for articles whose hero serves. */
export async function findSocialCard(reader: Reader, revisionId: string): Promise<SocialCard | null> {
  const [card] = await reader.select({ file: socialCards.file }).from(socialCards).where(eq(socialCards.revisionId, revisionId))
  return card ? { ...card, ...cardSize } : null
}

/** Those of the articles that readers can find, now or later, and that need a drawn card and have none, with the words for it. */
export async function listArticlesWithoutCard(reader: Reader, articleIds: readonly string[]) {
  if (articleIds.length === 0) return []
  const rows = await reader
    .select({
      articleId: listedArticles.articleId,
      revisionId: listedArticles.revisionId,
      language: articles.language,
      kicker: revisions.kicker,
      headline: revisions.headline,
      card: socialCards.file,
      hero: {
        width: media.width,
        height: media.height,
        focalX: media.focalX,
        focalY: media.focalY,
        crops: media.crops,
        expiresAt: media.expiresAt,
      },
    })
    .from(listedArticles)
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .leftJoin(media, eq(media.id, revisions.heroMediaId))
    .leftJoin(socialCards, eq(socialCards.revisionId, listedArticles.revisionId))
    .where(inArray(listedArticles.articleId, [...articleIds]))
  return rows.filter(({ card, hero }) => card === null && needsDrawnCard(hero && { ...hero, hasCard: hasCard(hero) }))
}

function hasCard(hero: Framed): boolean {
  return wantedRenditions(hero, ['jpeg']).some(({ crop }) => crop === 'card')
}
