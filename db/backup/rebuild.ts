import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { TransactionSql } from 'postgres'
import { migrationsFolder } from '../migration-list'

/**
 * Makes the publication's tables anew, empty and as they were at a level, in place of all that is in the schema `public`. What belongs to an
 * extension stays. The jobs' tables are not touched.
 */
export async function rebuildAt(sql: TransactionSql, level: number): Promise<void> {
  await dropAll(sql)
  await sql`delete from drizzle.__drizzle_migrations where created_at > ${level}`
  for (const migration of readMigrationFiles({ migrationsFolder }))
    if (migration.folderMillis <= level) for (const statement of migration.sql) await sql.unsafe(statement)
}

/** Brings the tables from a level to that of this version. */
export async function migrateFrom(sql: TransactionSql, level: number): Promise<void> {
  for (const { sql: statements, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= level) continue
    for (const statement of statements) await sql.unsafe(statement)
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`
  }
}

async function dropAll(sql: TransactionSql) {
  const rows = await sql<{ statement: string }[]>`
    with members as (select classid, objid from pg_depend where deptype = 'e'),
    named (sequence, statement) as (
      select case relkind when 'v' then 1 when 'm' then 1 when 'S' then 3 else 2 end,
        format('drop %s if exists %s cascade',
          case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, oid::regclass)
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'r', 'p', 'S')
        and ('pg_class'::regclass, oid) not in (select * from members)
      union all
      select 4, format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
      where pronamespace = 'public'::regnamespace and prokind in ('f', 'p') and ('pg_proc'::regclass, oid) not in (select * from members)
      union all
      select 5, format('drop type if exists %s cascade', format_type(oid, null)) from pg_type
      where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') and ('pg_type'::regclass, oid) not in (select * from members)
    )
    select statement from named order by sequence`
  for (const { statement } of rows) await sql.unsafe(statement)
}
