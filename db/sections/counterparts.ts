import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { idList } from '../id-list'

/**
 * Makes these sections, or pages, of other editions the counterparts of one, and no others; gives those for which that changed something. The
 * caller holds the addresses, so no two do it at once.
 */
export async function joinCounterparts(
  tx: Transaction,
  kind: 'sections' | 'pages',
  { id, language, counterpartIds }: { id: string; language: string; counterpartIds: readonly string[] },
): Promise<string[]> {
  const table = sql.identifier(kind)
  const rows = await tx.execute<{ id: string; group: string | null; language: string }>(sql`
    select id, translation_group_id as "group", language from ${table}
    where id = ${id} or translation_group_id = (select translation_group_id from ${table} where id = ${id})
      or id in (${idList([id, ...counterpartIds])})`)
  const own = rows.find((row) => row.id === id)
  const wanted = rows.filter((row) => counterpartIds.includes(row.id) && row.language !== language)
  const isOf = (group: string | null) => own?.group != null && group === own.group
  const left = rows.filter((row) => row.id !== id && isOf(row.group) && !wanted.includes(row)).map((row) => row.id)
  const come = wanted.filter((row) => !isOf(row.group)).map((row) => row.id)
  if (left.length + come.length === 0) return []
  const group = own?.group ?? crypto.randomUUID()
  if (left.length > 0) await tx.execute(sql`update ${table} set translation_group_id = null where id in (${idList(left)})`)
  await tx.execute(sql`update ${table} set translation_group_id = ${group}::uuid where id in (${idList([id, ...come])})`)
  return [...left, ...come]
}
