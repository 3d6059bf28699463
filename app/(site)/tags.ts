import type { Article, ArticleCard } from '@/db/articles/rules'
import { referencesOf } from '@/db/body/rules'
import type { Picture } from '@/db/media/rules'
import { tagOf } from '@/lib/cache-tags'

/** The tags of everything that cards show. */
export function tagsOfCards(cards: readonly ArticleCard[]): string[] {
  return cards.flatMap((card) => [
    tagOf.article(card.id),
    tagOf.section(card.section.id),
    ...card.bylines.flatMap((byline) => (byline.contributorId ? [tagOf.contributor(byline.contributorId)] : [])),
    ...(card.heroMediaId ? [tagOf.media(card.heroMediaId)] : []),
    ...untilExpiry(card.picture),
  ])
}

/** The tags of everything an article's page shows of articles: itself, its translations, related and linked ones, its pictures. */
export function tagsOfArticle(article: Article): string[] {
  const main = article.topics[0]
  return [
    ...tagsOfCards([article, ...article.related, ...Object.values(article.linkedArticles)]),
    ...article.translations.map((one) => tagOf.article(one.articleId)),
    ...article.topics.map((topic) => tagOf.topic(topic.id)),
    main ? tagOf.latestOnTopic(main.id) : tagOf.latestInSection(article.section.id),
    ...referencesOf(article.body).mediaIds.map(tagOf.media),
    ...Object.values(article.pictures).flatMap(untilExpiry),
  ]
}

function untilExpiry(picture: Picture | null): string[] {
  return picture?.expiresAt ? [tagOf.until(picture.expiresAt)] : []
}
