import type { Article, ArticleCard, ArticleText } from '@/db/articles/rules'
import { referencesOf } from '@/db/body/rules'
import type { Picture } from '@/db/media/rules'
import { tagOf } from '@/lib/cache-tags'

/** The tags of everything that cards show. */
export function tagsOfCards(cards: readonly ArticleCard[]): string[] {
  return cards.flatMap((card) => [
    tagOf.article(card.id),
    tagOf.revision(card.revisionId),
    tagOf.section(card.section.id),
    ...card.bylines.flatMap((byline) => (byline.contributorId ? [tagOf.contributor(byline.contributorId)] : [])),
    ...(card.heroMediaId ? [tagOf.media(card.heroMediaId)] : []),
    ...untilExpiry(card.picture),
  ])
}

/** The tags of everything that texts show: themselves, articles they link to, their topics and pictures. */
export function tagsOfTexts(texts: readonly ArticleText[]): string[] {
  return texts.flatMap((text) => [
    ...tagsOfCards([text]),
    ...tagsOfReferences(text),
    ...text.topics.map((topic) => tagOf.topic(topic.id)),
  ])
}

/** The tags of what a text refers to: pictures, and articles whether or not readers may see them yet. */
export function tagsOfReferences({
  body,
  pictures,
  linkedArticles,
}: Pick<ArticleText, 'body' | 'pictures' | 'linkedArticles'>): string[] {
  const { mediaIds, articleIds } = referencesOf(body)
  return [
    ...tagsOfCards(Object.values(linkedArticles)),
    ...articleIds.map(tagOf.article),
    ...mediaIds.map(tagOf.media),
    ...Object.values(pictures).flatMap(untilExpiry),
  ]
}

/** The tags of everything an article's page shows of articles: its text, its translations and related ones. */
export function tagsOfArticle(article: Article): string[] {
  const main = article.topics[0]
  return [
    ...tagsOfTexts([article]),
    ...tagsOfCards(article.related),
    ...article.translations.map((one) => tagOf.article(one.articleId)),
    main ? tagOf.latestOnTopic(main.id) : tagOf.latestInSection(article.section.id),
  ]
}

/** The moments at which pictures may not be shown any more. */
export function tagsOfPictures(pictures: readonly Picture[]): string[] {
  return pictures.flatMap(untilExpiry)
}

function untilExpiry(picture: Picture | null): string[] {
  return picture?.expiresAt ? [tagOf.until(picture.expiresAt)] : []
}
