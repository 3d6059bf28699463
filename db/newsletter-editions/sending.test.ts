import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { beginSending, claimDeliveries } from '../deliveries/claiming'
import { recordFindings } from '../deliveries/findings'
import type { Finding } from '../deliveries/rules'
import { deliveries } from '../deliveries/schema'
import { registerSender } from '../deliveries/senders'
import { saveSettings } from '../settings/commands'
import { unnamedSettings } from '../settings/rules'
import { subscribers, suppressions } from '../subscribers/schema'
import { testDatabase } from '../testing'
import { freeze, makeEdition, makeNewsletter, makeSubscribers } from '../testing-newsletters'
import { makeActor } from '../testing-staff'
import { listToFreeze } from './freezing'
import { newsletterEditions } from './schema'
import { cancelEdition, decideUncertain, pauseEdition, resumeEdition } from './sending-control'
import { endCancelled, settleEdition, stopHarm, takeUpDecided } from './settling'

await testDatabase()
const now = new Date('2026-11-20T10:00:00Z')
const editor = await makeActor('editor', now)
const reply = { code: 250, enhanced: '', words: '' }
const editionOf = async (id: string) =>
  (await db.select().from(newsletterEditions).where(eq(newsletterEditions.id, id)))[0] ?? assert.fail('no edition')
const rowsOf = (id: string) => db.select().from(deliveries).where(eq(deliveries.editionId, id)).orderBy(deliveries.id)
const statesOf = async (id: string) => (await rowsOf(id)).map(({ status }) => status)

async function frozenFor(count: number) {
  const newsletterId = await makeNewsletter()
  await makeSubscribers(newsletterId, count, { domain: `${newsletterId}.example` })
  const editionId = await makeEdition(newsletterId)
  await freeze(editionId, now)
  return { newsletterId, editionId }
}

/** Sends so many deliveries of an edition, with the same finding for each. */
async function send(editionId: string, most: number, finding: Finding) {
  const sender = crypto.randomUUID()
  await registerSender(sender)
  const claimed = await claimDeliveries(editionId, sender, { most, lease: 60 })
  const ids = claimed.map(({ id }) => id)
  await beginSending(sender, ids)
  await recordFindings(
    sender,
    ids.map((id) => ({ id, attempt: 1, finding })),
    now,
  )
}

test('An audience is everybody who is subscribed at that moment, less those who are paused or suppressed, who are counted', async () => {
  const newsletterId = await makeNewsletter()
  const other = await makeNewsletter()
  await makeSubscribers(newsletterId, 10, { domain: 'audience.example' })
  await makeSubscribers(other, 3, { domain: 'others.example' })
  const rows = await db.select().from(subscribers).where(sql`address like '%@audience.example'`).orderBy(subscribers.address)
  await db
    .update(subscribers)
    .set({ pausedUntil: new Date(now.getTime() + 1) })
    .where(eq(subscribers.id, rows[0]?.id ?? ''))
  await db
    .update(subscribers)
    .set({ pausedUntil: now })
    .where(eq(subscribers.id, rows[1]?.id ?? ''))
  await db.insert(suppressions).values([
    { addressHash: rows[2]?.addressHash ?? '', reason: 'complaint' },
    { addressHash: rows[3]?.addressHash ?? '', newsletterId, reason: 'staff' },
    { addressHash: rows[4]?.addressHash ?? '', newsletterId: other, reason: 'staff' },
  ])
  await db.execute(
    sql`update subscriptions set status = 'ended', ended_at = now(), "end" = 'link' where subscriber_id = ${rows[5]?.id}`,
  )
  await db.execute(sql`update subscriptions set status = 'pending', confirmed_at = null where subscriber_id = ${rows[6]?.id}`)
  const editionId = await makeEdition(newsletterId)
  await freeze(editionId, now)
  const { frozenCount, exclusions, status, datedAt } = await editionOf(editionId)
  assert.deepEqual([frozenCount, exclusions, status, datedAt], [5, { paused: 1, suppressed: 2, repeated: 0 }, 'sending', now])
  await makeSubscribers(newsletterId, 1, { domain: 'late.example' })
  assert.equal((await rowsOf(editionId)).length, 5)
})

test('An edition whose moment has not come is not frozen; with the recipients’ own time the first zone decides', async () => {
  await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, timeZone: 'Europe/Paris' }))
  const newsletterId = await makeNewsletter()
  // Seven in the morning in Paris, in winter; in Kiritimati that is thirteen hours earlier.
  const sendAt = new Date('2026-12-01T06:00:00Z')
  const absolute = await makeEdition(newsletterId, { status: 'scheduled', sendAt })
  const local = await makeEdition(newsletterId, { status: 'scheduled', sendAt, timing: 'recipient' })
  assert.deepEqual(await listToFreeze(new Date('2026-11-30T16:59:59Z')), [])
  assert.deepEqual(await listToFreeze(new Date('2026-11-30T17:00:00Z')), [local])

  await makeSubscribers(newsletterId, 4, { domain: 'zones.example' })
  const zones = ['Asia/Beirut', 'America/New_York', 'Nowhere/Land', null]
  const people = await db.select().from(subscribers).where(sql`address like '%@zones.example'`).orderBy(subscribers.address)
  for (const [at, timeZone] of zones.entries())
    await db
      .update(subscribers)
      .set({ timeZone })
      .where(eq(subscribers.id, people[at]?.id ?? ''))
  await freeze(local, new Date('2026-11-30T17:00:00Z'))
  const moments = new Map((await rowsOf(local)).map(({ subscriberId, nextAt }) => [subscriberId, nextAt.toISOString()]))
  assert.deepEqual(
    people.map(({ id }) => moments.get(id)),
    ['2026-12-01T05:00:00.000Z', '2026-12-01T12:00:00.000Z', '2026-12-01T06:00:00.000Z', '2026-12-01T06:00:00.000Z'],
  )
  assert.deepEqual(await listToFreeze(sendAt), [absolute])
})

