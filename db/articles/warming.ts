import { desc, eq, lte } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage } from '../../lib/languages'
import { db } from '../client'
import { sections } from '../sections/schema'
import { listedArticles } from './listed-schema'
import { articles } from './schema'

/** The addresses worth drawing before anybody asks: each edition's home and sections, and the newest articles of all. */
export async function listAddressesToWarm(now: Date, newest = 200): Promise<string[]> {
  const [places, latest] = await Promise.all([
    db.select({ language: sections.language, slug: sections.slug }).from(sections).orderBy(sections.position),
    db
      .select({ language: articles.language, section: sections.slug, slug: articles.slug })
      .from(listedArticles)
      .innerJoin(articles, eq(articles.id, listedArticles.articleId))
      .innerJoin(sections, eq(sections.id, listedArticles.sectionId))
      .where(lte(listedArticles.visibleAt, now))
      .orderBy(desc(listedArticles.publishedAt))
      .limit(newest),
  ])
  const homes = [...new Set(places.map((place) => place.language))].flatMap((one) =>
    isLanguage(one) ? [addressOf.home(one)] : [],
  )
  const fronts = places.flatMap((place) => (isLanguage(place.language) ? [addressOf.section(place.language, place.slug)] : []))
  const stories = latest.flatMap((one) =>
    isLanguage(one.language) ? [addressOf.article(one.language, one.section, one.slug)] : [],
  )
  return [...homes, ...fronts, ...stories]
}
