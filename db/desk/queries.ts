import { type SQL, sql } from 'drizzle-orm'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { type DeskMoment, deskConditions, keyOf, literal } from './conditions'
import { encodeDeskCursor } from './cursor'
import { findDeskRows } from './rows'
import type { DeskListing, DeskPlaceInList, DeskQuery, DeskRow, DeskSort } from './rules'

/** More are not counted: the desk says that there are more. */
export const countedAtMost = 500

type Asker = Pick<Actor, 'personId' | 'role'>

/** A page of the articles that somebody may see and that match. Walks an index, so the thousandth page costs what the second costs. */
export async function listDesk(actor: Asker, query: DeskQuery, moment: DeskMoment & { limit: number }): Promise<DeskListing> {
  const { from, isReversed } = query
  const sort = query.sort === 'match' ? 'modified' : query.sort
  const isBackwards = from?.side === 'before'
  // Of what has a time, the newest first; of what is due, what is due first.
  const isAscending = (sort === 'due') !== isReversed
  const walksUp = isAscending !== isBackwards
  const key = keyOf[sort]
  const seek = from
    ? sql`and (${key}, a.id) ${walksUp ? sql`>` : sql`<`} (${literal(from.cursor.value)}, ${from.cursor.articleId}::uuid)`
    : sql``
  const direction: SQL = walksUp ? sql`asc` : sql`desc`
  const found = await db.execute<{ id: string }>(sql`
    select a.id from articles a where ${deskConditions(actor, query, moment)} ${seek}
    order by ${key} ${direction}, a.id ${direction} limit ${moment.limit + 1}`)
  const ids = [...found].map(({ id }) => id)
  const hasMore = ids.length > moment.limit
  const page = ids.slice(0, moment.limit)
  const rows = await findDeskRows(isBackwards ? page.reverse() : page)
  const at = (row: DeskRow | undefined, side: 'after' | 'before'): DeskPlaceInList | null =>
    row ? { [side]: encodeDeskCursor({ value: sortedBy(row, sort), articleId: row.id }) } : null
  return {
    rows,
    next: isBackwards || hasMore ? at(rows.at(-1), 'after') : null,
    previous: isBackwards ? (hasMore ? at(rows[0], 'before') : null) : from ? at(rows[0], 'before') : null,
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

/** How many there are; one more than `countedAtMost` for more than that. */
export async function countDesk(actor: Asker, query: DeskQuery, moment: DeskMoment): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from articles a where ${deskConditions(actor, query, moment)} limit ${countedAtMost + 1}) found`)
  return row?.count ?? 0
}