test('A correction goes to exactly those who were sent what it corrects, or may have been', async () => {
  const { newsletterId, editionId } = await frozenFor(6)
  await send(editionId, 3, { kind: 'sent', reply })
  await send(editionId, 1, { kind: 'uncertain', reply })
  await send(editionId, 1, { kind: 'refused', reply: { code: 554, enhanced: '5.7.1', words: 'no' } })
  const told = (await rowsOf(editionId)).filter(({ status }) => status === 'sent' || status === 'uncertain')
  await makeSubscribers(newsletterId, 2, { domain: 'new.example' })
  const correction = await makeEdition(newsletterId, { kind: 'correction', correctsId: editionId })
  await freeze(correction, now)
  const ids = (rows: { subscriberId: string }[]) => rows.map(({ subscriberId }) => subscriberId).sort()
  assert.deepEqual(ids(await rowsOf(correction)), ids(told))
})

test('An edition of which nothing waits is completed; what is uncertain is put to an editor, who leaves it or sends it again', async () => {
  const { editionId } = await frozenFor(3)
  assert.equal(await settleEdition(editionId, now), 'under-way')
  await send(editionId, 1, { kind: 'sent', reply })
  await send(editionId, 2, { kind: 'uncertain', reply })
  assert.equal(await settleEdition(editionId, now), 'attention')
  assert.deepEqual((await editionOf(editionId)).attention, { kind: 'uncertain', count: 2 })
  const uncertain = (await rowsOf(editionId)).find(({ status }) => status === 'uncertain')?.id ?? 0
  assert.equal(await decideUncertain(editor, editionId, { deliveryIds: [uncertain], way: 'send-again' }, now), 'done')
  assert.equal(await decideUncertain(editor, editionId, { deliveryIds: 'all', way: 'leave' }, now), 'done')
  assert.deepEqual((await statesOf(editionId)).sort(), ['closed', 'queued', 'sent'])
  await send(editionId, 1, { kind: 'sent', reply })
  assert.equal(await settleEdition(editionId, now), 'completed')
  assert.equal((await editionOf(editionId)).endedAt?.getTime(), now.getTime())
})

test('What proved to have arrived needs no decision', async () => {
  const { editionId } = await frozenFor(1)
  await send(editionId, 1, { kind: 'uncertain', reply })
  await settleEdition(editionId, now)
  await db.update(deliveries).set({ status: 'sent', endedAt: now }).where(eq(deliveries.editionId, editionId))
  await takeUpDecided()
  assert.equal(await settleEdition(editionId, now), 'completed')
})

test('A sum that does not come out is a fault, not an end', async () => {
  const { editionId } = await frozenFor(2)
  await send(editionId, 2, { kind: 'sent', reply })
  await db.execute(sql`delete from deliveries where id = (select min(id) from deliveries where edition_id = ${editionId})`)
  await assert.rejects(settleEdition(editionId, now), /was frozen for 2 and has 1/)
})

test('Sending is paused, resumed and ended by whoever may, from where that makes sense', async () => {
  const { editionId } = await frozenFor(2)
  const reporter = await makeActor('reporter', now)
  const old = await makeActor('editor', new Date(now.getTime() - 3_600_000))
  assert.equal(await pauseEdition(reporter, editionId, now), 'not-allowed')
  assert.equal(await pauseEdition(old, editionId, now), 'ask-again')
  assert.equal(await resumeEdition(editor, editionId, now), 'wrong-state')
  assert.equal(await pauseEdition(editor, editionId, now), 'done')
  assert.deepEqual((await editionOf(editionId)).attention, { kind: 'by-hand' })
  assert.equal(await resumeEdition(editor, editionId, now), 'done')
  assert.equal((await editionOf(editionId)).status, 'sending')
  await send(editionId, 1, { kind: 'sent', reply })
  assert.equal(await cancelEdition(editor, editionId, now), 'done')
  await endCancelled()
  assert.deepEqual((await statesOf(editionId)).sort(), ['cancelled', 'sent'])
  assert.equal(await resumeEdition(editor, editionId, now), 'wrong-state')
})

test('An edition that bounces is stopped once; an editor who goes on knows', async () => {
  const { editionId } = await frozenFor(40)
  const dead: Finding = { kind: 'refused', reply: { code: 550, enhanced: '5.1.1', words: 'unknown' } }
  await send(editionId, 25, dead)
  assert.equal(await stopHarm(editionId, now), false)
  await send(editionId, 1, dead)
  assert.equal(await stopHarm(editionId, now), true)
  const { status, attention } = await editionOf(editionId)
  assert.deepEqual([status, attention], ['paused', { kind: 'bounces', bounced: 26, of: 26 }])
  await resumeEdition(editor, editionId, now)
  assert.equal(await stopHarm(editionId, now), false)
})

test('Three complaints stop an edition', async () => {
  const { editionId } = await frozenFor(5)
  await send(editionId, 5, { kind: 'sent', reply })
  const rows = await rowsOf(editionId)
  for (const [at, { id }] of rows.slice(0, 3).entries()) {
    assert.equal(await stopHarm(editionId, now), false, String(at))
    await db.update(deliveries).set({ complainedAt: now }).where(eq(deliveries.id, id))
  }
  assert.equal(await stopHarm(editionId, now), true)
})
