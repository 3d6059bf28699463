import { eq, type SQL, sql } from 'drizzle-orm'
import { dayAfter, startOfDay } from '../../lib/days'
import type { Language } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { contributors } from '../contributors/schema'
import { findSection } from '../sections/queries'
import { findSettings } from '../settings/queries'
import { topics } from '../topics/schema'
import { facet, facetsOfSpan } from './facets'
import type { SearchQuery } from './rules'

/** Which articles are searched. */
export type Scope = {
  /** Of `listed_articles l`: the edition, what readers see, and the span of time. */
  visible: SQL
  /** Of `listed_articles l`: the other filters. */
  filters: SQL
  /** The same filters for the word index, as far as it knows them. */
  facets: string
  /** In place of `facets`, those of the newest few thousand articles, where the scope is a whole edition that has more. */
  newest: string | null
}

/** Far more articles than a search weighs or lists: a word that stands in a quarter of them need not be looked for in the rest. */
const newestArticles = 4000

/** The scope of a search as of a moment; null where it names a section, topic or contributor that does not exist. */
export async function findScope(language: Language, query: SearchQuery, asOf: Date): Promise<Scope | null> {
  const [{ timeZone }, ids] = await Promise.all([findSettings(), findFilterIds(language, query)])
  if (!ids) return null
  const from = query.from ? startOfDay(query.from, timeZone) : null
  const until = query.until ? startOfDay(dayAfter(query.until, 1), timeZone) : null
  const visible = [sql`l.language = ${language}`, sql`l.visible_at <= ${literal(asOf)}`]
  if (from) visible.push(sql`l.published_at >= ${literal(from)}`)
  if (until) visible.push(sql`l.published_at < ${literal(until)}`)
  const span = facetsOfSpan(language, from, until ?? asOf)
  const filters = [
    ids.section ? sql`l.section_id = ${ids.section}::uuid` : sql`true`,
    ids.topic
      ? sql`exists (select from listed_topics t where t.article_id = l.article_id and t.topic_id = ${ids.topic}::uuid)`
      : sql`true`,
    ids.author
      ? sql`exists (select from listed_bylines b where b.article_id = l.article_id and b.contributor_id = ${ids.author}::uuid)`
      : sql`true`,
  ]
  const facets = [span ?? facet(language), ...Object.values(ids).flatMap((id) => (id ? [facet(id)] : []))]
  return {
    visible: sql.join(visible, sql` and `),
    filters: sql.join(filters, sql` and `),
    facets: facets.join(' & '),
    newest: null,
  }
}

/** The same scope with its newest articles told apart. To be called after `preferIndexes`: the list's index alone answers it. */
export async function withNewest(tx: Transaction, language: Language, scope: Scope, asOf: Date): Promise<Scope> {
  const [row] = await tx.execute<{ at: string | Date }>(sql`
    select published_at as at from listed_articles where language = ${language}
    order by published_at desc offset ${newestArticles} limit 1`)
  return { ...scope, newest: row ? facetsOfSpan(language, new Date(row.at), asOf) : null }
}

async function findFilterIds(language: Language, { section, topic, author }: SearchQuery) {
  const found = {
    section: section ? (await findSection(language, section))?.id : null,
    topic: topic ? (await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, topic)))[0]?.id : null,
    author: author
      ? (await db.select({ id: contributors.id }).from(contributors).where(eq(contributors.slug, author)))[0]?.id
      : null,
  }
  const { section: sectionId, topic: topicId, author: authorId } = found
  if (sectionId === undefined || topicId === undefined || authorId === undefined) return null
  return { section: sectionId, topic: topicId, author: authorId }
}

function literal(moment: Date): SQL {
  return sql`${moment.toISOString()}::timestamptz`
}
