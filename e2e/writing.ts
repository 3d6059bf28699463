import { eq } from 'drizzle-orm'
import { createArticle, publishArticle } from '../db/articles/commands'
import type { ArticleContent } from '../db/articles/content'
import { findArticle, findArticleAt } from '../db/articles/queries'
import type { Article } from '../db/articles/rules'
import { db } from '../db/client'
import { contributors } from '../db/contributors/schema'
import { sections } from '../db/sections/schema'
import { paragraphs, someContent } from '../db/testing-content'
import { topics } from '../db/topics/schema'

/** Where an article of the tests stands, and who wrote it: rows of the sample. */
export type Place = { sectionId: string; topicId: string; contributorId: string }

/** The addresses of the lists such an article stands in. */
export const lists = { section: '/news', topic: '/topics/egypt', author: '/authors/leila-haddad' }

export async function findPlace(): Promise<Place> {
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, 'news'))
  const [topic] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'egypt'))
  const [contributor] = await db.select({ id: contributors.id }).from(contributors).where(eq(contributors.slug, 'leila-haddad'))
  if (!section || !topic || !contributor) throw new Error('The sample publication has not been imported.')
  return { sectionId: section.id, topicId: topic.id, contributorId: contributor.id }
}

/** What an article of the tests says: each field has a word of its own, marked with the version. */
export function markedContent(place: Place, version: string): ArticleContent {
  return someContent(place.sectionId, `Headword-${version} about nothing`, {
    slug: 'quillfeather',
    headlineShort: `Shortword-${version}`,
    standfirst: `Standword-${version} is a standfirst.`,
    kicker: `Kickword-${version}`,
    seoHeadline: `Seoword-${version}`,
    body: paragraphs(`Bodyword-${version} is the first word.`, 'Nothing else changes.'),
    bylines: [{ contributorId: place.contributorId, role: 'reporter', creditedAs: '' }],
    topicIds: [place.topicId],
  })
}

/** Publishes a new article, at once or at a later moment. */
export async function publish(content: ArticleContent, publishAt = new Date()): Promise<string> {
  const { articleId } = await createArticle(null, 'en', content)
  const outcome = await publishArticle(articleId, { now: new Date(), publishAt })
  if (outcome !== 'published' && outcome !== 'scheduled') throw new Error(`Publishing answered ${outcome}.`)
  return articleId
}

/** What stands at an English address of the sample. */
export async function findSampleArticle(section: string, slug: string): Promise<Article> {
  const at = await findArticleAt('en', section, slug, new Date())
  if (at.kind !== 'article') throw new Error(`There is no article at /${section}/${slug}.`)
  return at.article
}

/** What an article says now, to be changed in part. */
export async function contentOf(articleId: string): Promise<ArticleContent> {
  const article = await findArticle(articleId, new Date())
  if (!article) throw new Error('There is no such article.')
  const { slug, headline, headlineShort, standfirst, kicker, seoHeadline, seoDescription, dateline, body, hero } = article
  return {
    ...{ slug, headline, headlineShort, standfirst, kicker, seoHeadline, seoDescription, dateline, body },
    sectionId: article.section.id,
    hero: hero && { mediaId: hero.picture.id, caption: hero.caption, alt: hero.alt },
    bylines: article.bylines.map(({ contributorId, role }) => ({ contributorId, role, creditedAs: '' })),
    topicIds: article.topics.map((topic) => topic.id),
    relatedIds: [],
  }
}
