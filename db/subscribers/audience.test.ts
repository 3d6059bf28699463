import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { listEvents } from '../events/queries'
import { testDatabase } from '../testing'
import { makeDelivery, makeNewsletter, makeSending, makeSubscriber } from '../testing-audience'
import { makeActor } from '../testing-staff'

await testDatabase()
const { addressHashOf } = await import('./addresses')
const { listAudience, listSubscriptions } = await import('./audience')
const { addSuppression, beginExport, endSubscription, eraseFromAudience, releaseSuppression, suppressSubscriber } = await import(
  './audience-commands'
)
const { countAudience, listGrowth } = await import('./audience-counts')
const { findSubscriberRecord } = await import('./record')
const { consentEvents, subscribers, subscriptions, suppressions } = await import('./schema')
const { suppress } = await import('./suppress')
const { importSuppressions } = await import('./suppression-import')
const { countSuppressions, findSuppression } = await import('./suppression-queries')

const now = new Date('2026-11-28T08:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const publisher = await makeActor('publisher', now, { name: 'Ada' })
const editor = await makeActor('editor', now)
const stale = await makeActor('publisher', daysAgo(1))
const daily = await makeNewsletter('daily')
const weekly = await makeNewsletter('weekly')
const paris = 'Europe/Paris'

test('Subscriptions are counted by newsletter, state, end and source', async () => {
  const one = await makeSubscriber('one@reader.example', [daily, weekly], daysAgo(3))
  await makeSubscriber('two@reader.example', [daily], daysAgo(3))
  const three = await makeSubscriber('three@reader.example', [daily], daysAgo(40))
  await db
    .update(subscribers)
    .set({ pausedUntil: daysAgo(-5) })
    .where(eq(subscribers.id, one.id))
  assert.equal(await endSubscription(publisher, { subscriberId: three.id, newsletterId: daily }, daysAgo(2)), 'ended')
  assert.equal(await endSubscription(publisher, { subscriberId: three.id, newsletterId: daily }, now), 'ended-before')
  const [first, second] = await countAudience('fr', now)
  assert.deepEqual(first, {
    newsletterId: daily,
    name: 'The daily',
    pending: 0,
    active: 2,
    paused: 1,
    ended: [{ end: 'staff', count: 1 }],
    sources: [{ source: 'article', count: 2 }],
  })
  assert.deepEqual([second?.active, second?.paused], [1, 1])
})

test('Growth is told by day and by week of the publication’s zone, with nothing where nothing was', async () => {
  // 23:30 in Paris is still the day before in London.
  await makeSubscriber('late@reader.example', [weekly], new Date('2026-11-26T23:30:00Z'))
  const days = await listGrowth({ step: 'day' }, paris, now)
  assert.deepEqual([days.length, days[0]?.day, days.at(-1)?.day], [30, '2026-10-30', '2026-11-28'])
  assert.deepEqual(
    days.filter(({ confirmed, left }) => confirmed + left > 0),
    [
      { day: '2026-11-25', confirmed: 3, left: 0 },
      { day: '2026-11-26', confirmed: 0, left: 1 },
      { day: '2026-11-27', confirmed: 1, left: 0 },
    ],
  )
  const weeks = await listGrowth({ step: 'week', newsletterId: daily }, paris, now)
  assert.deepEqual([weeks.length, weeks.at(-1)], [26, { day: '2026-11-23', confirmed: 2, left: 1 }])
  assert.deepEqual(
    weeks.find(({ confirmed, day }) => confirmed > 0 && day !== '2026-11-23'),
    { day: '2026-10-19', confirmed: 1, left: 0 },
  )
})

test('The audience is found by part of an address or a domain, and read on page by page', async () => {
  for (let at = 0; at < 70; at++) await makeSubscriber(`page-${at}@Pages.example`, [weekly], daysAgo(10))
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listAudience>> = await listAudience({ q: '@pages.', after })
    seen.push(...page.rows.map(({ address }) => address ?? ''))
    after = page.next
  }
  assert.deepEqual([seen.length, new Set(seen).size], [70, 70])
  assert.deepEqual((await listAudience({ q: '100%_', after: 'nonsense' })).rows, [])
  const [two] = (await listAudience({ q: 'two@reader', after: '' })).rows
  await db.transaction((tx) => suppress(tx, { addressHash: addressHashOf('two@reader.example'), reason: 'staff' }, now))
  const [same] = (await listAudience({ q: 'two@reader', after: '' })).rows
  assert.deepEqual([two?.isSuppressed, same?.isSuppressed, same?.active], [false, true, 0])
  const [one] = (await listAudience({ q: 'ONE@reader', after: '' })).rows
  assert.deepEqual([one?.address, one?.active, one?.isSuppressed], ['one@reader.example', 2, false])
})

