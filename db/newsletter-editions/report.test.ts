import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import type { deliveries } from '../deliveries/schema'
import { testDatabase } from '../testing'
import { makeDelivery, makeNewsletter, makeSending, makeSubscriber } from '../testing-audience'
import { failureReasonOf, isMoving } from './report-rules'

await testDatabase()
const { findReport, listUncertain } = await import('./report')
const { editionLinks, linkClicks, newsletterEditions } = await import('./schema')

const now = new Date('2026-11-28T08:00:00Z')
const newsletterId = await makeNewsletter('daily')
let count = 0
const somebody = () => makeSubscriber(`reader-${++count}@reader.example`, [newsletterId], now)

test('Every mail of the audience is in one number, and what came back is counted beside', async () => {
  const edition = await makeSending(newsletterId, 1, now, 9)
  const other = await makeSending(newsletterId, 2, now, 1)
  const make = async (wishes: Partial<typeof deliveries.$inferInsert>) =>
    makeDelivery(edition, await somebody(), { at: now, ...wishes })
  await make({})
  await make({ bounce: 'hard', bouncedAt: now })
  await make({ bounce: 'soft', bouncedAt: now, leftAt: now })
  await make({ complainedAt: now })
  await make({ status: 'failed', replyCode: 550, enhancedCode: '5.7.1' })
  await make({ status: 'failed', replyCode: 550 })
  await make({ status: 'skipped', skip: 'left' })
  await make({ status: 'queued' })
  const uncertain = await make({ status: 'uncertain', sendingAt: now })
  await makeDelivery(other, await somebody(), { at: now })
  await db
    .update(newsletterEditions)
    .set({ exclusions: { paused: 2, suppressed: 1, repeated: 0 } })
    .where(eq(newsletterEditions.id, edition))
  await db.insert(editionLinks).values([
    { editionId: edition, position: 1, url: 'https://news.example/a' },
    { editionId: edition, position: 2, url: 'https://news.example/b' },
  ])
  await db.insert(linkClicks).values([
    { editionId: edition, position: 1, day: '2026-11-28', clicks: 10, filtered: 4 },
    { editionId: edition, position: 1, day: '2026-11-29', clicks: 5, filtered: 0 },
  ])

  const report = await findReport(edition, 'en')
  assert.ok(report)
  assert.equal(report.newsletterName, 'The daily')
  assert.deepEqual(report.statuses, {
    queued: 1,
    leased: 0,
    sending: 0,
    sent: 4,
    failed: 2,
    uncertain: 1,
    closed: 0,
    skipped: 1,
    cancelled: 0,
  })
  assert.equal(
    Object.values(report.statuses).reduce((sum, one) => sum + one),
    report.frozen,
  )
  assert.deepEqual(report.failures, [
    { reason: 'policy', count: 1 },
    { reason: 'other', count: 1 },
  ])
  assert.deepEqual(report.skips, [{ reason: 'left', count: 1 }])
  assert.deepEqual([report.bounced, report.complained, report.left], [{ hard: 1, soft: 1 }, 1, 1])
  assert.deepEqual(report.exclusions, { paused: 2, suppressed: 1, repeated: 0 })
  assert.deepEqual(report.links, [
    { position: 1, url: 'https://news.example/a', clicks: 15, filtered: 4 },
    { position: 2, url: 'https://news.example/b', clicks: 0, filtered: 0 },
  ])
  assert.doesNotMatch(JSON.stringify(report), /reader\.example/)
  assert.ok(isMoving(report))
  assert.deepEqual(
    (await listUncertain(edition)).map(({ id, address }) => [id, address]),
    [[uncertain, 'reader-9@reader.example']],
  )
  assert.equal(await findReport(crypto.randomUUID(), 'en'), null)
})

test('A failure is told by what the mail server’s code is about', () => {
  assert.deepEqual(['5.1.1', '5.2.2', '5.3.4', '4.4.1', '5.5.2', '5.6.0', '5.7.26', '5.0.0', 'x', null].map(failureReasonOf), [
    'address',
    'mailbox',
    'system',
    'network',
    'protocol',
    'content',
    'policy',
    'other',
    'other',
    'other',
  ])
})
