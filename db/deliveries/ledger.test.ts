import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { newsletterEditions } from '../newsletter-editions/schema'
import { subscribers, subscriptions, suppressions } from '../subscribers/schema'
import { testDatabase } from '../testing'
import { freeze, makeEdition, makeNewsletter, makeSubscribers } from '../testing-newsletters'
import { beginSending, claimDeliveries } from './claiming'
import { recordFindings } from './findings'
import type { Finding } from './rules'
import { deliveries } from './schema'
import { keepLeases, queueUncertainAgain, registerSender, removeSender, takeFromSilent } from './senders'

await testDatabase()
const now = new Date()
const ok = { code: 250, enhanced: '2.0.0', words: 'Ok: queued as 4XyZ12345' }
const none = { code: 0, enhanced: '', words: 'Connection closed' }

async function frozenFor(count: number) {
  const newsletterId = await makeNewsletter()
  await makeSubscribers(newsletterId, count, { domain: `${newsletterId}.example` })
  const editionId = await makeEdition(newsletterId)
  await freeze(editionId, now)
  return { newsletterId, editionId }
}

async function newSender() {
  const id = randomUUID()
  await registerSender(id)
  return id
}

const claim = async (editionId: string, senderId: string, most = 100, lease = 60) =>
  (await claimDeliveries(editionId, senderId, { most, lease })).map(({ id }) => id)
const statesOf = async (editionId: string) =>
  (await db.select().from(deliveries).where(eq(deliveries.editionId, editionId)).orderBy(deliveries.id)).map(
    ({ status }) => status,
  )
const rowOf = async (id: number) =>
  (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0] ?? assert.fail('no such delivery')
const found = (id: number, finding: Finding, attempt = 1) => ({ id, attempt, finding })
const expire = (id: number) =>
  db.update(deliveries).set({ leaseEndsAt: sql`now() - interval '1 second'` }).where(eq(deliveries.id, id))

test('Of many senders at once each delivery is given to one', async () => {
  const { editionId } = await frozenFor(300)
  const ids = await Promise.all(Array.from({ length: 8 }, newSender))
  const claimed = (await Promise.all(ids.map((id) => claim(editionId, id, 50)))).flat()
  assert.equal(claimed.length, 300)
  assert.equal(new Set(claimed).size, 300)
  assert.deepEqual(await claim(editionId, await newSender()), [])
})

test('A delivery goes from queued by leased and sending to sent, and says what the server called it', async () => {
  const { editionId } = await frozenFor(1)
  const sender = await newSender()
  const [id = 0] = await claim(editionId, sender)
  assert.deepEqual(await beginSending(sender, [id]), new Set([id]))
  assert.equal((await rowOf(id)).status, 'sending')
  await recordFindings(sender, [found(id, { kind: 'sent', reply: ok })], now)
  const { status, attempts, replyCode, providerReference, leaseEndsAt, endedAt } = await rowOf(id)
  assert.deepEqual(
    [status, attempts, replyCode, providerReference, leaseEndsAt, endedAt],
    ['sent', 1, 250, '4XyZ12345', null, now],
  )
})

test('Nobody begins what is another’s, what has lapsed, or what has begun already', async () => {
  const { editionId } = await frozenFor(2)
  const [mine, other] = [await newSender(), await newSender()]
  const [first = 0, second = 0] = await claim(editionId, mine)
  assert.deepEqual(await beginSending(other, [first, second]), new Set())
  await expire(first)
  assert.deepEqual(await beginSending(mine, [first, second]), new Set([second]))
  assert.deepEqual(await beginSending(mine, [second]), new Set())
  assert.deepEqual(await takeFromSilent(), { queued: 1, uncertain: 0 })
})

test('From a silent sender is taken what it holds: what was not begun is queued, what was begun is uncertain and stays so', async () => {
  const { editionId } = await frozenFor(3)
  const [silent, next] = [await newSender(), await newSender()]
  const [leased = 0, begun = 0, kept = 0] = await claim(editionId, silent)
  await beginSending(silent, [begun])
  await Promise.all([expire(leased), expire(begun)])
  assert.deepEqual(await takeFromSilent(), { queued: 1, uncertain: 1 })
  assert.deepEqual(await statesOf(editionId), ['queued', 'uncertain', 'leased'])
  assert.deepEqual(await claim(editionId, next), [leased])
  await recordFindings(silent, [found(leased, { kind: 'sent', reply: ok })], now)
  assert.equal((await rowOf(leased)).status, 'leased')

  // The answer came after all, to the sender that had asked.
  await recordFindings(next, [found(begun, { kind: 'sent', reply: ok })], now)
  assert.equal((await rowOf(begun)).status, 'uncertain')
  await recordFindings(silent, [found(begun, { kind: 'put-off', reply: none })], now)
  assert.equal((await rowOf(begun)).status, 'uncertain')
  await recordFindings(silent, [found(begun, { kind: 'sent', reply: ok })], now)
  assert.equal((await rowOf(begun)).status, 'sent')
  assert.equal((await rowOf(kept)).status, 'leased')
})

