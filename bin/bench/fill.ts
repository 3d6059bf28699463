import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { listArticles } from '../../db/articles/listing'
import { insertRevisions } from '../../db/articles/revisions'
import { articles } from '../../db/articles/schema'
import { db } from '../../db/client'
import { contributorProfiles, contributors } from '../../db/contributors/schema'
import { sections } from '../../db/sections/schema'
import { saveSettings } from '../../db/settings/commands'
import { settingsSchema } from '../../db/settings/rules'
import { topicNames, topics } from '../../db/topics/schema'
import { type Language, languages } from '../../lib/languages'
import { bodyOf, counts, type GeneratedArticle, generateArticle, generateName } from './articles'
import { withoutWordIndexes } from './word-indexes'

/** Ids by number: where a generated article stands. */
type Places = { sections: Record<Language, string[]>; topics: string[]; authors: string[] }

const batch = 200
/** Transactions at once: one generates while another is written. */
const writers = 2

/** Brings the database at DATABASE_URL from the generated articles it has to `size` of them; `say` hears how far it is. */
export async function growTo(url: string, size: number, say: (what: string) => void): Promise<void> {
  const present = await db.$count(articles, eq(articles.status, 'live'))
  const places = present === 0 ? await makePlaces() : await findPlaces()
  const grow = async () => {
    let next = present
    let done = present
    const write = async () => {
      while (next < size) {
        const first = next
        const length = Math.min(batch, size - first)
        next += length
        await writeArticles(
          places,
          Array.from({ length }, (_, place) => generateArticle(first + place)),
        )
        done += length
        say(`${done} of ${size} articles`)
      }
    }
    await Promise.all(Array.from({ length: writers }, write))
  }
  // Index by index afterwards is several times faster than row by row, once there is much to add.
  if (size - present > 5000) await withoutWordIndexes(url, grow, say)
  else await grow()
}

async function writeArticles(places: Places, generated: readonly GeneratedArticle[]): Promise<void> {
  const rows = generated.map((article) => ({ article, id: randomUUID(), revisionId: randomUUID() }))
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.insert(articles).values(
      rows.map(({ article, id, revisionId }) => ({
        id,
        language: article.language,
        status: 'live' as const,
        sectionId: sectionOf(places, article),
        slug: article.slug,
        headRevisionId: revisionId,
        liveRevisionId: revisionId,
        firstPublishedAt: article.publishedAt,
        publishAt: article.publishedAt,
      })),
    )
    await insertRevisions(
      tx,
      rows.map(({ article, id, revisionId }) => ({
        id: revisionId,
        articleId: id,
        authorId: null,
        reason: '',
        content: contentOf(places, article),
      })),
    )
    await listArticles(
      tx,
      rows.map((row) => row.id),
    )
  })
}

/** What the article's one revision says. */
export function contentOf(places: Places, article: GeneratedArticle) {
  const { slug, headline, standfirst, kicker } = article
  const contributorId = places.authors[article.author] ?? null
  return {
    ...{ slug, headline, standfirst, kicker, sectionId: sectionOf(places, article), body: bodyOf(article) },
    ...{ headlineShort: '', seoHeadline: '', seoDescription: '', dateline: '', hero: null, relatedIds: [] },
    bylines: contributorId ? [{ contributorId, role: 'reporter' as const, creditedAs: '' }] : [],
    topicIds: article.topics.flatMap((topic) => places.topics[topic] ?? []),
  }
}

function sectionOf(places: Places, article: GeneratedArticle): string {
  const id = places.sections[article.language][article.section]
  if (!id) throw new Error(`Section ${article.section} of ${article.language} is missing.`)
  return id
}

async function makePlaces(): Promise<Places> {
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)
  await db.transaction(async (tx) => {
    await saveSettings(
      tx,
      settingsSchema.parse({
        name: 'The Benchmark',
        shortName: 'Benchmark',
        editions: languages.map((language) => ({ language, tagline: 'Words by the thousand', delivers: 'figures' })),
      }),
    )
    await tx.insert(sections).values(
      languages.flatMap((language) =>
        numbers(counts.sections).map((position) => ({
          language,
          slug: `section-${position}`,
          name: `Section ${position}`,
          position,
        })),
      ),
    )
    const made = await tx
      .insert(topics)
      .values(numbers(counts.topics).map((number) => ({ slug: `topic-${number}` })))
      .returning({ id: topics.id })
    await tx
      .insert(topicNames)
      .values(
        languages.flatMap((language) =>
          made.map(({ id }, number) => ({ topicId: id, language, name: generateName(language, number) })),
        ),
      )
    const people = await tx
      .insert(contributors)
      .values(numbers(counts.authors).map((number) => ({ slug: `author-${number}` })))
      .returning({ id: contributors.id })
    await tx
      .insert(contributorProfiles)
      .values(
        languages.flatMap((language) =>
          people.map(({ id }, number) => ({ contributorId: id, language, name: generateName(language, 5000 + number) })),
        ),
      )
  })
  return findPlaces()
}

/** Where generated articles can stand: rows by number. */
export async function findPlaces(): Promise<Places> {
  const sectionIds = async (language: Language) =>
    (
      await db.select({ id: sections.id }).from(sections).where(eq(sections.language, language)).orderBy(asc(sections.position))
    ).map((row) => row.id)
  const bySlug = <T extends { id: string; slug: string }>(rows: T[]) => {
    const numberOf = (row: T) => Number(row.slug.split('-')[1])
    return rows.sort((a, b) => numberOf(a) - numberOf(b)).map((row) => row.id)
  }
  return {
    sections: { en: await sectionIds('en'), fr: await sectionIds('fr'), ar: await sectionIds('ar') },
    topics: bySlug(await db.select({ id: topics.id, slug: topics.slug }).from(topics)),
    authors: bySlug(await db.select({ id: contributors.id, slug: contributors.slug }).from(contributors)),
  }
}
