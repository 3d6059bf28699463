import { type SQL, sql } from 'drizzle-orm'
import { saying } from './identity'

/** For `onConflictDoUpdate`: these columns, named as in the schema, take the values that were to be inserted. */
export function excluded(columns: readonly string[]): Record<string, SQL> {
  const nameOf = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(columns.map((column) => [column, sql.raw(`excluded.${nameOf(column)}`)]))
}

/** Those of `rows` that are not among `present` or say something else there; of two with equal `keys` the last counts. */
export function differing<Row extends object>(
  rows: readonly Row[],
  present: readonly { [Column in keyof Row]: unknown }[],
  keys: readonly (keyof Row)[],
): Row[] {
  const keyOf = (row: { [Column in keyof Row]: unknown }) => JSON.stringify(keys.map((column) => row[column]))
  const known = new Map(present.map((row) => [keyOf(row), row]))
  const wanted = new Map(rows.map((row) => [keyOf(row), row]))
  return [...wanted].flatMap(([key, row]) => {
    const there = known.get(key)
    if (!there) return [row]
    const before = Object.fromEntries(
      Object.keys(row).map((column) => [column, Object.entries(there).find(([name]) => name === column)?.[1]]),
    )
    return saying(before) === saying(row) ? [] : [row]
  })
}
