import { type SQL, sql } from 'drizzle-orm'
import { db } from '../client'
import { lateAfter, type Receipt, type ReceiptPlace, type ReceiptReport, receiptPlaces, silentSeconds } from './rules'

/** An appearance for which an instance owes receipts; `age` is in milliseconds, `given` what it has seen already. */
export type Owed = { id: number; articleId: string; revisionId: string; visibleAt: Date; age: number; given: ReceiptPlace[] }

/** Hours after which nobody looks any more whether a missing article has come. */
const looksForHours = 1

/**
 * What an instance has to look for now: what appeared while it lived, is what readers are to see still, and was not seen by it in every place. The
 * clock is the database's.
 */
export async function listOwed(instanceId: string): Promise<Owed[]> {
  const rows = await db.execute<Omit<Owed, 'visibleAt'> & { visibleAt: string }>(sql`
    select * from (
      select p.id::int, p.article_id as "articleId", p.revision_id as "revisionId", p.visible_at as "visibleAt",
        (extract(epoch from clock_timestamp() - p.visible_at) * 1000)::float8 as age,
        array(select r.place::text from receipts r
          where r.appearance_id = p.id and r.instance_id = i.id and r.state <> 'missing') as given
      from appearances p
      join instances i on i.id = ${instanceId} and i.started_at <= p.visible_at
      join listed_articles l on l.article_id = p.article_id and l.revision_id = p.revision_id
      where p.visible_at <= clock_timestamp() and p.visible_at > clock_timestamp() - make_interval(hours => ${looksForHours})
        and not exists (select from appearances later where later.article_id = p.article_id and later.id > p.id)
    ) owed where cardinality(given) < ${receiptPlaces.length} order by id`)
  return [...rows].map((row) => ({ ...row, visibleAt: new Date(row.visibleAt) }))
}

/** When the next article appears whose publication is settled already: the end of an embargo. */
export async function findNextAppearanceAt(): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(
    sql`select min(visible_at) as at from appearances where visible_at > clock_timestamp()`,
  )
  return row?.at ? new Date(row.at) : null
}

/** The receipts for the last appearance of an article; null for one that never appeared, or so long ago that they are forgotten. */
export async function findReceipts(articleId: string): Promise<ReceiptReport | null> {
  const [row] = await db.execute<ReceiptReport & { receipts: Receipt[] | null }>(sql`
    select p.id::int as "appearanceId", r.number as "revisionNumber", p.visible_at as "visibleAt",
      (extract(epoch from clock_timestamp() - p.visible_at) * 1000)::float8 as age,
      exists (select from listed_articles l where l.article_id = p.article_id and l.revision_id = p.revision_id) as "isCurrent",
      array(select i.id::text from instances i where ${owes(sql`i`, sql`p`)} order by i.started_at, i.id) as "instanceIds",
      (select json_agg(json_build_object('place', g.place, 'instanceId', g.instance_id, 'state', g.state,
        'ms', round(extract(epoch from g.seen_at - p.visible_at) * 1000)) order by g.seen_at)
        from receipts g where g.appearance_id = p.id) as receipts
    from appearances p join revisions r on r.id = p.revision_id
    where p.article_id = ${articleId} order by p.id desc limit 1`)
  if (!row) return null
  const receipts = row.receipts ?? []
  // One that has ended meanwhile: what it saw was so.
  const gone = receipts.map(({ instanceId }) => instanceId).filter((id) => !row.instanceIds.includes(id))
  return {
    ...row,
    visibleAt: new Date(row.visibleAt).toISOString(),
    receipts,
    instanceIds: [...row.instanceIds, ...new Set(gone)],
  }
}

/** Whether an instance owes receipts for an appearance: it lives, and did so before. */
function owes(instance: SQL, appearance: SQL): SQL {
  return sql`${instance}.started_at <= ${appearance}.visible_at
    and ${instance}.seen_at > clock_timestamp() - make_interval(secs => ${silentSeconds})`
}

/** An article that readers did not see where they should, or saw late. `ms` is how late it was at most, for what was seen. */
export type ReceiptFault = {
  articleId: string
  revisionId: string
  visibleAt: Date
  kind: 'missing' | 'late'
  places: ReceiptPlace[]
  ms: number
}

/** Days for which something missing is an alarm, and hours for which something is that came late. */
const missingDays = 7
const lateHours = 1

/** What is missing still, and what came late in the last hour, of what readers are to see now. */
export async function listReceiptFaults(): Promise<ReceiptFault[]> {
  const rows = await db.execute<Omit<ReceiptFault, 'visibleAt'> & { visibleAt: string }>(sql`
    with watched as (
      select p.* from appearances p
      join listed_articles l on l.article_id = p.article_id and l.revision_id = p.revision_id
      where p.visible_at < clock_timestamp() - make_interval(secs => ${lateAfter / 1000})
        and p.visible_at > clock_timestamp() - make_interval(days => ${missingDays})
        and not exists (select from appearances later where later.article_id = p.article_id and later.id > p.id)
    ), faults as (
      select w.id, 'missing' as kind, place, 0 as ms
      from watched w join instances i on ${owes(sql`i`, sql`w`)} cross join unnest(enum_range(null::receipt_place)) as place
      where not exists (select from receipts g
        where g.appearance_id = w.id and g.instance_id = i.id and g.place = place.place and g.state <> 'missing')
      union all
      select w.id, 'late', g.place, extract(epoch from g.seen_at - w.visible_at) * 1000
      from watched w join receipts g on g.appearance_id = w.id and g.state = 'shown'
      where g.seen_at > w.visible_at + make_interval(secs => ${lateAfter / 1000})
        and g.seen_at > clock_timestamp() - make_interval(hours => ${lateHours})
    )
    select w.article_id as "articleId", w.revision_id as "revisionId", w.visible_at as "visibleAt", f.kind,
      array_agg(distinct f.place)::text[] as places, round(max(f.ms))::int as ms
    from faults f join watched w on w.id = f.id group by w.id, w.article_id, w.revision_id, w.visible_at, f.kind order by w.id desc`)
  return [...rows].map((row) => ({ ...row, visibleAt: new Date(row.visibleAt) }))
}
