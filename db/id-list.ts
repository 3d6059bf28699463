import { type SQL, sql } from 'drizzle-orm'

/** Ids for `in (…)` and `array[…]` of a statement written by hand; there must be one at least. */
export function idList(ids: readonly string[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
}
