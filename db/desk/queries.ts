import { type SQL, sql } from 'drizzle-orm'
import { languages } from '../../lib/languages'
import { db, type Reader, type Transaction } from '../client'
import { idList } from '../id-list'
import type { Actor } from '../people/rules'
import { encodePlace, type Place } from '../search/place'
import { preferIndexes } from '../search/ranking'
import { type DeskMoment, deskConditions, isNarrowing, keyOf, literal, readableBy } from './conditions'
import { encodeDeskCursor } from './cursor'
import { findNamed } from './direct'
import { type DeskPlan, planWords } from './plan'
import { rankDesk } from './ranking'
import { findDeskRows } from './rows'
import { countedAtMost, type DeskListing, type DeskPlaceInList, type DeskQuery, type DeskRow, type DeskSort } from './rules'

type Asker = Pick<Actor, 'personId' | 'role'>
type Asked = { actor: Asker; query: DeskQuery; moment: DeskMoment; limit: number }

/**
 * A page of the articles that somebody may see and that match. Without words it walks an index, so the thousandth page costs what the second
 * costs. What was typed may also name an article, by its id, address or short name: then it is that one, whatever else was asked.
 */
export async function listDesk(
  actor: Asker,
  query: DeskQuery,
  { limit, ...moment }: DeskMoment & { limit: number },
): Promise<DeskListing> {
  const asked = { actor, query, moment, limit }
  const found = await find(asked)
  const { count, isTooCommon } = found
  const rows = await findDeskRows(found.ids)
  return { rows, count, isTooCommon, ...placesBeside({ ...found, rows }, asked) }
}

/** The ids of all that match, in the order asked for, up to `limit`. */
export async function listDeskIds(actor: Asker, query: DeskQuery, moment: DeskMoment, limit: number): Promise<string[]> {
  return (await find({ actor, query: { ...query, from: null, place: null }, moment, limit })).ids
}

type Found = { ids: string[]; hasMore: boolean; count: number; isTooCommon: boolean; place: Place | null }

async function find(asked: Asked): Promise<Found> {
  const { actor, query } = asked
  if (query.q === '') return walk(db, asked, everything(asked))
  const named = await findNamed(query.q)
  if (named.length > 0)
    return walk(db, asked, {
      from: sql`articles a`,
      where: sql`${readableBy(actor)} and a.id in (${idList(named)})`,
      check: null,
    })
  // One connection for all of it: asking the pool for a second one in here could wait for ever, when many search at once.
  return db.transaction(async (tx) => {
    await preferIndexes(tx)
    return search(tx, asked)
  })
}

/** Where matching articles are looked for: rows of `articles a`, and what is asked of each only when its turn comes. */
type Among = { from: SQL; where: SQL; check: SQL | null }

function everything({ actor, query, moment }: Asked): Among {
  return { from: sql`articles a`, where: deskConditions(actor, query, moment), check: null }
}

/** The articles from a place on, by the order that is asked for. */
async function walk(reader: Reader, { query, limit }: Asked, { from, where, check }: Among): Promise<Found> {
  const { key, isUp, isBackwards } = wayOf(query)
  const direction = isUp ? sql`asc` : sql`desc`
  const place = query.from?.cursor
  const seek = place
    ? sql`and (${key}, a.id) ${isUp ? sql`>` : sql`<`} (${literal(place.value)}, ${place.articleId}::uuid)`
    : sql``
  const inOrder = sql`select a.id from ${from} where ${where} ${seek} order by ${key} ${direction}, a.id ${direction}`
  // Fenced, so that what is dear to find out is asked of one after the other, until there are enough.
  const found = check
    ? sql`select a.id from (${inOrder} offset 0) a where ${check} limit ${limit + 1}::int`
    : sql`${inOrder} limit ${limit + 1}::int`
  const rows = await reader.execute<{ id: string }>(found)
  const ids = [...rows].map(({ id }) => id)
  const page = ids.slice(0, limit)
  return {
    ids: isBackwards ? page.reverse() : page,
    hasMore: ids.length > limit,
    count: await count(reader, { from, where, check }),
    isTooCommon: false,
    place: null,
  }
}

