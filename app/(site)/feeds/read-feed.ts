import { cacheLife, cacheTag } from 'next/cache'
import type { ListScope } from '@/db/articles/cards'
import { listTexts } from '@/db/articles/queries'
import { type ArticleText, feedLength } from '@/db/articles/rules'
import { findSettings } from '@/db/settings/queries'
import { editionOf, nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { scopeTags, show, showNextAppearance } from '../content'
import { tagsOfTexts } from '../tags'
import { drawBody } from './draw-body'
import { type Feed, type FeedEntry, updatedAtOf } from './feed'

/** The newest articles of a list, whole, under the tags of everything in them. `list` is the list's own address. */
export async function readFeed(language: Language, scope: ListScope, list: string, listName: string): Promise<Feed> {
  'use cache'
  cacheLife('published')
  cacheTag('settings')
  show(scopeTags(language, scope))
  const now = new Date()
  await showNextAppearance(now)
  const [settings, articles] = await Promise.all([findSettings(), listTexts(language, scope, now, feedLength)])
  show(tagsOfTexts(articles))
  const origin = environment().PUBLIC_URL
  const name = nameIn(settings, language)
  return {
    ...feedFrame(settings, language, list, now),
    title: listName ? `${name} – ${listName}` : name,
    description: editionOf(settings, language)?.tagline || name,
    updatedAt: new Date(Math.max(0, ...articles.map((article) => updatedAtOf(article).getTime()))),
    entries: await Promise.all(articles.map((article) => entryOf(article, settings, origin))),
  }
}

/** What every feed of an edition says of itself. `list` is the address of what it is a feed of. */
export function feedFrame(settings: Settings, language: Language, list: string, now: Date) {
  const origin = environment().PUBLIC_URL
  const name = nameIn(settings, language)
  return {
    language,
    publication: name,
    homeUrl: origin + list,
    url: {
      xml: origin + addressOf.feed(list, 'xml'),
      atom: origin + addressOf.feed(list, 'atom'),
      json: origin + addressOf.feed(list, 'json'),
    },
    copyright: `© ${now.getUTCFullYear()} ${settings.legalEntity || name}`,
  }
}

async function entryOf(article: ArticleText, settings: Settings, origin: string): Promise<FeedEntry> {
  const { language, hero } = article
  const card = hero?.picture.renditions.find((one) => one.crop === 'card')
  return {
    id: `urn:uuid:${article.id}`,
    url: origin + addressOf.article(language, article.section.slug, article.slug),
    title: article.headline,
    summary: article.standfirst,
    html: await drawBody(article, settings.timeZone, origin),
    authors: article.bylines
      .filter((byline) => byline.role === 'reporter')
      .map(({ name, slug }) => ({ name, url: slug ? origin + addressOf.author(language, slug) : null })),
    publishedAt: article.publishedAt,
    updatedAt: updatedAtOf(article),
    topics: article.topics.map((topic) => topic.name),
    picture:
      hero && card
        ? { url: origin + addressOf.media(card.file), width: card.width, height: card.height, credit: hero.picture.credit }
        : null,
  }
}
