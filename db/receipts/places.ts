import { eq } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language } from '../../lib/languages'
import { listIds } from '../articles/cards'
import { listedArticles } from '../articles/listed-schema'
import { feedLength, listLength } from '../articles/rules'
import { articles } from '../articles/schema'
import { findSitemapPart, newsWindow, sitemapName } from '../articles/sitemaps'
import { db } from '../client'
import { findFront } from '../fronts/queries'
import { sections } from '../sections/schema'
import type { ReceiptPlace } from './rules'

/** Where an article stands, as much as decides in which places. */
type Standing = { articleId: string; language: Language; sectionId: string; publishedAt: Date }

/** An article's own address and the address of each place where it has to stand; null when readers cannot find it any more. */
export type Places = { standing: Standing; address: string; addresses: Record<ReceiptPlace, string> }

export async function findPlaces(articleId: string): Promise<Places | null> {
  const [row] = await db
    .select({
      language: articles.language,
      slug: articles.slug,
      section: sections.slug,
      sectionId: sections.id,
      publishedAt: listedArticles.publishedAt,
    })
    .from(listedArticles)
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .innerJoin(sections, eq(sections.id, listedArticles.sectionId))
    .where(eq(listedArticles.articleId, articleId))
  if (!row || !isLanguage(row.language)) return null
  const { language, slug, section, sectionId, publishedAt } = row
  const [home, ofSection] = [addressOf.home(language), addressOf.section(language, section)]
  const month = publishedAt.toISOString().slice(0, 7)
  const address = addressOf.article(language, section, slug)
  return {
    standing: { articleId, language, sectionId, publishedAt },
    address,
    addresses: {
      page: address,
      section: ofSection,
      home,
      feed: addressOf.feed(home, 'xml'),
      section_feed: addressOf.feed(ofSection, 'xml'),
      sitemap: `/sitemaps/${sitemapName(month, await findSitemapPart(articleId, month))}`,
      news_sitemap: '/sitemaps/news.xml',
    },
  }
}

/** Whether an article has to stand in a place at `now`: lists show their newest on their first page, fronts what was chosen for them. */
export async function isExpected(
  place: ReceiptPlace,
  { articleId, language, sectionId, publishedAt }: Standing,
  now: Date,
): Promise<boolean> {
  const ofSection = { kind: 'section' as const, sectionId }
  switch (place) {
    case 'page':
    case 'sitemap':
      return true
    case 'section':
      return (await listIds(language, ofSection, { now, limit: listLength })).includes(articleId)
    case 'section_feed':
      return (await listIds(language, ofSection, { now, limit: feedLength })).includes(articleId)
    case 'feed':
      return (await listIds(language, { kind: 'edition' }, { now, limit: feedLength })).includes(articleId)
    case 'home': {
      const { lead, secondary, feature, rails } = await findFront(language, now)
      const cards = [...lead, ...secondary, ...feature, ...rails.flatMap((rail) => rail.cards)]
      return cards.some((card) => card.id === articleId)
    }
    case 'news_sitemap':
      return publishedAt.getTime() > now.getTime() - newsWindow
  }
}
