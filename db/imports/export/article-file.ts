import { stringify } from 'yaml'
import { bodyMarkdown } from './body-markdown'
import type { ExportedArticle } from './exported-article'
import { mediaName, type World } from './world'

/** An article as the Markdown file that `db/imports/README.md` describes; what says nothing is not written. */
export function articleFile(article: ExportedArticle, world: World): string {
  const { row, content } = article
  const names = {
    article: (id: string) => world.articles.get(id)?.sourceId ?? null,
    media: (id: string) => mediaName(world, id),
  }
  const fields = { ...wordsOf(article, world), ...stateOf(article) }
  const body = bodyMarkdown(content.body, names)
  return `${frontMatter({ id: row.sourceId ?? row.id, language: row.language, ...fields })}\n${body}\n`
}

/** YAML between its lines, with the fields that say something. */
export function frontMatter(fields: Record<string, unknown>): string {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => !isNothing(value)))
  return `---\n${stringify(said, { lineWidth: 0, version: '1.2' })}---\n`
}

function wordsOf({ content, originalId }: ExportedArticle, world: World): Record<string, unknown> {
  const sourceId = (id: string) => world.articles.get(id)?.sourceId
  return {
    section: world.sections.get(content.sectionId)?.slug,
    slug: content.slug,
    headline: content.headline,
    headlineShort: content.headlineShort,
    standfirst: content.standfirst,
    kicker: content.kicker,
    bylines: content.bylines.map(({ contributorId, creditedAs, role }) => ({
      ...(contributorId && { contributor: world.contributors.get(contributorId)?.slug }),
      ...(creditedAs && { name: creditedAs }),
      role,
    })),
    dateline: content.dateline,
    topics: content.topicIds.flatMap((id) => world.topics.get(id)?.slug ?? []),
    hero: heroOf(content.hero, world),
    related: content.relatedIds.flatMap((id) => sourceId(id) ?? []),
    translationOf: originalId ? sourceId(originalId) : null,
    seo: said({ headline: content.seoHeadline, description: content.seoDescription }),
  }
}

function stateOf({ row, corrections, formerAddresses }: ExportedArticle): Record<string, unknown> {
  const { embargoUntil, withdrawnAt } = row
  const flags = ['legalHold', 'doNotPublish', 'sensitive'] as const
  return {
    desk: row.deskSlug,
    notes: row.notes,
    published: moment(row.firstPublishedAt ?? row.publishAt),
    updated: moment(row.updatedAt),
    status: row.status === 'live' ? null : row.status,
    embargo: embargoUntil ? { until: moment(embargoUntil), ...said({ note: row.embargoNote }) } : null,
    withdrawal: withdrawnAt
      ? { kind: row.withdrawal ?? 'withdrawn', date: moment(withdrawnAt), ...said({ note: row.withdrawalNote }) }
      : null,
    republishing: row.republishing,
    canonical: row.canonicalUrl,
    syndicatedFrom: row.syndicatedFrom ? said({ ...row.syndicatedFrom }) : null,
    formerAddresses,
    corrections: corrections.map(({ type, correctedAt, text }) => ({ type, date: moment(correctedAt), text })),
    flags: flags.filter((flag) => row[flag]),
  }
}

function heroOf(hero: ExportedArticle['content']['hero'], world: World): Record<string, string> | null {
  const media = hero ? mediaName(world, hero.mediaId) : null
  if (!hero || media === null) return null
  return { media, ...(hero.alt !== null && { alt: hero.alt }), ...(hero.caption !== null && { caption: hero.caption }) }
}

function said(fields: Record<string, unknown>): Record<string, unknown> | null {
  const kept = Object.entries(fields).filter(([, value]) => !isNothing(value))
  return kept.length ? Object.fromEntries(kept) : null
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

export function moment(date: Date | null): string | null {
  return date ? date.toISOString().replace('.000Z', 'Z') : null
}
