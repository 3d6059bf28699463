import { asc, inArray, sql } from 'drizzle-orm'
import { reservedSlugs } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import type { Language } from '../../lib/languages'
import { slugFrom, slugPattern } from '../articles/rules'
import type { Transaction } from '../client'
import { contributorProfiles, contributors } from '../contributors/schema'
import { sections } from '../sections/schema'
import { topicNames, topics } from '../topics/schema'
import type { ImportedArticle } from './rules'

/** Ids of what articles name, as far as a run has met it. */
export type NameBook = {
  /** By `language/slug`. */
  sections: Map<string, { id: string; slug: string }>
  topics: Map<string, string>
  /** By slug, with the names they go by. */
  contributors: Map<string, { id: string; names: Map<string, string> }>
  /** Tags of what was made since they were last announced. */
  tags: Set<string>
}

type Wanted = { article: ImportedArticle; language: Language }

export function emptyNameBook(): NameBook {
  return { sections: new Map(), topics: new Map(), contributors: new Map(), tags: new Set() }
}

/** Finds every section, topic and contributor that these articles name, and makes those that nobody described from their names. */
export async function ensureNames(tx: Transaction, book: NameBook, wanted: readonly Wanted[]): Promise<void> {
  await ensureSections(tx, book, wanted)
  await ensureTopics(tx, book, wanted)
  await ensureContributors(tx, book, wanted)
}

/** The slug a section or topic stands under when a source calls it this. */
function sectionSlug(name: string): string {
  const slug = slugPattern.test(name) ? name : slugFrom(name)
  return reservedSlugs.has(slug) ? `${slug}-section` : slug
}

export function plainSlug(name: string): string {
  return slugPattern.test(name) ? name : slugFrom(name)
}

/** Where an article belongs, as a key of `NameBook.sections`; one whose source does not say has its edition's own key. */
export function sectionKey(article: Pick<ImportedArticle, 'section'>, language: Language): string {
  return `${language}/${article.section ? sectionSlug(article.section.slug) : ''}`
}

/** The section made for articles without one in an edition that has none. */
const homeless = { slug: 'news', name: 'News' }

async function ensureSections(tx: Transaction, book: NameBook, wanted: readonly Wanted[]): Promise<void> {
  const missing = new Map<string, { language: Language; slug: string; name: string }>()
  for (const { article, language } of wanted) {
    const key = sectionKey(article, language)
    if (book.sections.has(key)) continue
    const slug = article.section ? sectionSlug(article.section.slug) : homeless.slug
    missing.set(key, { language, slug, name: article.section ? (article.section.name ?? nameFromSlug(slug)) : homeless.name })
  }
  if (missing.size === 0) return
  const found = await tx.select().from(sections).orderBy(asc(sections.position), asc(sections.slug))
  const [last] = found.slice(-1)
  for (const { id, language, slug } of found) {
    for (const key of [`${language}/${slug}`, `${language}/`]) if (!book.sections.has(key)) book.sections.set(key, { id, slug })
    missing.delete(`${language}/${slug}`)
    missing.delete(`${language}/`)
  }
  const fresh = new Map([...missing.values()].map((row) => [`${row.language}/${row.slug}`, row]))
  if (fresh.size === 0) return
  const first = (last?.position ?? -1) + 1
  const rows = [...fresh.values()].map((row, index) => ({ ...row, position: first + index }))
  for (const { id, language, slug } of await tx.insert(sections).values(rows).returning()) {
    for (const key of [`${language}/${slug}`, `${language}/`]) if (!book.sections.has(key)) book.sections.set(key, { id, slug })
    book.tags.add(tagOf.sections(language)).add(tagOf.section(id))
  }
}

async function ensureTopics(tx: Transaction, book: NameBook, wanted: readonly Wanted[]): Promise<void> {
  const missing = new Set<string>()
  const words = new Map<string, { slug: string; language: Language; name: string }>()
  for (const { article, language } of wanted) {
    for (const { slug: written, name } of article.topics) {
      const slug = plainSlug(written)
      if (!book.topics.has(slug)) missing.add(slug)
      if (!book.topics.has(slug) || name) words.set(`${language}/${slug}`, { slug, language, name: name ?? nameFromSlug(slug) })
    }
  }
  if (missing.size > 0) {
    const known = await tx
      .select({ id: topics.id, slug: topics.slug })
      .from(topics)
      .where(inArray(topics.slug, [...missing]))
    for (const { id, slug } of known) book.topics.set(slug, id)
    const fresh = [...missing].filter((slug) => !book.topics.has(slug))
    // A topic that was described keeps the names it was given; only a name that a source spelled out is added.
    for (const [key, { slug, name }] of words) if (book.topics.has(slug) && name === nameFromSlug(slug)) words.delete(key)
    if (fresh.length > 0) {
      const made = await tx
        .insert(topics)
        .values(fresh.map((slug) => ({ slug })))
        .returning({ id: topics.id, slug: topics.slug })
      for (const { id, slug } of made) book.topics.set(slug, id)
    }
  }
  const rows = [...words.values()].flatMap(({ slug, language, name }) => {
    const topicId = book.topics.get(slug)
    return topicId ? [{ topicId, language, name }] : []
  })
  if (rows.length > 0) await tx.insert(topicNames).values(rows).onConflictDoNothing()
}

async function ensureContributors(tx: Transaction, book: NameBook, wanted: readonly Wanted[]): Promise<void> {
  const missing = new Map<string, { language: Language; name: string }>()
  for (const { article, language } of wanted) {
    for (const { contributor, name } of article.bylines) {
      if (!contributor) continue
      const slug = plainSlug(contributor)
      if (!book.contributors.has(slug) && !missing.has(slug)) missing.set(slug, { language, name: name || personFromSlug(slug) })
    }
  }
  if (missing.size === 0) return
  await learnContributors(tx, book, [...missing.keys()])
  const fresh = [...missing].filter(([slug]) => !book.contributors.has(slug))
  if (fresh.length === 0) return
  const made = await tx
    .insert(contributors)
    .values(fresh.map(([slug]) => ({ slug })))
    .returning()
  const profiles = made.flatMap(({ id, slug }) => {
    const profile = missing.get(slug)
    return profile ? [{ contributorId: id, ...profile }] : []
  })
  await tx.insert(contributorProfiles).values(profiles)
  await learnContributors(
    tx,
    book,
    fresh.map(([slug]) => slug),
  )
}

async function learnContributors(tx: Transaction, book: NameBook, slugs: string[]): Promise<void> {
  const rows = await tx
    .select({
      id: contributors.id,
      slug: contributors.slug,
      language: contributorProfiles.language,
      name: contributorProfiles.name,
    })
    .from(contributors)
    .leftJoin(contributorProfiles, sql`${contributorProfiles.contributorId} = ${contributors.id}`)
    .where(inArray(contributors.slug, slugs))
  for (const { id, slug, language, name } of rows) {
    const known = book.contributors.get(slug) ?? { id, names: new Map() }
    if (language && name) known.names.set(language, name)
    book.contributors.set(slug, known)
  }
}

function nameFromSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

function personFromSlug(slug: string): string {
  return slug
    .split('-')
    .map((part) => part.charAt(0).toLocaleUpperCase() + part.slice(1))
    .join(' ')
}
