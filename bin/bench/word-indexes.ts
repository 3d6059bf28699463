import postgres from 'postgres'

/** Drops the indexes over words while `work` adds many articles, and makes them again as they were. */
export async function withoutWordIndexes(url: string, work: () => Promise<void>, say: (what: string) => void): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const indexes = await client<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and tablename = 'listed_articles' and indexdef like '% USING gin %'`
    for (const { name } of indexes) await client`drop index ${client(name)}`
    await work()
    await client`set maintenance_work_mem = '512MB'`
    for (const { name, definition } of indexes) {
      say(`index ${name}`)
      await client.unsafe(definition)
    }
  } finally {
    await client.end()
  }
}

/** Fresh statistics, and nothing left for autovacuum to do while something is measured. */
export async function settleDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  await client`vacuum analyze`
  await client`checkpoint`
  await client.end()
}
