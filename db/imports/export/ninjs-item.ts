import { bodyText, countWords } from '../../body/rules'
import { moment } from './article-file'
import { bodyHtml } from './body-html'
import type { ExportedArticle } from './exported-article'
import { htmlNames, type World } from './world'

/** An article as an item of ninjs 3.1. `publication` is who holds the copyright. */
export function ninjsItem(article: ExportedArticle, world: World, publication: string): Record<string, unknown> {
  const { row, content } = article
  const text = bodyText(content.body)
  const published = moment(row.firstPublishedAt ?? row.publishAt) ?? moment(row.createdAt)
  const item = {
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    uri: `${world.origin}/ninjs/${row.id}`,
    type: 'text',
    representationType: 'full',
    language: row.language,
    firstCreated: published,
    versionCreated: moment(row.updatedAt) ?? published,
    embargoedUntil: moment(row.embargoUntil),
    pubStatus:
      row.status === 'withdrawn' ? 'canceled' : row.status === 'live' || row.status === 'scheduled' ? 'usable' : 'withheld',
    copyrightHolder: publication,
    by: bylinesOf(article, world)
      .map(({ name }) => name)
      .join(', '),
    slugline: row.deskSlug,
    located: content.dateline,
    headlines: roles({ main: content.headline, short: content.headlineShort, kicker: content.kicker, seo: content.seoHeadline }),
    descriptions: [
      ...roles({ standfirst: content.standfirst, seo: content.seoDescription }),
      ...article.corrections.map(({ type, correctedAt, text: words }) => ({
        role: 'correction',
        value: `${type} ${moment(correctedAt)}: ${words}`,
      })),
    ],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: text.length,
        wordCount: countWords(text),
        value: bodyHtml(content.body, htmlNames(world, row.language)),
      },
    ],
    people: bylinesOf(article, world),
    subjects: subjectsOf(article, world),
    altIds: [
      ...roles({
        sourceId: row.sourceId ?? row.id,
        slug: content.slug,
        canonical: row.canonicalUrl ?? world.origin + (world.articles.get(row.id)?.path ?? ''),
      }),
      ...article.formerAddresses.map((value) => ({ role: 'former', value })),
      ...roles({ translationOf: article.originalId ? (world.articles.get(article.originalId)?.sourceId ?? '') : '' }),
    ],
    associations: associationsOf(article, world),
  }
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)),
  )
}

function roles(values: Record<string, string>): { role: string; value: string }[] {
  return Object.entries(values).flatMap(([role, value]) => (value ? [{ role, value }] : []))
}

function bylinesOf({ row, content }: ExportedArticle, world: World): { name: string; rel: string; literal?: string }[] {
  return content.bylines.flatMap(({ contributorId, creditedAs, role }) => {
    const contributor = contributorId ? world.contributors.get(contributorId) : undefined
    const name = creditedAs || (contributor?.names.get(row.language) ?? contributor?.names.values().next().value)
    return name ? [{ name, rel: role, ...(contributor && { literal: contributor.slug }) }] : []
  })
}

function subjectsOf({ row, content }: ExportedArticle, world: World): { name: string; rel: string; literal: string }[] {
  const section = world.sections.get(content.sectionId)
  const about = content.topicIds.flatMap((id) => {
    const topic = world.topics.get(id)
    return topic ? [{ name: topic.names.get(row.language) ?? topic.slug, rel: 'topic', literal: topic.slug }] : []
  })
  return [...(section ? [{ name: section.name, rel: 'section', literal: section.slug }] : []), ...about]
}

function associationsOf({ row, content }: ExportedArticle, world: World): Record<string, unknown>[] {
  const picture = content.hero ? world.media.get(content.hero.mediaId) : undefined
  const caption = content.hero?.caption ?? picture?.captions[row.language] ?? ''
  const alt = content.hero?.alt ?? picture?.alts[row.language] ?? ''
  const hero = picture
    ? [
        {
          name: 'featuremedia',
          uri: `${world.origin}/ninjs/picture-${picture.contentHash}`,
          type: 'picture',
          ...(picture.credit && { by: picture.credit }),
          ...(picture.copyrightNotice && { copyrightNotice: picture.copyrightNotice }),
          ...(picture.usageTerms && { usageTerms: picture.usageTerms }),
          descriptions: roles({ caption, alt }),
          renditions: [
            {
              name: 'original',
              href: `file:///${picture.file}`,
              contentType: picture.mimeType,
              width: picture.width,
              height: picture.height,
            },
          ],
        },
      ]
    : []
  const related = content.relatedIds.flatMap((id, index) => {
    const found = world.articles.get(id)
    return found
      ? [
          {
            name: `related-${index + 1}`,
            rel: 'related',
            uri: `${world.origin}/ninjs/${id}`,
            type: 'text',
            altIds: [{ role: 'sourceId', value: found.sourceId }],
          },
        ]
      : []
  })
  return [...hero, ...related]
}
