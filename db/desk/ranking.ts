import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { placesLimit } from '../search/place'
import { literal } from './conditions'
import type { DeskPlan } from './plan'

/** How many matches in headlines, names and topics of what is listed are weighed, the newest; how many others; how many heads. */
const subjectsWeighed = 120
const othersWeighed = 60
const headsWeighed = 300
/** How many articles that hold all words of a phrase are read to see whether they hold it as it stands. */
const phrasesRead = 1200

export type DeskRanking = { ids: string[]; count: number }

type Page = { asOf: Date; skip: number; limit: number }

/**
 * A page of the articles that match, best first. As in the readers' search the newest matches of those about it and the newest of the others are
 * weighed, and the rest follow by date; every head that is not listed is weighed beside them. `conditions` are of `articles a`; those that narrow
 * the archive much, `isNarrow`, are looked at before the newest are chosen. To be called after `preferIndexes`.
 */
export async function rankDesk(
  tx: Transaction,
  { listed, heads, isPhrase }: DeskPlan,
  { conditions, isNarrow }: { conditions: SQL; isNarrow: boolean },
  { asOf, skip, limit }: Page,
): Promise<DeskRanking> {
  const window = isPhrase ? phrasesRead : placesLimit + 1
  const among = isNarrow
    ? sql`listed_articles l join articles a on a.id = l.article_id and ${conditions}`
    : sql`listed_articles l`
  const newest = (indexed: SQL, most: number) => sql`(
    select * from (select l.article_id, l.published_at as at from ${among} where ${indexed} @@ ${listed.loose}::tsquery offset 0) fenced
    order by at desc, article_id limit ${most}::int)`
  const stands = isPhrase ? sql`ts_match_vq(l.search_words, ${listed.strict}::tsquery)` : sql`true`
  const weight = (words: SQL, query: string, at: SQL) => sql`ts_rank('{0.1, 0.3, 0.5, 1}', ${words}, ${query}::tsquery, 1)
    * (1 + 0.5 * exp(-greatest(0, extract(epoch from ${literal(asOf)} - ${at})) / 31557600))`
  const [row] = await tx.execute<{ ids: string[]; count: number }>(sql`
    with subjects as materialized ${newest(sql`ts_filter(l.search_words, '{a,b,c}')`, subjectsWeighed)},
    others as materialized ${newest(sql`l.search_words`, window)},
    weighed as materialized (
      select article_id, max(at) as at, max(weight) as weight from (
        select l.article_id, l.published_at as at, ${weight(sql`l.search_words`, listed.strict, sql`l.published_at`)} as weight
        from (select article_id from subjects union (select article_id from others order by at desc limit ${othersWeighed})) x
        join listed_articles l on l.article_id = x.article_id where ${stands}
        union all
        (select d.article_id, a.modified_at, ${weight(sql`d.words`, heads.strict, sql`a.modified_at`)}
        from desk_words d join articles a on a.id = d.article_id
        where d.words @@ ${heads.loose}::tsquery and ts_match_vq(d.words, ${heads.strict}::tsquery) and ${conditions}
        order by a.modified_at desc limit ${headsWeighed}::int)
      ) each group by article_id
    ), found as (
      select * from weighed
      union all
      select o.article_id, o.at, 0 from others o where not exists (select from weighed w where w.article_id = o.article_id)
        and ${isPhrase ? sql`exists (select from listed_articles l where l.article_id = o.article_id and ${stands})` : sql`true`}
    ), seen as materialized (
      select f.* from found f join articles a on a.id = f.article_id where ${conditions}
    )
    select (select count(*)::int from seen) as count, coalesce((select json_agg(p.article_id) from (
      select article_id from seen order by weight desc, at desc, article_id limit ${limit}::int offset ${skip}::int) p), '[]') as ids`)
  if (!row) throw new Error('A search without groups gives one row.')
  return row
}
