import type { Metadata } from 'next'
import type { Article } from '@/db/articles/rules'
import type { Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import { openGraphLocale, pageMetadata } from './metadata'

/** What an article's page says of itself to search engines and to whoever shares it. */
export function articleMetadata(article: Article, settings: Settings): Metadata {
  const { language, section } = article
  const path = addressOf.article(language, section.slug, article.slug)
  const description = article.seoDescription || article.standfirst
  const base = pageMetadata({
    language,
    settings,
    title: article.seoHeadline || article.headline,
    description,
    path,
    translations: article.translations.map((one) => ({
      language: one.language,
      path: addressOf.article(one.language, one.section, one.slug),
    })),
    feedOf: addressOf.section(language, section.slug),
  })
  const authors = article.bylines.filter((byline) => byline.role === 'reporter')
  return {
    ...base,
    alternates: { ...base.alternates, canonical: article.canonicalUrl ?? path },
    authors: authors.map(({ name, slug }) => ({
      name,
      url: slug ? environment().PUBLIC_URL + addressOf.author(language, slug) : undefined,
    })),
    openGraph: {
      ...base.openGraph,
      type: 'article',
      title: article.seoHeadline || article.headline,
      alternateLocale: article.translations.map((one) => openGraphLocale(one.language)),
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: (article.updatedAt ?? article.publishedAt).toISOString(),
      section: section.name,
      tags: article.topics.map((topic) => topic.name),
      authors: authors.map(({ name }) => name),
      images: cardOf(article),
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** The hero cut for social networks, else the card that was drawn in its place. */
function cardOf({ hero, socialCard, headline }: Article) {
  const card = hero?.picture.renditions.find((one) => one.crop === 'card') ?? socialCard
  return card
    ? [
        {
          url: addressOf.media(card.file),
          width: card.width,
          height: card.height,
          alt: card === socialCard ? headline : hero?.alt,
        },
      ]
    : undefined
}
