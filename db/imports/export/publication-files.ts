import { asc, isNotNull } from 'drizzle-orm'
import { stringify } from 'yaml'
import { isLanguage } from '../../../lib/languages'
import type { Reader } from '../../client'
import { contributorProfiles } from '../../contributors/schema'
import { frontBanners, frontSlots, fronts } from '../../fronts/schema'
import { redirects } from '../../redirects/schema'
import { settings } from '../../settings/schema'
import { topicNames, topics } from '../../topics/schema'
import { moment } from './article-file'
import { newslettersOf } from './newsletter-entries'
import { mediaName, type World } from './world'

/** `publication.yaml`: everything but articles, pages and pictures. Redirects to articles stand with these. */
export async function publicationFile(reader: Reader, world: World): Promise<string> {
  const [known] = await reader.select({ value: settings.value }).from(settings)
  return yaml({
    ...(known && { settings: known.value }),
    sections: sectionsOf(world),
    contributors: await contributorsOf(reader, world),
    topics: await topicsOf(reader),
    newsletters: await newslettersOf(reader, world),
    fronts: await frontsOf(reader, world),
    redirects: await redirectsOf(reader),
  })
}

/** `media.yaml`: the pictures, whose files stand in `media/`. */
export function mediaFile(world: World): string {
  return yaml(
    [...world.media.values()].map((picture) => ({
      id: picture.name,
      file: picture.file,
      captions: picture.captions,
      alts: picture.alts,
      credit: picture.credit,
      creator: picture.creator,
      agency: picture.agency,
      source: picture.source,
      rights: {
        copyrightNotice: picture.copyrightNotice,
        usageTerms: picture.usageTerms,
        licence: picture.licenceUrl,
        maySublicense: picture.maySublicense,
        territory: picture.territory,
        expires: moment(picture.expiresAt),
      },
      takenOn: picture.takenOn,
      focal: { x: round(picture.focalX), y: round(picture.focalY) },
      crops: Object.keys(picture.crops).length > 0 ? picture.crops : null,
    })),
  )
}

/** The name under which a group of sections or pages is told: that of its first member, unless two groups would share it. */
export function groupNames(rows: Iterable<{ slug: string; translationGroupId: string | null }>): Map<string, string> {
  const names = new Map<string, string>()
  for (const { slug, translationGroupId } of rows) {
    if (!translationGroupId || names.has(translationGroupId)) continue
    names.set(translationGroupId, [...names.values()].includes(slug) ? translationGroupId : slug)
  }
  return names
}

function sectionsOf(world: World) {
  const rows = [...world.sections.values()]
  const groups = groupNames(rows)
  return rows.map(({ language, slug, name, description, isOpinion, translationGroupId }) => ({
    language,
    slug,
    name,
    group: groups.get(translationGroupId ?? '') ?? null,
    description,
    isOpinion,
  }))
}

async function contributorsOf(reader: Reader, world: World) {
  const profiles = await reader.select().from(contributorProfiles).orderBy(asc(contributorProfiles.language))
  return [...world.contributors].map(([id, { slug }]) => ({
    slug,
    profiles: Object.fromEntries(
      profiles
        .filter(({ contributorId, language }) => contributorId === id && isLanguage(language))
        .map(({ language, name, jobTitle, bio }) => [language, { name, jobTitle, bio }]),
    ),
  }))
}

async function topicsOf(reader: Reader) {
  const rows = await reader.select().from(topics).orderBy(asc(topics.slug))
  const names = await reader.select().from(topicNames).orderBy(asc(topicNames.language))
  return rows.map(({ id, slug, type, wikidata }) => {
    const own = names.filter(({ topicId, language }) => topicId === id && isLanguage(language))
    const descriptions = own
      .filter(({ description }) => description !== '')
      .map(({ language, description }) => [language, description])
    return {
      slug,
      type,
      wikidata,
      names: Object.fromEntries(own.map(({ language, name }) => [language, name])),
      descriptions: Object.fromEntries(descriptions),
    }
  })
}

async function frontsOf(reader: Reader, world: World) {
  const rows = await reader.select().from(fronts).orderBy(asc(fronts.language))
  const slots = await reader.select().from(frontSlots).orderBy(asc(frontSlots.position), asc(frontSlots.id))
  const banners = await reader.select().from(frontBanners)
  return rows.map(({ id, language }) => ({
    language,
    slots: slots.flatMap(({ frontId, articleId, zone, headline, kicker, mediaId, startsAt, endsAt }) => {
      const article = world.articles.get(articleId)?.sourceId
      if (frontId !== id || !article) return []
      const picture = mediaId && mediaName(world, mediaId)
      return [
        { zone, article, headline, kicker, ...(picture && { picture }), startsAt: moment(startsAt), endsAt: moment(endsAt) },
      ]
    }),
    ...bannerOf(
      banners.find(({ frontId }) => frontId === id),
      world,
    ),
  }))
}

function bannerOf(banner: typeof frontBanners.$inferSelect | undefined, world: World) {
  if (!banner) return {}
  const { text, articleId, address, startsAt, endsAt } = banner
  const article = articleId && world.articles.get(articleId)?.sourceId
  return {
    banner: {
      text,
      ...(article && { article }),
      ...(address && { address }),
      startsAt: moment(startsAt),
      endsAt: moment(endsAt),
    },
  }
}

async function redirectsOf(reader: Reader) {
  const rows = await reader.select().from(redirects).where(isNotNull(redirects.target)).orderBy(asc(redirects.path))
  return rows.map(({ path, target }) => ({ from: path, to: target }))
}

/** A database keeps a share with fewer digits than it gives back. */
function round(share: number): number {
  return Math.round(share * 1_000_000) / 1_000_000
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, version: '1.2' })
}
