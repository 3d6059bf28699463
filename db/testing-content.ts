import { randomUUID } from 'node:crypto'
import type { Language } from '../lib/languages'
import { createArticle, publishArticle } from './articles/commands'
import type { ArticleContent } from './articles/content'
import { slugFrom } from './articles/rules'
import type { Body } from './body/rules'
import { db } from './client'
import { contributorProfiles, contributors } from './contributors/schema'
import { sections } from './sections/schema'
import { topicNames, topics } from './topics/schema'

/** A body of paragraphs. */
export function paragraphs(...texts: string[]): Body {
  const id = () => randomUUID().slice(0, 8)
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', attrs: { id: id() }, content: [{ type: 'text', text }] })),
  }
}

/** What an article says, with a word or two of everything that tests look at; `overrides` replaces parts. */
export function someContent(sectionId: string, headline: string, overrides: Partial<ArticleContent> = {}): ArticleContent {
  return {
    sectionId,
    slug: slugFrom(headline),
    headline,
    headlineShort: '',
    standfirst: `What ${headline} is about.`,
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    hero: null,
    body: paragraphs(`${headline}, told in one paragraph.`),
    bylines: [],
    topicIds: [],
    relatedIds: [],
    ...overrides,
  }
}

export async function makeSection(language: Language, slug: string): Promise<string> {
  return onlyId(await db.insert(sections).values({ language, slug, name: slug }).returning({ id: sections.id }))
}

export async function makeTopic(slug: string, languages: Language[] = ['en', 'fr', 'ar']): Promise<string> {
  const topicId = onlyId(await db.insert(topics).values({ slug }).returning({ id: topics.id }))
  await db.insert(topicNames).values(languages.map((language) => ({ topicId, language, name: slug })))
  return topicId
}

export async function makeContributor(slug: string, name: string): Promise<string> {
  const contributorId = onlyId(await db.insert(contributors).values({ slug }).returning({ id: contributors.id }))
  await db.insert(contributorProfiles).values({ contributorId, language: 'en', name })
  return contributorId
}

/** A live article, published at `publishAt` (a moment past, or ahead for a scheduled one). */
export async function makePublished(
  language: Language,
  content: ArticleContent,
  publishAt: Date,
  now = new Date(),
): Promise<string> {
  const { articleId } = await createArticle(null, language, content)
  const outcome = await publishArticle(articleId, { now, publishAt })
  if (outcome !== 'published' && outcome !== 'scheduled') throw new Error(`Publishing answered ${outcome}.`)
  return articleId
}

function onlyId(rows: { id: string }[]): string {
  const [row] = rows
  if (!row) throw new Error('An insert returned no row.')
  return row.id
}
