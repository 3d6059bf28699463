import type { TransactionSql } from 'postgres'
import type { CatalogTable } from './catalog'
import { quote } from './copy'

/**
 * Takes away what would stand in the way of loading tables one after the other: foreign keys, which would have them in some order and may go round
 * in circles, triggers, which would take every row for news, and indexes, which grow slower the more is in them and are made at once instead. The owner of the
 * tables may do that, no other right is needed. Returns what puts it all back as it was; keys are checked then, row by row.
 */
export async function withoutGuards(sql: TransactionSql, tables: readonly CatalogTable[]): Promise<() => Promise<void>> {
  const triggers = await listTriggers(sql, tables)
  const keys = await listForeignKeys(sql, tables)
  const indexes = await listIndexes(sql, tables)
  await runAll(sql, [
    ...triggers.map(({ table, name }) => `alter table ${table} disable trigger ${quote(name)}`),
    ...keys.map(({ table, name }) => `alter table ${table} drop constraint ${quote(name)}`),
    ...indexes.map(({ index }) => `drop index ${index}`),
  ])
  return () =>
    runAll(sql, [
      ...indexes.map(({ definition }) => definition),
      ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${quote(name)} ${definition}`),
      ...triggers.map(({ table, name, word }) => `alter table ${table} enable ${word} trigger ${quote(name)}`),
    ])
}

/** In one go: there are hundreds, and each would be a journey to the server. */
async function runAll(sql: TransactionSql, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await sql.unsafe(statements.join(';\n'))
}

type Trigger = { table: string; name: string; word: string }

/** Those that fire; one that is switched off stays so. */
async function listTriggers(sql: TransactionSql, tables: readonly CatalogTable[]): Promise<Trigger[]> {
  return sql<Trigger[]>`
    select tgrelid::regclass::text as table, tgname as name,
      case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as word
    from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and tgrelid in ${sql(await idsOf(sql, tables))}
    order by 1, 2`
}

/** Also those of the parts of tables, which can have keys of their own. */
async function listForeignKeys(sql: TransactionSql, tables: readonly CatalogTable[]) {
  return sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0
      and (conrelid in ${sql(await idsOf(sql, tables))} or confrelid in ${sql(await idsOf(sql, tables))})
    order by 1, 2`
}

/** Of the publication's tables, without those that a constraint stands on. */
async function listIndexes(sql: TransactionSql, tables: readonly CatalogTable[]) {
  return sql<{ index: string; definition: string }[]>`
    select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relkind = 'r' and not c.relispartition and not i.indisprimary and not i.indisreplident and not i.indisclustered
      and i.indrelid in ${sql(await idsOf(sql, tables))}
      and not exists (select from pg_constraint where conindid = i.indexrelid)
    order by 1`
}

/** Of the tables and their parts. */
async function idsOf(sql: TransactionSql, tables: readonly CatalogTable[]): Promise<number[]> {
  const names = tables.flatMap(({ schema, name, partitions }) =>
    [name, ...partitions.map((partition) => partition.name)].map((one) => `${quote(schema)}.${quote(one)}`),
  )
  const rows = await sql<{ id: number }[]>`
    select to_regclass(name)::oid as id from jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb) as names (name) where to_regclass(name) is not null`
  return rows.map(({ id }) => id)
}