test('One person’s record holds what they receive, agreed to and were sent; erased, it is found by the whole address', async () => {
  const reader = await makeSubscriber('record@reader.example', [daily], now)
  const delivery = await makeDelivery(await makeSending(daily, 1, now), reader, { at: now })
  await db.transaction((tx) =>
    suppress(tx, { addressHash: reader.addressHash, reason: 'hard_bounce', deliveryId: delivery }, now),
  )
  const record = await findSubscriberRecord(reader.id, 'en')
  assert.ok(record)
  assert.deepEqual(
    record.subscriptions.map(({ name, status, end }) => [name, status, end]),
    [['The daily', 'ended', 'hard_bounce']],
  )
  assert.deepEqual(
    record.consents.map(({ kind, newsletter }) => [kind, newsletter]),
    [
      ['left', 'The daily'],
      ['suppressed', null],
    ],
  )
  assert.deepEqual(
    record.deliveries.map(({ newsletter, number, status }) => [newsletter, number, status]),
    [['The daily', 1, 'sent']],
  )
  assert.equal(record.suppressions[0]?.reason, 'hard_bounce')
  assert.equal(await eraseFromAudience(stale, reader.id, now), 'ask-again')
  assert.equal(await eraseFromAudience(publisher, reader.id, now), 'erased')
  assert.equal(await eraseFromAudience(publisher, reader.id, now), 'unknown')
  assert.equal((await findSubscriberRecord(reader.id, 'en'))?.address, null)
  assert.deepEqual((await listAudience({ q: 'record@', after: '' })).rows, [])
  assert.deepEqual(
    (await listAudience({ q: 'Record@reader.example', after: '' })).rows.map(({ id, status }) => [id, status]),
    [[reader.id, 'erased']],
  )
  assert.equal(await findSubscriberRecord(crypto.randomUUID(), 'en'), null)
})

test('A suppression is released by how heavy it is, and brings no subscription back', async () => {
  const reader = await makeSubscriber('heavy@reader.example', [daily], now)
  assert.equal(await suppressSubscriber(publisher, reader.id, now), 'suppressed')
  assert.equal(await suppressSubscriber(publisher, reader.id, now), 'suppressed-before')
  const held = async () => (await findSuppression('HEAVY@reader.example'))?.id ?? ''
  assert.equal(await releaseSuppression(stale, { id: await held(), words: '' }, now), 'ask-again')
  assert.equal(await releaseSuppression(publisher, { id: await held(), words: '' }, now), 'released')
  await db.transaction((tx) => suppress(tx, { addressHash: reader.addressHash, reason: 'complaint' }, now))
  assert.equal(await releaseSuppression(publisher, { id: await held(), words: '' }, now), 'words-needed')
  assert.equal(await releaseSuppression(publisher, { id: await held(), words: 'Asked us by letter.' }, now), 'released')
  await db.transaction((tx) => suppress(tx, { addressHash: reader.addressHash, reason: 'erased' }, now))
  assert.equal(await releaseSuppression(publisher, { id: await held(), words: 'Please.' }, now), 'never')
  const [own] = await db.select().from(subscriptions).where(eq(subscriptions.subscriberId, reader.id))
  assert.equal(own?.status, 'ended')
  const kinds = await db.select().from(consentEvents).where(eq(consentEvents.addressHash, reader.addressHash))
  assert.equal(kinds.filter(({ kind }) => kind === 'released').length, 2)
})

test('Addresses are kept out by hash alone, one or many', async () => {
  assert.equal(await addSuppression(publisher, 'not an address', now), 'no-address')
  assert.equal(await addSuppression(publisher, 'Stranger@Reader.example', now), 'suppressed')
  assert.equal(await addSuppression(publisher, 'stranger@reader.example', now), 'suppressed-before')
  const member = await makeSubscriber('member@reader.example', [daily, weekly], now)
  const file = Buffer.from(
    'email\nmember@reader.example\nstranger@reader.example\nfar@reader.example\nMEMBER@reader.example\nnobody\n',
  )
  assert.deepEqual(await importSuppressions(publisher, file, now), { outcome: 'imported', added: 2, before: 1, faulty: 1 })
  const ends = await db.select().from(subscriptions).where(eq(subscriptions.subscriberId, member.id))
  assert.deepEqual(
    ends.map(({ end }) => end),
    ['staff', 'staff'],
  )
  assert.equal(
    (
      await db
        .select()
        .from(suppressions)
        .where(eq(suppressions.addressHash, addressHashOf('far@reader.example')))
    ).length,
    1,
  )
  assert.equal(await findSuppression('far@reader.example').then((found) => found?.reason), 'staff')
  assert.equal(await findSuppression('free@reader.example'), null)
  assert.ok((await countSuppressions()).some(({ reason, count }) => reason === 'staff' && count >= 3))
  assert.deepEqual(await importSuppressions(editor, file, now), { outcome: 'not-allowed' })
  assert.deepEqual(await importSuppressions(publisher, Buffer.from(''), now), { outcome: 'refused', fault: 'empty', line: null })
})

test('What is taken out is written down, and holds every subscription of who is not erased', async () => {
  assert.equal(await beginExport(editor, now), 'not-allowed')
  assert.equal(await beginExport(stale, now), 'ask-again')
  assert.equal(await beginExport(publisher, now), 'begun')
  assert.equal((await listEvents({ action: 'audience.exported' }, { from: null, to: null }, 5)).length, 1)
  const all: string[] = []
  let place: Awaited<ReturnType<typeof listSubscriptions>>[number]['place'] | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof listSubscriptions>> = await listSubscriptions(place, 10)
    all.push(...page.map((row) => `${row.address} ${row.newsletter}`))
    if (page.length < 10) break
    place = page.at(-1)?.place ?? null
  }
  assert.equal(new Set(all).size, all.length)
  assert.ok(all.includes('one@reader.example weekly'))
  assert.ok(!all.some((line) => line.startsWith('record@')))
})
