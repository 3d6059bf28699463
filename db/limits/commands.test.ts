import assert from 'node:assert/strict'
import { test } from 'node:test'
import { db } from '../client'
import { testDatabase } from '../testing'
import { removeEndedLimits, takeTurn } from './commands'
import { limits } from './schema'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const limit = { most: 5, seconds: 900 }

test('Of many at once exactly as many as allowed have a turn', async () => {
  const turns = await Promise.all(Array.from({ length: 60 }, () => takeTurn(db, 'reader@example.org', limit, now)))
  assert.equal(turns.filter(Boolean).length, 5)
})

test('When the time is over it begins anew; other keys are counted by themselves', async () => {
  assert.equal(await takeTurn(db, 'reader@example.org', limit, new Date(now.getTime() + 899_999)), false)
  assert.equal(await takeTurn(db, 'reader@example.org', limit, new Date(now.getTime() + 900_000)), true)
  assert.equal(await takeTurn(db, 'other@example.org', limit, now), true)
})

test('The key itself is nowhere in the database', async () => {
  assert.equal(JSON.stringify(await db.select().from(limits)).includes('example'), false)
})

test('What has ended is forgotten', async () => {
  await removeEndedLimits(new Date(now.getTime() + 86_400_000))
  assert.deepEqual(await db.select().from(limits), [])
})
