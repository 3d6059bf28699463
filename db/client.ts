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
  return { sql, db: drizzle(preparing(sql), { schema, casing: 'snake_case' }) }
}

/** Above this many values a statement is one of many that are alike but for their number, and each would be kept until its connection ends. */
const mostPrepared = 40

/**
 * Drizzle hands every statement over as one not to be prepared, which costs the driver a question of its own and Postgres the same reading and
 * planning each time. Prepared, a statement is read once for each connection.
 */
function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name) as (...words: unknown[]) => unknown
      if (name === 'unsafe')
        return (text: string, values: unknown[] = [], options = {}) =>
          own(text, values, { ...options, prepare: values.length > 0 && values.length <= mostPrepared })
      if (name === 'begin' || name === 'savepoint')
        // What happens in a transaction comes last, after its name or options.
        return (...words: unknown[]) => {
          const work = words.pop() as (inner: postgres.Sql) => unknown
          return own(...words, (inner: postgres.Sql) => work(preparing(inner)))
        }
      return own
    },
  })
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