/** How many there are; one more than `countedAtMost` for more than that. */
async function count(reader: Reader, { from, where, check }: Among): Promise<number> {
  const [row] = await reader.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from ${from} where ${where} and ${check ?? sql`true`} limit ${countedAtMost + 1}::int) counted`)
  return row?.count ?? 0
}

function wayOf({ sort, isReversed, from }: DeskQuery) {
  const by = sort === 'match' ? 'modified' : sort
  // Of what has a time, the newest first; of what is due, what is due first.
  const isAscending = (by === 'due') !== isReversed
  const isBackwards = from?.side === 'before'
  return { by, key: keyOf[by], isBackwards, isUp: isAscending !== isBackwards }
}

function placesBeside({ rows, hasMore, count, place }: Found & { rows: DeskRow[] }, { query, limit }: Asked) {
  if (place) {
    const [next, before] = [place.skip + limit, place.skip - limit]
    return {
      next: next < count ? { after: encodePlace({ ...place, skip: next }) } : null,
      previous: place.skip === 0 ? null : before > 0 ? { after: encodePlace({ ...place, skip: before }) } : {},
    }
  }
  const { by, isBackwards } = wayOf(query)
  const at = (row: DeskRow | undefined, side: 'after' | 'before'): DeskPlaceInList | null =>
    row ? { [side]: encodeDeskCursor({ value: sortedBy(row, by), articleId: row.id }) } : null
  return {
    next: isBackwards || hasMore ? at(rows.at(-1), 'after') : null,
    previous: (isBackwards ? hasMore : query.from) ? at(rows[0], 'before') : null,
  }
}

function sortedBy(row: DeskRow, sort: Exclude<DeskSort, 'match'>): number {
  switch (sort) {
    case 'modified':
      return row.modifiedAt.getTime()
    case 'created':
      return row.createdAt.getTime()
    case 'due':
      return row.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
    case 'published':
      return row.publishAt?.getTime() ?? Number.NEGATIVE_INFINITY
  }
}

async function search(tx: Transaction, asked: Asked): Promise<Found> {
  const { actor, query, moment, limit } = asked
  const facets = [query.sectionId, query.contributorId].flatMap((id) => id ?? [])
  const plan = await planWords(tx, query.language ? [query.language] : languages, query.terms, facets)
  if (!plan) return { ids: [], hasMore: false, count: 0, isTooCommon: true, place: null }
  if (query.sort !== 'match') {
    const exact = await walk(tx, asked, await matching(tx, asked, plan.exact))
    const found = exact.count >= limit ? exact : await walk(tx, asked, await matching(tx, asked, plan.wider))
    return { ...found, isTooCommon: found.count === 0 && plan.isTooCommon }
  }
  const place = query.place && query.place.asOf <= moment.now ? query.place : { asOf: moment.now, skip: 0 }
  const narrowed = { conditions: deskConditions(actor, query, moment), isNarrow: isNarrowing(actor, query) }
  const exact = await rankDesk(tx, plan.exact, narrowed, { ...place, limit })
  const ranked = exact.count >= limit ? exact : await rankDesk(tx, plan.wider, narrowed, { ...place, limit })
  return { ...ranked, hasMore: false, isTooCommon: ranked.count === 0 && plan.isTooCommon, place }
}

/** More articles than this that hold the words are not gathered: the words are then so common that walking the list meets them soon. */
const gatheredAtMost = 8000

/** The articles that hold the words: gathered by the word indexes, or for common words asked of each as the list is walked. */
async function matching(tx: Transaction, asked: Asked, { listed, heads, isPhrase }: DeskPlan): Promise<Among> {
  const { where } = everything(asked)
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from listed_articles l where l.search_words @@ ${listed.loose}::tsquery limit ${gatheredAtMost + 1}::int) some_of_them`)
  const isCommon = (row?.count ?? 0) > gatheredAtMost
  // Fenced too: else Postgres may read every article of the archive beforehand, to have the answers at hand.
  const holds = sql`(
    exists (select from listed_articles l where l.article_id = a.id and ts_match_vq(l.search_words, ${listed.strict}::tsquery) offset 0)
    or exists (select from desk_words d where d.article_id = a.id and ts_match_vq(d.words, ${heads.strict}::tsquery) offset 0))`
  if (isCommon) return { from: sql`articles a`, where, check: holds }
  const gathered = sql`(
    select l.article_id from listed_articles l where l.search_words @@ ${listed.loose}::tsquery
    union select d.article_id from desk_words d where d.words @@ ${heads.loose}::tsquery) g
    join articles a on a.id = g.article_id`
  return { from: gathered, where, check: isPhrase ? holds : null }
}