test('A sign of life keeps what a sender holds; one that ends gives back what it has not begun', async () => {
  const { editionId } = await frozenFor(2)
  const sender = await newSender()
  const [first = 0, second = 0] = await claim(editionId, sender, 2, 1)
  await beginSending(sender, [second])
  await Promise.all([expire(first), expire(second)])
  await keepLeases(sender, 60)
  assert.deepEqual(await takeFromSilent(), { queued: 0, uncertain: 0 })
  await removeSender(sender)
  assert.deepEqual(await statesOf(editionId), ['queued', 'sending'])
})

test('What is put off waits longer each time, and is given up after a day', async () => {
  const { editionId } = await frozenFor(1)
  const sender = await newSender()
  const waits: number[] = []
  for (let attempt = 1; attempt <= 6; attempt++) {
    const [claimed] = await claimDeliveries(editionId, sender, { most: 1, lease: 60 })
    assert.equal(claimed?.attempts, attempt - 1)
    const id = claimed?.id ?? 0
    await recordFindings(
      sender,
      [found(id, { kind: 'put-off', reply: { code: 451, enhanced: '4.7.1', words: 'later' } }, attempt)],
      now,
    )
    const { nextAt, status } = await rowOf(id)
    if (status === 'queued') waits.push((nextAt.getTime() - now.getTime()) / 60_000)
    await db
      .update(deliveries)
      .set({ nextAt: new Date(0) })
      .where(eq(deliveries.id, id))
  }
  assert.deepEqual(waits, [5, 20, 60, 180, 720])
  assert.deepEqual(await statesOf(editionId), ['failed'])
})

test('Whoever left, paused, was suppressed or erased after the audience was frozen is skipped at the last moment, with the reason', async () => {
  const { editionId, newsletterId } = await frozenFor(5)
  const sender = await newSender()
  const ids = await claim(editionId, sender)
  const rows = await Promise.all(ids.map(rowOf))
  const subscriberOf = (at: number) => rows[at]?.subscriberId ?? ''
  await db
    .update(subscriptions)
    .set({ status: 'ended', endedAt: now, end: 'link' })
    .where(eq(subscriptions.subscriberId, subscriberOf(0)))
  await db
    .update(subscribers)
    .set({ pausedUntil: sql`now() + interval '1 day'` })
    .where(eq(subscribers.id, subscriberOf(1)))
  await db.insert(suppressions).values({ addressHash: rows[2]?.addressHash ?? '', newsletterId, reason: 'complaint' })
  await db
    .update(subscribers)
    .set({ status: 'erased', address: null, erasedAt: now })
    .where(eq(subscribers.id, subscriberOf(3)))
  assert.deepEqual(await beginSending(sender, ids), new Set([ids[4]]))
  const skips = (await Promise.all(ids.map(rowOf))).map(({ skip }) => skip)
  assert.deepEqual(skips, ['left', 'paused', 'suppressed', 'erased', null])
})

test('Nobody is claimed for who has been erased', async () => {
  const { editionId } = await frozenFor(1)
  await db.execute(
    sql`update subscribers set status = 'erased', address = null, erased_at = now() where id in (select subscriber_id from deliveries where edition_id = ${editionId})`,
  )
  assert.deepEqual(await claim(editionId, await newSender()), [])
  assert.deepEqual(await statesOf(editionId), ['skipped'])
})

test('When an edition is paused nothing more begins, and what was held is queued', async () => {
  const { editionId } = await frozenFor(3)
  const sender = await newSender()
  const ids = await claim(editionId, sender, 2)
  await db.update(newsletterEditions).set({ status: 'paused' }).where(eq(newsletterEditions.id, editionId))
  assert.deepEqual(await beginSending(sender, ids), new Set())
  assert.deepEqual(await statesOf(editionId), ['queued', 'queued', 'queued'])
  assert.deepEqual(await claim(editionId, sender), [])
})

test('What a provider would know again is sent again as long as it does, and no longer', async () => {
  const { editionId } = await frozenFor(2)
  const sender = await newSender()
  const [recent = 0, old = 0] = await claim(editionId, sender)
  await beginSending(sender, [recent, old])
  await recordFindings(
    sender,
    [recent, old].map((id) => found(id, { kind: 'uncertain', reply: none })),
    now,
  )
  await db.update(deliveries).set({ sendingAt: sql`now() - interval '2 hours'` }).where(eq(deliveries.id, old))
  await queueUncertainAgain(3600)
  assert.deepEqual(await statesOf(editionId), ['queued', 'uncertain'])
})

test('The database itself refuses a second delivery to one subscriber or one address', async () => {
  const { editionId, newsletterId } = await frozenFor(1)
  const [row] = await db.select().from(deliveries).where(eq(deliveries.editionId, editionId))
  assert.ok(row)
  const copy = { editionId, subscriberId: row.subscriberId, addressHash: row.addressHash, language: 'en', nextAt: now }
  await makeSubscribers(newsletterId, 1, { from: 900 })
  const [another] = await db.select().from(subscribers).orderBy(sql`created_at desc`).limit(1)
  const isRefused = (error: Error) => /unique/.test(String(error.cause))
  await assert.rejects(db.insert(deliveries).values({ ...copy, subscriberId: another?.id ?? '' }), isRefused)
  await assert.rejects(db.insert(deliveries).values({ ...copy, addressHash: another?.addressHash ?? '' }), isRefused)
})
