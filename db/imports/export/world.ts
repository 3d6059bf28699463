import { asc, eq } from 'drizzle-orm'
import { addressOf } from '../../../lib/addresses'
import { isLanguage } from '../../../lib/languages'
import { articles, revisions } from '../../articles/schema'
import type { Reader } from '../../client'
import { contributorProfiles, contributors } from '../../contributors/schema'
import { originalName } from '../../media/files'
import { media } from '../../media/schema'
import { sections } from '../../sections/schema'
import { topicNames, topics } from '../../topics/schema'
import type { HtmlNames } from './body-html'

type MediaRow = typeof media.$inferSelect

/** What everything that is exported is called outside. */
export type World = {
  origin: string
  sections: Map<string, typeof sections.$inferSelect>
  topics: Map<string, { slug: string; type: string; names: Map<string, string> }>
  contributors: Map<string, { slug: string; names: Map<string, string> }>
  media: Map<string, MediaRow & { name: string; file: string }>
  articles: Map<string, { sourceId: string; language: string; path: string; headline: string }>
}

/** Reads the names of all there is. The texts of articles are read later, batch by batch. */
export async function readWorld(reader: Reader, origin: string): Promise<World> {
  const sectionRows = await reader
    .select()
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.language), asc(sections.slug))
  const sectionsById = new Map(sectionRows.map((row) => [row.id, row]))
  return {
    origin,
    sections: sectionsById,
    topics: await readTopics(reader),
    contributors: await readContributors(reader),
    media: await readMedia(reader),
    articles: await readArticles(reader, sectionsById),
  }
}

export function mediaName(world: World, id: string): string | null {
  return world.media.get(id)?.name ?? null
}

/** The names of a body's references in HTML that stands beside `media/`. */
export function htmlNames(world: World, language: string): HtmlNames {
  return {
    article: (id) => {
      const found = world.articles.get(id)
      return found ? { sourceId: found.sourceId, url: world.origin + found.path, headline: found.headline } : null
    },
    picture: (id) => {
      const found = world.media.get(id)
      if (!found) return null
      return {
        src: found.file,
        caption: found.captions[language] ?? '',
        alt: found.alts[language] ?? '',
        credit: found.credit,
      }
    },
  }
}

async function readTopics(reader: Reader): Promise<World['topics']> {
  const rows = await reader.select({ id: topics.id, slug: topics.slug, type: topics.type }).from(topics)
  const byId = new Map(rows.map(({ id, slug, type }) => [id, { slug, type, names: new Map<string, string>() }]))
  for (const { topicId, language, name } of await reader.select().from(topicNames)) byId.get(topicId)?.names.set(language, name)
  return byId
}

async function readContributors(reader: Reader): Promise<World['contributors']> {
  const rows = await reader
    .select({ id: contributors.id, slug: contributors.slug })
    .from(contributors)
    .orderBy(asc(contributors.slug))
  const byId = new Map(rows.map(({ id, slug }) => [id, { slug, names: new Map<string, string>() }]))
  for (const { contributorId, language, name } of await reader.select().from(contributorProfiles))
    byId.get(contributorId)?.names.set(language, name)
  return byId
}

async function readMedia(reader: Reader): Promise<World['media']> {
  const rows = await reader.select().from(media).orderBy(asc(media.sourceId), asc(media.contentHash), asc(media.id))
  const taken = new Set<string>()
  return new Map(
    rows.map((row) => {
      const name = row.sourceId ?? row.id
      const plain = /^[a-z0-9][a-z0-9_-]{0,80}$/.test(name) && !taken.has(name) ? name : row.contentHash
      taken.add(plain)
      return [row.id, { ...row, name, file: `media/${plain}.${originalName(row).split('.').at(-1)}` }]
    }),
  )
}

async function readArticles(reader: Reader, bySection: World['sections']): Promise<World['articles']> {
  const { id, sourceId, language, slug, sectionId } = articles
  const rows = await reader
    .select({ id, sourceId, language, slug, sectionId, headline: revisions.headline })
    .from(articles)
    .leftJoin(revisions, eq(revisions.id, articles.liveRevisionId))
  return new Map(
    rows.map((row) => {
      const section = bySection.get(row.sectionId)?.slug ?? ''
      const path = isLanguage(row.language) ? addressOf.article(row.language, section, row.slug) : '/'
      return [row.id, { sourceId: row.sourceId ?? row.id, language: row.language, path, headline: row.headline ?? '' }]
    }),
  )
}
