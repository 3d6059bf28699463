import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { findCards } from '../articles/cards'
import { listedArticles } from '../articles/listed-schema'
import type { ArticleCard } from '../articles/rules'
import { revisions } from '../articles/schema'
import { db, type Transaction } from '../client'
import { type Fragment, fragmentsOf, passagesOf } from './excerpts'
import { encodePlace, type Place, placesLimit } from './place'
import { correctTerms, listMatchingWords, planBeginning, planTerms } from './planning'
import { preferIndexes, type Ranking, rankArticles } from './ranking'
import { isFiltered, type SearchQuery } from './rules'
import { findScope, type Scope, withNewest } from './scope'
import { type PlannedTerm, type Term, writeTerms } from './terms'
import { vocabularyWord } from './words'

export type SearchResult = { card: ArticleCard; excerpt: Fragment[] }

export type SearchAnswer = {
  /** `unasked` when neither words nor filters are given, `too-common` when the words say nothing. */
  kind: 'unasked' | 'too-common' | 'found'
  results: SearchResult[]
  /** How many articles there are; when `isCapped`, there may be more. */
  count: number
  isCapped: boolean
  /** The words that were searched in place of those typed, which nothing matched. */
  insteadOf: string | null
  nextCursor: string | null
}

const nothing = { results: [], count: 0, isCapped: false, insteadOf: null, nextCursor: null }

/**
 * Articles of an edition that readers may see at `now` and that match `query`, best first: words in headlines, names and topics weigh
 * more than those in texts, and of two alike the newer comes first. Without words, everything the filters leave, newest first.
 */
export async function searchArticles(
  language: Language,
  query: SearchQuery,
  { now, limit }: { now: Date; limit: number },
): Promise<SearchAnswer> {
  if (query.terms.length === 0 && !isFiltered(query)) return { kind: 'unasked', ...nothing }
  const place = query.place && query.place.asOf <= now ? query.place : { asOf: now, skip: 0 }
  const scope = await findScope(language, query, place.asOf)
  if (!scope) return { kind: 'found', ...nothing }
  // One connection for all of it: asking the pool for a second one in here could wait for ever, when many search at once.
  const page = await db.transaction(async (tx) => {
    await preferIndexes(tx)
    const asked = isFiltered(query) ? scope : await withNewest(tx, language, scope, place.asOf)
    const found = await findByWords(tx, query.terms, { language, scope: asked, place, limit })
    return found ?? (isFiltered(query) ? findByDate(tx, scope, place, limit) : null)
  })
  if (!page) return { kind: 'too-common', ...nothing }

  const nextSkip = place.skip + limit
  return {
    kind: 'found',
    results: await dress(language, page, now),
    count: page.count,
    isCapped: page.isCapped,
    insteadOf: page.insteadOf,
    nextCursor: nextSkip < page.count ? encodePlace({ ...place, skip: nextSkip }) : null,
  }
}

type Search = { language: Language; scope: Scope; place: Place; limit: number }
type Found = Ranking & { terms: readonly PlannedTerm[]; insteadOf: string | null }

/** As typed; too little found, with the last word as the beginning of one; nothing found, with mistyped words corrected. */
async function findByWords(tx: Transaction, typed: readonly Term[], search: Search, mayCorrect = true): Promise<Found | null> {
  const { language, scope, place, limit } = search
  const page = { ...place, limit }
  const terms = await planTerms(tx, language, typed)
  const exact = await rankArticles(tx, terms, scope, page)
  if (!exact) return null
  if (exact.count >= limit) return { ...exact, terms, insteadOf: null }
  const wider = await planBeginning(tx, language, terms)
  const begun = wider && (await rankArticles(tx, wider, scope, page))
  if (begun && begun.count > exact.count) return { ...begun, terms: wider, insteadOf: null }
  const corrected = exact.count === 0 && mayCorrect ? await correctTerms(tx, language, terms, place.asOf) : null
  const instead = corrected && (await findByWords(tx, corrected, search, false))
  return instead && instead.count > 0 ? { ...instead, insteadOf: writeTerms(corrected) } : { ...exact, terms, insteadOf: null }
}

async function findByDate(tx: Transaction, scope: Scope, { skip }: Place, limit: number): Promise<Found> {
  await tx.execute(sql`select set_config('enable_seqscan', 'on', true)`)
  const rows = await tx.execute<{ id: string }>(sql`
    select l.article_id as id from listed_articles l where ${scope.visible} and ${scope.filters}
    order by l.published_at desc, l.article_id desc limit ${placesLimit + 1}`)
  const ids = [...rows].map((row) => row.id)
  const count = Math.min(ids.length, placesLimit)
  return { ids: ids.slice(skip, Math.min(skip + limit, count)), count, isCapped: ids.length > count, terms: [], insteadOf: null }
}

/** Excerpts are taken from the beginning of very long texts only. */
const excerptedCharacters = 30_000

/** The articles as a results page shows them; what ceased to be visible meanwhile is left out. */
async function dress(language: Language, { ids, terms }: Found, now: Date): Promise<SearchResult[]> {
  if (ids.length === 0) return []
  const [cards, matching, texts] = await Promise.all([
    findCards(ids, now),
    listMatchingWords(db, language, terms),
    db
      .select({ id: listedArticles.articleId, body: sql<string>`left(${revisions.bodyText}, ${excerptedCharacters}::int)` })
      .from(listedArticles)
      .innerJoin(revisions, and(eq(revisions.id, listedArticles.revisionId)))
      .where(inArray(listedArticles.articleId, [...ids])),
  ])
  const bodies = new Map(texts.map((text) => [text.id, text.body]))
  const wordIfMatch = remembering((word) => {
    const known = vocabularyWord(language, word)
    return matching.has(known) ? known : null
  })
  return cards.map((card) => ({ card, excerpt: excerptOf(card.standfirst, bodies.get(card.id) ?? '', wordIfMatch) }))
}

/** Where the words stand in the text; if only elsewhere, the standfirst. */
function excerptOf(standfirst: string, body: string, wordIfMatch: (word: string) => string | null): Fragment[] {
  const passages = passagesOf(body, wordIfMatch)
  if (passages.length > 0) return fragmentsOf(body, passages)
  const inStandfirst = passagesOf(standfirst, wordIfMatch).flatMap((passage) => passage.marks)
  return standfirst ? fragmentsOf(standfirst, [{ start: 0, end: standfirst.length, marks: inStandfirst }]) : []
}

/** The same few words make up most of a text, and folding one takes longer than finding it again. */
function remembering(judge: (word: string) => string | null): (word: string) => string | null {
  const judged = new Map<string, string | null>()
  return (word) => {
    const before = judged.get(word)
    if (before !== undefined) return before
    const now = judge(word)
    judged.set(word, now)
    return now
  }
}
