import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { db } from '../client'
import { isMigrated } from '../migrate'
import { testDatabase } from '../testing'
import { enqueue } from './commands'

await testDatabase()

const countJobs = async () => {
  const [row] = await db.execute<{ count: string }>(sql`select count(*) from pgboss.job where name = 'remove-old-notices'`)
  return Number(row?.count)
}

test('the first jobs of a process may come in more transactions at once than the pool has connections', async () => {
  await Promise.all(Array.from({ length: 30 }, () => db.transaction((tx) => enqueue(tx, { type: 'remove-old-notices' }))))
  assert.equal(await countJobs(), 30)
})

test('a job is promised with its transaction, and a rollback takes it back', async () => {
  const before = await countJobs()
  await db.transaction((tx) => enqueue(tx, { type: 'remove-old-notices' }))
  assert.equal(await countJobs(), before + 1)

  const refused = db.transaction(async (tx) => {
    await enqueue(tx, { type: 'remove-old-notices' })
    throw new Error('changed my mind')
  })
  await assert.rejects(refused, /changed my mind/)
  assert.equal(await countJobs(), before + 1)
})

test('a test database has every migration', async () => {
  assert.equal(await isMigrated(db), true)
})
