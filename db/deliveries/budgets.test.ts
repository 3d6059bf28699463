import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { testDatabase } from '../testing'
import { drawBudget, returnToBudget, slowDown } from './budgets'
import { sendBudgets } from './schema'

await testDatabase()

/** As if so much time had passed. */
const pass = (key: string, seconds: number) =>
  db
    .update(sendBudgets)
    .set({
      filledAt: sql`filled_at - ${seconds} * interval '1 second'`,
      slowedAt: sql`slowed_at - ${seconds} * interval '1 second'`,
      heldUntil: sql`held_until - ${seconds} * interval '1 second'`,
    })
    .where(eq(sendBudgets.key, key))

const rateOf = async (key: string) => (await db.select().from(sendBudgets).where(eq(sendBudgets.key, key)))[0]?.rate ?? 0

test('Of many senders that draw at once all together are granted no more than there is', async () => {
  await drawBudget('first', 0, 0.001)
  const grants = await Promise.all(Array.from({ length: 40 }, () => drawBudget('many', 30, 100)))
  const granted = grants.reduce((sum, grant) => sum + grant.granted, 0)
  // What time brought while they drew comes on top.
  assert.ok(granted >= 100 && granted < 600, String(granted))
  await pass('many', 3600)
  assert.equal((await drawBudget('many', 1000, 100)).granted, 100)
})

test('A server that asks for patience is sent half as much, nothing for a while, and more again in time', async () => {
  await drawBudget('provider', 50, 100)
  await slowDown('provider', 30)
  assert.equal(await rateOf('provider'), 50)
  const { granted, nextAt } = await drawBudget('provider', 10, 100)
  assert.equal(granted, 0)
  assert.ok(nextAt.getTime() > Date.now() + 20_000)
  // Twenty answers to what was under way at once are one wish.
  await slowDown('provider', 30)
  assert.ok((await rateOf('provider')) > 49)
  await pass('provider', 60)
  assert.ok((await drawBudget('provider', 10, 100)).granted === 10)
  assert.ok(Math.abs((await rateOf('provider')) - 52.5) < 1)
  await pass('provider', 3600)
  await drawBudget('provider', 10, 100)
  assert.equal(await rateOf('provider'), 100)
})

test('A rate is never slowed to nothing', async () => {
  await drawBudget('slow', 1, 10)
  for (let at = 0; at < 30; at++) {
    await pass('slow', 2)
    await slowDown('slow', 0)
  }
  assert.ok((await rateOf('slow')) > 0.03)
})

test('What is given back can be drawn again, and no more than there ever was', async () => {
  const tokensOf = async () => (await db.select().from(sendBudgets).where(eq(sendBudgets.key, 'returned')))[0]?.tokens
  assert.equal((await drawBudget('returned', 100, 100)).granted, 100)
  assert.equal(await tokensOf(), 0)
  await returnToBudget('returned', 60)
  assert.equal(await tokensOf(), 60)
  await returnToBudget('returned', 5000)
  assert.equal(await tokensOf(), 100)
})
