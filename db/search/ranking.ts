import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { type Place, placesLimit } from './place'
import type { Scope } from './scope'
import { compileTerms, hasPhrase, type PlannedTerm } from './terms'

/** How many matches in headlines, names and topics are weighed, the newest; then how many others. */
const subjectsWeighed = 120
const othersWeighed = 60
/** How many articles that hold all words of a phrase are read to see whether they hold it as it stands. */
const phrasesRead = 1200

export type Ranking = { ids: string[]; count: number; isCapped: boolean }

/**
 * A page of the articles in `scope` that match, best first. A common word stands in half the archive, and to weigh an article its words
 * must be read: so the newest matches of those about it and the newest of the others are weighed, and the rest follow by date.
 * Null where the terms look for nothing. To be called after `preferIndexes`.
 */
export async function rankArticles(
  tx: Transaction,
  terms: readonly PlannedTerm[],
  scope: Scope,
  { asOf, skip, limit }: Place & { limit: number },
): Promise<Ranking | null> {
  const strict = compileTerms(terms, { isLoose: false })
  const loose = compileTerms(terms, { isLoose: true })
  if (!strict || !loose) return null
  const isPhrase = hasPhrase(terms)
  const window = isPhrase ? phrasesRead : placesLimit + 1
  // Called by name, because the operator would be looked up in the index again, and every article with these words read.
  const stands = isPhrase ? sql`ts_match_vq(l.search_words, ${strict}::tsquery)` : sql`true`
  const [row] = await tx.execute<{ ids: string[]; count: number; read: number }>(sql`
    with ${newestOf('subjects', sql`ts_filter(l.search_words, '{a,b,c}')`, loose, scope, subjectsWeighed)},
    ${newestOf('others', sql`l.search_words`, loose, scope, window)},
    weighed as materialized (
      select l.article_id, l.published_at, ts_rank('{0.1, 0.3, 0.5, 1}', l.search_words, ${strict}::tsquery, 1)
        * (1 + 0.5 * exp(-greatest(0, extract(epoch from ${asOf.toISOString()}::timestamptz - l.published_at)) / 31557600)) as weight
      from (select article_id from subjects union (select article_id from others order by published_at desc limit ${othersWeighed})) x
      join listed_articles l on l.article_id = x.article_id where ${stands}
    ), rest as materialized (
      select o.article_id, o.published_at, 0 as weight from others o
      where not exists (select from weighed w where w.article_id = o.article_id)
        and ${isPhrase ? sql`exists (select from listed_articles l where l.article_id = o.article_id and ${stands})` : sql`true`}
    ), found as (select * from weighed union all select * from rest)
    select (select count(*)::int from found) as count, (select count(*)::int from others) as read,
      coalesce((select json_agg(p.article_id) from (
        select article_id from found order by weight desc, published_at desc, article_id limit ${limit} offset ${skip}) p), '[]') as ids`)
  if (!row) throw new Error('A search without groups gives one row.')
  return { ids: row.ids, count: Math.min(row.count, placesLimit), isCapped: row.count > 0 && row.read >= window }
}

/**
 * Tells the planner, until the transaction ends, to search by the word indexes, and to plan for the words that are asked for: one plan for all
 * words would be a bad one for most. It does not know that comparing words means reading them from where Postgres keeps long values, and
 * would rather go through the whole table.
 */
export async function preferIndexes(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true), set_config('plan_cache_mode', 'force_custom_plan', true)`)
}

/**
 * The part of a statement called `name` that holds the newest `limit` matches: looked for among the newest articles of the edition, and
 * only when there are too few among those, among all.
 */
function newestOf(name: string, indexed: SQL, words: string, { visible, facets, newest }: Scope, limit: number): SQL {
  const recent = sql.raw(`recent_${name}`)
  const tooFew = newest ? sql`(select count(*) from ${recent}) < ${limit}::int` : sql`true`
  const among = newest
    ? sql`${recent} as materialized (${matches(sql`${indexed} @@ ${`${words} & ${newest}`}::tsquery and ${visible}`, limit)}),`
    : sql``
  const all = matches(sql`${indexed} @@ ${`${words} & ${facets}`}::tsquery and ${visible} and ${tooFew}`, limit)
  return newest
    ? sql`${among} ${sql.raw(name)} as materialized (select * from ${recent} where not (${tooFew}) union all ${all})`
    : sql`${sql.raw(name)} as materialized (${all})`
}

function matches(condition: SQL, limit: number): SQL {
  // The fence of "offset 0" keeps it from walking the list by date, reading every article's words on the way.
  return sql`(select * from (select l.article_id, l.published_at from listed_articles l where ${condition} offset 0) fenced
    order by published_at desc, article_id limit ${limit}::int)`
}
