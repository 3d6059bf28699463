import { type SQL, sql } from 'drizzle-orm'
import { mayRead } from '../articles/rights'
import type { ArticleStatus } from '../articles/rules'
import { db, type Reader } from '../client'
import { idList } from '../id-list'
import type { Actor } from '../people/rules'

/** An article, a standing page or the front of an edition that shows a picture, and where. */
export type PictureUse = {
  kind: 'article' | 'page' | 'front'
  id: string
  /** Empty for a front, which is told by its language. */
  headline: string
  language: string
  status: ArticleStatus | null
  /** Readers see it there, now or when the article appears. */
  isLive: boolean
  /** In what editors work on. */
  isInHead: boolean
  /** As the opening picture of one of these two. */
  isHero: boolean
}

/** `hidden`: how many more there are that this person may not see, or that are too many to list. */
export type PictureUses = { uses: PictureUse[]; hidden: number }

const mostListed = 200

/**
 * Where a picture is used: articles in any of their revisions, those that readers see first, fronts and standing pages. A
 * headline that the person may not read at the desk is shown only if every reader can.
 */
export async function listUses(actor: Actor, mediaId: string): Promise<PictureUses> {
  const [articles, fronts, pages] = await Promise.all([articlesWith([mediaId]), frontsWith(mediaId), pagesWith(mediaId)])
  const seen = articles.filter((use) => use.isLive || mayRead(actor, use))
  const uses = [...seen.map(asUse), ...fronts, ...pages]
  return { uses: uses.slice(0, mostListed), hidden: articles.length - seen.length + Math.max(0, uses.length - mostListed) }
}

/** The stories that readers see, now or when they appear, by picture: those affected when a right ends. */
export async function listLiveUses(mediaIds: readonly string[]): Promise<Map<string, PictureUse[]>> {
  if (mediaIds.length === 0) return new Map()
  const live = (await articlesWith(mediaIds)).filter(({ isLive }) => isLive)
  return new Map([...Map.groupBy(live, ({ mediaId }) => mediaId)].map(([id, uses]) => [id, uses.map(asUse)]))
}

/** Whether anything refers to a picture: a revision of any age, a working copy, a front as it is or is being arranged, a newsletter edition or a standing page as it is or was. */
export async function isUsed(mediaId: string, reader: Reader = db): Promise<boolean> {
  const rows = await reader.execute(sql`
    select from revisions where media_ids @> array[${mediaId}::uuid]
    union all select from front_slots where media_id = ${mediaId}
    union all select from (${arranged}) newest where placements @> ${placed(mediaId)}
    union all select from working_copies where content::text like ${`%${mediaId}%`}
    union all select from pages where body::text like ${`%${mediaId}%`}
    union all select from edition_items where media_id = ${mediaId}
    union all select from edition_versions where content::text like ${`%${mediaId}%`}
    union all select from page_revisions where body::text like ${`%${mediaId}%`} limit 1`)
  return rows.length > 0
}

/** What editors go on from, of each front. */
const arranged = sql`
  select distinct on (front_id) front_id, placements from front_arrangements where kind <> 'set_aside' order by front_id, number desc`

function placed(mediaId: string): SQL {
  return sql`${JSON.stringify([{ mediaId }])}::jsonb`
}

type UseRow = Omit<PictureUse, 'kind' | 'status'> & {
  mediaId: string
  status: ArticleStatus
  ownerId: string | null
  sectionId: string
}

async function articlesWith(mediaIds: readonly string[]): Promise<UseRow[]> {
  const ids = idList(mediaIds)
  const rows = await db.execute<UseRow>(sql`
    select wanted.id as "mediaId", a.id, a.language, a.status, a.owner_id as "ownerId", a.section_id as "sectionId", head.headline,
      bool_or(r.id = a.live_revision_id) and a.status in ('live', 'scheduled') as "isLive",
      bool_or(r.id = a.head_revision_id) as "isInHead",
      bool_or(r.hero_media_id = wanted.id and r.id in (a.head_revision_id, a.live_revision_id)) as "isHero"
    from unnest(array[${ids}]) wanted (id)
    join revisions r on r.media_ids @> array[wanted.id]
    join articles a on a.id = r.article_id
    join revisions head on head.id = coalesce(a.head_revision_id, a.live_revision_id)
    group by wanted.id, a.id, head.id
    order by "isLive" desc, "isInHead" desc, a.modified_at desc, a.id`)
  return rows.map((row) => ({ ...row, isHero: row.isHero === true }))
}

function asUse({ id, headline, language, status, isLive, isInHead, isHero }: UseRow): PictureUse {
  return { kind: 'article', id, headline, language, status, isLive, isInHead, isHero }
}

async function pagesWith(mediaId: string): Promise<PictureUse[]> {
  const rows = await db.execute<{ id: string; headline: string; language: string }>(
    sql`select id, headline, language from pages where body::text like ${`%${mediaId}%`} order by language, slug`,
  )
  const where = { kind: 'page', status: null, isLive: true, isInHead: true, isHero: false } as const
  return rows.map((row) => ({ ...row, ...where }))
}

async function frontsWith(mediaId: string): Promise<PictureUse[]> {
  const rows = await db.execute<{ id: string; language: string; isLive: boolean; isInHead: boolean }>(sql`
    select * from (
      select f.id, f.language, exists (select from front_slots s where s.front_id = f.id and s.media_id = ${mediaId}) as "isLive",
        exists (select from (${arranged}) a where a.front_id = f.id and a.placements @> ${placed(mediaId)}) as "isInHead"
      from fronts f) told where "isLive" or "isInHead" order by language`)
  const where = { kind: 'front', headline: '', status: null, isHero: false } as const
  return rows.map((row) => ({ ...row, ...where }))
}
