import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { db } from '../client'
import { consentEvents, subscriptions, suppressions } from '../subscribers/schema'
import { testDatabase } from '../testing'
import { makeDelivery, makeNewsletter, makeSending, makeSubscriber } from '../testing-audience'
import type { DeliveryReport, ReportKind } from './report-rules'

await testDatabase()
const { takeReport } = await import('./reports')
const { leaveByDelivery } = await import('../subscribers/leaving')
const { deliveries, deliveryReports } = await import('./schema')
const { deliveryToken } = await import('./tokens')

const now = new Date('2026-11-28T08:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const daily = await makeNewsletter('daily')
const weekly = await makeNewsletter('weekly')
const editions = await Promise.all([1, 2, 3, 4, 5].map((number) => makeSending(daily, number, now)))
let count = 0
const somebody = () => makeSubscriber(`reader-${++count}@reader.example`, [daily, weekly], now)
const report = (deliveryId: number, kind: ReportKind, externalId = `r-${++count}`): DeliveryReport => ({
  source: 'mailbox',
  externalId,
  kind,
  about: { token: deliveryToken(deliveryId) },
  enhancedCode: kind === 'hard_bounce' ? '5.1.1' : '',
  words: 'for <ada@reader.example>',
})
const find = async (id: number) => {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  assert.ok(row)
  return row
}
const suppressionOf = async (addressHash: string) => {
  const rows = await db.select().from(suppressions).where(eq(suppressions.addressHash, addressHash))
  return rows.map(({ reason, newsletterId, deliveryId }) => [reason, newsletterId, deliveryId])
}
const endsOf = async (id: string) => {
  const rows = await db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.subscriberId, id))
    .orderBy(asc(subscriptions.newsletterId))
  return rows.map(({ status, end }) => end ?? status)
}
const consentsOf = async (hash: string) => {
  const rows = await db.select().from(consentEvents).where(eq(consentEvents.addressHash, hash)).orderBy(asc(consentEvents.id))
  return rows.map(({ kind }) => kind)
}

test('An address that is no more is never written to again, however often it is told', async () => {
  const reader = await somebody()
  const delivery = await makeDelivery(editions[0] ?? '', reader, { at: now })
  const bounce = report(delivery, 'hard_bounce')
  const all = await Promise.all([1, 2, 3].map(() => takeReport(bounce, now)))
  assert.deepEqual(all.sort(), ['repeated', 'repeated', 'taken'])
  assert.deepEqual(await suppressionOf(reader.addressHash), [['hard_bounce', null, String(delivery)]])
  assert.deepEqual(await endsOf(reader.id), ['hard_bounce', 'hard_bounce'])
  assert.deepEqual(await consentsOf(reader.addressHash), ['suppressed', 'left', 'left'])
  const { status, bounce: kind, bouncedAt } = await find(delivery)
  assert.deepEqual([status, kind, bouncedAt], ['sent', 'hard', now])
  const [kept] = await db.select().from(deliveryReports).where(eq(deliveryReports.externalId, bounce.externalId))
  assert.equal(kept?.words, 'for <…>')
})

test('A complaint ends everything, and weighs more than a bounce before it', async () => {
  const reader = await somebody()
  const delivery = await makeDelivery(editions[0] ?? '', reader, { at: now })
  await takeReport(report(delivery, 'hard_bounce'), now)
  await takeReport(report(delivery, 'complaint'), inDays(1))
  assert.deepEqual(await suppressionOf(reader.addressHash), [['complaint', null, String(delivery)]])
  // How the subscriptions ended is how they ended first.
  assert.deepEqual(await endsOf(reader.id), ['hard_bounce', 'hard_bounce'])
  assert.deepEqual((await find(delivery)).complainedAt, inDays(1))
  await takeReport(report(delivery, 'hard_bounce'), inDays(2))
  assert.equal((await suppressionOf(reader.addressHash))[0]?.[0], 'complaint')
})

test('Five soft bounces of three editions within thirty days are one too many, and no fewer', async () => {
  const reader = await somebody()
  const sent = await Promise.all(editions.map((edition) => makeDelivery(edition, reader, { at: now })))
  const soft = (place: number, day: number) => takeReport(report(sent[place] ?? 0, 'soft_bounce'), inDays(day))
  await soft(0, 0)
  // Beyond thirty days the first counts no more.
  for (const day of [31, 32, 33, 34]) await soft(day % 2, day)
  assert.deepEqual(await suppressionOf(reader.addressHash), [])
  // Five within thirty days, of two editions only.
  await soft(1, 35)
  assert.deepEqual(await suppressionOf(reader.addressHash), [])
  await soft(2, 36)
  assert.equal((await suppressionOf(reader.addressHash))[0]?.[0], 'soft_bounces')
  assert.deepEqual(await endsOf(reader.id), ['soft_bounces', 'soft_bounces'])
  assert.equal((await find(sent[2] ?? 0)).bounce, 'soft')
  await takeReport(report(sent[2] ?? 0, 'hard_bounce'), inDays(37))
  assert.equal((await find(sent[2] ?? 0)).bounce, 'hard')
})

test('What comes back shows that an uncertain mail was sent', async () => {
  for (const [kind, status] of [
    ['hard_bounce', 'sent'],
    ['soft_bounce', 'sent'],
    ['complaint', 'sent'],
    ['delivered', 'sent'],
    ['delayed', 'sent'],
    ['other', 'uncertain'],
  ] as const) {
    const delivery = await makeDelivery(editions[0] ?? '', await somebody(), { at: now, status: 'uncertain' })
    assert.equal(await takeReport(report(delivery, kind), now), 'taken')
    assert.equal((await find(delivery)).status, status, kind)
  }
})

test('A report about nothing of ours is kept and changes nothing', async () => {
  const reader = await somebody()
  const delivery = await makeDelivery(editions[1] ?? '', reader, { at: now, providerReference: 'pm-1' })
  const forged = { ...report(delivery, 'hard_bounce'), about: { token: `1${delivery.toString(36)}-${'0'.repeat(32)}` } }
  assert.equal(await takeReport(forged, now), 'unknown')
  assert.equal(await takeReport(forged, now), 'repeated')
  assert.equal(await takeReport({ ...report(99_999_999, 'complaint') }, now), 'unknown')
  const foreign = { ...report(delivery, 'complaint'), about: { providerReference: 'pm-2' } }
  assert.equal(await takeReport(foreign, now), 'unknown')
  assert.deepEqual(await suppressionOf(reader.addressHash), [])
  const unknown = await db.select().from(deliveryReports).where(eq(deliveryReports.isKnown, false))
  assert.equal(unknown.length, 3)
  assert.equal(await takeReport({ ...foreign, externalId: 'x', about: { providerReference: 'pm-1' } }, now), 'taken')
  assert.equal((await suppressionOf(reader.addressHash))[0]?.[0], 'complaint')
})

test('A mail that asks to leave ends that newsletter and no other, once', async () => {
  const reader = await somebody()
  const delivery = await makeDelivery(editions[2] ?? '', reader, { at: now })
  assert.equal(await leaveByDelivery(delivery, 'one_click', now), 'left')
  assert.equal(await leaveByDelivery(delivery, 'one_click', inDays(1)), 'left-before')
  assert.equal(await leaveByDelivery(99_999_999, 'one_click', now), 'unknown')
  assert.deepEqual((await endsOf(reader.id)).sort(), ['active', 'one_click'])
  assert.deepEqual(await consentsOf(reader.addressHash), ['left'])
  assert.deepEqual((await find(delivery)).leftAt, now)
  assert.deepEqual(await suppressionOf(reader.addressHash), [])
})
