import type { TransactionSql } from 'postgres'
import type { SavedSequence, SavedTable } from './manifest'

/** A table as the catalog of the database describes it. */
export type CatalogTable = Pick<SavedTable, 'schema' | 'name' | 'columns' | 'partitions'>

/** Where our tables are: the publication's, the list of applied migrations, and the promised jobs. */
const schemas = ['public', 'drizzle', 'pgboss']

/**
 * Every table that is to outlive a crash, by name: not the unlogged ones, whose rows are of a moment, and none of an extension. A table in parts is
 * one. Columns that are computed from others are not listed.
 */
export async function listTables(sql: TransactionSql): Promise<CatalogTable[]> {
  const rows = await sql<CatalogTable[]>`
    select n.nspname as schema, c.relname as name,
      (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(json_build_object('name', p.relname, 'bounds', pg_get_expr(p.relpartbound, p.oid)) order by p.relname), '[]')
        from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid and p.relispartition) as partitions
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${sql(schemas)} and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by n.nspname collate "C", c.relname collate "C"`
  return [...rows]
}

/** Where each sequence stands. That is never earlier than in the snapshot: sequences are outside of transactions. */
export async function listSequences(sql: TransactionSql): Promise<SavedSequence[]> {
  const names = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, sequencename as name from pg_sequences where schemaname in ${sql(schemas)} order by 1, 2`
  const sequences: SavedSequence[] = []
  for (const { schema, name } of names) {
    const [row] = await sql<{ value: string; isCalled: boolean }[]>`
      select last_value::text as value, is_called as "isCalled" from ${sql(schema)}.${sql(name)}`
    if (row) sequences.push({ schema, name, ...row })
  }
  return sequences
}

/** The newest migration that has been applied; 0 for none. */
export async function findLevel(sql: TransactionSql): Promise<number> {
  if (!(await isThere(sql, 'drizzle.__drizzle_migrations'))) return 0
  const [row] = await sql<{ level: string | null }[]>`select max(created_at)::text as level from drizzle.__drizzle_migrations`
  return Number(row?.level ?? 0)
}

/** Of the job queue's own tables; 0 where there are none. */
export async function findJobsVersion(sql: TransactionSql): Promise<number> {
  if (!(await isThere(sql, 'pgboss.version'))) return 0
  const [row] = await sql<{ version: number }[]>`select version from pgboss.version`
  return row?.version ?? 0
}

/** Whether there is a table of that name. */
export async function isThere(sql: TransactionSql, table: string): Promise<boolean> {
  const [row] = await sql<{ found: boolean }[]>`select to_regclass(${table}) is not null as found`
  return row?.found ?? false
}

/** The first table of the publication that has a row. Without one there is nothing that a restore could destroy. */
export async function findContent(sql: TransactionSql): Promise<string | null> {
  for (const { schema, name } of await listTables(sql)) {
    if (schema !== 'public') continue
    const [row] = await sql`select from ${sql(schema)}.${sql(name)} limit 1`
    if (row) return name
  }
  return null
}
