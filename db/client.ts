import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { environment } from '../lib/environment'
import * as schema from './schema'

/** Milliseconds the database may think about one statement; a frozen server must not freeze ours. */
const statementDeadline = 5000

function connect(url: string, connections: number) {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: 3,
    idle_timeout: 60,
    connection: { application_name: 'broadsheet', statement_timeout: statementDeadline },
    onnotice: () => {},
  })
  return { sql, db: drizzle(sql, { schema, casing: 'snake_case' }) }
}

type Connection = ReturnType<typeof connect>
export type Database = Connection['db']
/** What a command's parts take: the transaction they belong to. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** For reads, which may stand inside a transaction or outside. */
export type Reader = Database | Transaction

let connection: Connection | undefined

function current(): Connection {
  connection ??= connect(environment().DATABASE_URL, environment().DATABASE_CONNECTIONS)
  return connection
}

/** The process's pool, opened at first use: importing this module needs neither database nor environment. */
export const db: Database = new Proxy({} as Database, { get: (_, key) => Reflect.get(current().db, key) })

/** Ends the pool; a process that used `db` ends only after this. */
export async function closeDatabase(): Promise<void> {
  await connection?.sql.end({ timeout: 5 })
  connection = undefined
}
