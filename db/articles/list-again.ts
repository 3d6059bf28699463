import { inArray, sql } from 'drizzle-orm'
import { db, type Reader, type Transaction } from '../client'
import { idList } from '../id-list'
import { enqueue } from '../jobs/commands'
import { listArticles } from './listing'
import { articles } from './schema'

/** What articles name, and by whose name they are found. */
export type Named = { of: 'topic' | 'contributor'; id: string }

/** So many articles are listed again in the transaction itself; for more a reader of the search waits for the job. */
const atOnce = 100

/** Articles that the job lists in one transaction. */
const portion = 50

/** Milliseconds after which every transaction is over that had read the old name. */
const patience = 10_000

/**
 * The articles that name one of these in their head or for readers, held until the transaction ends, if they are few enough to be listed again
 * at once; else none. To be asked before the topics or contributors themselves are held: whoever saves takes them in that order too.
 */
export async function holdNaming(tx: Transaction, of: Named['of'], ids: readonly string[]): Promise<string[]> {
  const found = await findNaming(tx, of, ids, null, atOnce + 1)
  if (found.length > atOnce || found.length === 0) return []
  const held = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.id, found))
    .orderBy(articles.id)
    .for('update')
  return held.map(({ id }) => id)
}

/**
 * Lists the held articles again, and promises the same for all: an article that is published in this very moment may have read the old name.
 */
export async function listHeldAgain(tx: Transaction, named: Named, held: readonly string[], now: Date): Promise<void> {
  for (let at = 0; at < held.length; at += portion) await listArticles(tx, held.slice(at, at + portion))
  await enqueue(tx, { type: 'list-again', ...named }, { startAfter: new Date(now.getTime() + patience) })
}

/** Whether searches find something by the same names before and after, whatever else is said of it. */
export function isFoundAlike(before: readonly Spoken[], after: readonly Spoken[]): boolean {
  return spoken(before) === spoken(after)
}

type Spoken = { language: string; name: string }

function spoken(names: readonly Spoken[]): string {
  return names
    .map(({ language, name }) => `${language} ${name}`)
    .sort()
    .join('\n')
}

/** Lists every article again that names it, some at a time, each time as it is by then. */
export async function listAgain({ of, id }: Named): Promise<void> {
  let after: string | null = null
  for (;;) {
    const found = await findNaming(db, of, [id], after, portion)
    const last = found.at(-1)
    if (!last) return
    await db.transaction(async (tx) => {
      await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, found)).orderBy(articles.id).for('update')
      await listArticles(tx, found)
    })
    after = last
  }
}

/** How many articles name one of these in their head or for readers, and how many did in earlier revisions only. */
export async function countNaming(
  reader: Reader,
  of: Named['of'],
  ids: readonly string[],
): Promise<{ articles: number; earlier: number }> {
  const [row] = await reader.execute<{ articles: number; earlier: number }>(sql`
    select count(*) filter (where is_now)::int as articles, count(*) filter (where not is_now)::int as earlier from (
      select a.id, bool_or(r.id = a.head_revision_id or r.id = coalesce(a.live_revision_id, a.head_revision_id)) as is_now
      from ${revisionsNaming(of, ids)} n join revisions r on r.id = n.revision_id join articles a on a.id = r.article_id group by a.id) named`)
  return row ?? { articles: 0, earlier: 0 }
}

async function findNaming(
  reader: Reader,
  of: Named['of'],
  ids: readonly string[],
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await reader.execute<{ id: string }>(sql`
    select distinct a.id from ${revisionsNaming(of, ids)} n join revisions r on r.id = n.revision_id
      join articles a on a.id = r.article_id and r.id in (a.head_revision_id, a.live_revision_id)
    ${after === null ? sql`` : sql`where a.id > ${after}::uuid`} order by a.id limit ${limit}`)
  return rows.map(({ id }) => id)
}

function revisionsNaming(of: Named['of'], ids: readonly string[]) {
  const list = idList(ids)
  return of === 'topic'
    ? sql`(select revision_id from article_topics where topic_id in (${list}))`
    : sql`(select revision_id from bylines where contributor_id in (${list}))`
}
