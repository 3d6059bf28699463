import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { testDatabase } from '../testing'
import { makeNewsletter, makeSubscriber } from '../testing-audience'
import { makeActor } from '../testing-staff'

await testDatabase()
const { addressHashOf } = await import('./addresses')
const { askImported } = await import('./ask-imported')
const { approveImport, discardImport, readImport } = await import('./import-commands')
const { askedAnHour } = await import('./import-rules')
const { subscriberImportRows, subscriberImports } = await import('./import-schema')
const { confirmations, consentEvents, subscribers, subscriptions } = await import('./schema')
const { endAndRecord, suppress } = await import('./suppress')

const now = new Date('2026-11-28T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const ada = await makeActor('publisher', now)
const eve = await makeActor('publisher', now)
const daily = await makeNewsletter('daily')
const weekly = await makeNewsletter('weekly')
const evidence = 'Signed up on paper at the fair in May.'

const bring = async (text: string, isConfirmedElsewhere: boolean, newsletterId = daily, actor = ada) => {
  const read = await readImport(actor, { newsletterId, evidence, isConfirmedElsewhere }, Buffer.from(text), now)
  assert.equal(read.outcome, 'read')
  return read.outcome === 'read' ? read.id : ''
}
const find = async (id: string) => {
  const [row] = await db.select().from(subscriberImports).where(eq(subscriberImports.id, id))
  assert.ok(row)
  return row
}
const statusOf = async (address: string, newsletterId = daily) => {
  const [row] = await db
    .select({ status: subscriptions.status })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(and(eq(subscribers.addressHash, addressHashOf(address)), eq(subscriptions.newsletterId, newsletterId)))
  return row?.status ?? 'none'
}
const rowsOf = (id: string) => db.$count(subscriberImportRows, eq(subscriberImportRows.importId, id))
const act = (work: Parameters<typeof db.transaction>[0]) => db.transaction(work)

/** People whom no import may bring back, one of each kind. */
async function makeThoseWhoStayAway(name: string) {
  const addresses = ['left', 'bounced', 'complained', 'erased', 'suppressed'].map((why) => `${name}-${why}@reader.example`)
  const [left = '', bounced = '', complained = '', erased = '', suppressed = ''] = addresses
  const leaver = await makeSubscriber(left, [daily], now)
  await act((tx) => endAndRecord(tx, { subscriberId: leaver.id, addressHash: leaver.addressHash, end: 'link' }, now))
  for (const [address, reason] of [
    [bounced, 'hard_bounce'],
    [complained, 'complaint'],
  ] as const) {
    const one = await makeSubscriber(address, [daily], now)
    await act((tx) => suppress(tx, { addressHash: one.addressHash, reason }, now))
  }
  const gone = await makeSubscriber(erased, [daily], now)
  await db.update(subscribers).set({ address: null, status: 'erased', erasedAt: now }).where(eq(subscribers.id, gone.id))
  await act((tx) => suppress(tx, { addressHash: gone.addressHash, reason: 'erased' }, now))
  await act((tx) => suppress(tx, { addressHash: addressHashOf(suppressed), reason: 'never_again' }, now))
  return addresses
}

test('A dry run counts what would happen, and nothing happens', async () => {
  await makeSubscriber('there@reader.example', [daily], now)
  await makeSubscriber('elsewhere@reader.example', [weekly], now)
  const away = await makeThoseWhoStayAway('dry')
  const id = await bring(
    [
      'email,confirmed_at',
      'new@reader.example,2020-05-01',
      'NEW@reader.example,',
      'there@reader.example,',
      'elsewhere@reader.example,',
      ...away,
      'nobody',
      'x@reader.example,yesterday',
    ].join('\n'),
    true,
  )
  const { counts, faults, status } = await find(id)
  assert.deepEqual(counts, { lines: 11, added: 2, alreadyThere: 1, left: 1, suppressed: 3, erased: 1, repeated: 1, faulty: 2 })
  assert.deepEqual(faults, [
    { line: 11, fault: 'bad-address' },
    { line: 12, fault: 'bad-date' },
  ])
  assert.equal(status, 'read')
  assert.equal(await statusOf('new@reader.example'), 'none')
  assert.equal(await discardImport(ada, id, now), 'discarded')
  assert.equal(await rowsOf(id), 0)
  assert.deepEqual(await approveImport(eve, id, now), { outcome: 'decided-before' })
})

test('Who confirmed elsewhere is added when a second person says so, at once and with the evidence', async () => {
  const away = await makeThoseWhoStayAway('elsewhere')
  const id = await bring(
    ['email;confirmed_at;lang', 'lea@reader.example;2020-05-01;fr', 'sami@reader.example;;', ...away].join('\n'),
    true,
  )
  assert.deepEqual(await approveImport(ada, id, now), { outcome: 'own-import' })
  assert.deepEqual(await approveImport(eve, id, now), { outcome: 'added', count: 2 })
  const [lea] = await db
    .select()
    .from(subscribers)
    .where(eq(subscribers.addressHash, addressHashOf('lea@reader.example')))
  assert.deepEqual([lea?.status, lea?.language, lea?.confirmedAt], ['active', 'fr', new Date('2020-05-01T00:00:00Z')])
  assert.equal(await statusOf('sami@reader.example'), 'active')
  for (const address of away) assert.notEqual(await statusOf(address), 'active', address)
  const [consent] = await db
    .select()
    .from(consentEvents)
    .where(eq(consentEvents.addressHash, addressHashOf('lea@reader.example')))
  assert.deepEqual([consent?.kind, consent?.personId, consent?.newsletterId], ['imported', eve.personId, daily])
  assert.ok(consent?.consentTextId)
  const done = await find(id)
  assert.deepEqual([done.status, done.counts.added, done.approvedById], ['done', 2, eve.personId])
  assert.equal(await rowsOf(id), 0)
})

test('The others are asked once each, no faster than the hour allows, and whoever left meanwhile is not', async () => {
  const people = Array.from({ length: askedAnHour + 60 }, (_, at) => `asked-${at}@reader.example`)
  const id = await bring(`email\n${people.join('\n')}`, false, weekly)
  assert.deepEqual(await approveImport(ada, id, now), { outcome: 'asking' })
  assert.deepEqual(await Promise.all([askImported(now), askImported(now)]).then((counts) => counts[0] + counts[1]), askedAnHour)
  assert.equal(await statusOf('asked-0@reader.example', weekly), 'pending')
  assert.equal(await db.$count(confirmations), askedAnHour)
  await act((tx) => suppress(tx, { addressHash: addressHashOf(people.at(-1) ?? ''), reason: 'never_again' }, now))
  assert.equal(await askImported(later(30)), 0)
  assert.equal(await askImported(later(61)), 59)
  assert.equal(await statusOf(people.at(-1) ?? '', weekly), 'none')
  assert.equal((await find(id)).status, 'approved')
  assert.equal(await askImported(later(130)), 0)
  assert.equal((await find(id)).status, 'done')
  assert.equal(await rowsOf(id), 0)
})

test('An import that nobody decides about is forgotten with its addresses', async () => {
  const id = await bring('email\nforgotten@reader.example', true)
  await askImported(later(29 * 24 * 60))
  assert.equal((await find(id)).status, 'read')
  await askImported(later(31 * 24 * 60))
  assert.equal((await find(id)).status, 'discarded')
  assert.equal(await rowsOf(id), 0)
})

test('Whoever leaves, bounces or is suppressed while an import is added ends up outside of it', async () => {
  for (let turn = 0; turn < 8; turn++) {
    const known = await makeSubscriber(`racer-${turn}@reader.example`, [daily], now)
    const unknown = `stranger-${turn}@reader.example`
    const crowd = Array.from({ length: 200 }, (_, at) => `crowd-${turn}-${at}@reader.example`)
    const id = await bring(['email', `racer-${turn}@reader.example`, unknown, ...crowd].join('\n'), true, weekly)
    await Promise.all([
      approveImport(eve, id, now),
      act((tx) => suppress(tx, { addressHash: known.addressHash, reason: 'complaint' }, now)),
      act((tx) => suppress(tx, { addressHash: addressHashOf(unknown), reason: 'never_again' }, now)),
    ])
    assert.notEqual(await statusOf(`racer-${turn}@reader.example`, weekly), 'active')
    assert.notEqual(await statusOf(unknown, weekly), 'active')
    assert.equal(await statusOf(`crowd-${turn}-7@reader.example`, weekly), 'active')
  }
})

test('A file that is broken anywhere leaves nothing behind', async () => {
  const before = await db.$count(subscriberImports)
  const sound = `email\n${'zoé@reader.example\n'.repeat(50)}`
  const whole = Buffer.concat([Buffer.from(sound), Buffer.from('rémi@reader.example\n', 'latin1')])
  const read = await readImport(ada, { newsletterId: daily, evidence, isConfirmedElsewhere: true }, whole, now)
  assert.deepEqual(read, { outcome: 'refused', fault: 'encoding', line: 52 })
  assert.equal(await db.$count(subscriberImports), before)
})

test('200,000 lines are read, judged and added', async () => {
  const lines = Array.from({ length: 200_000 }, (_, at) => `many-${at}@reader-${at % 50}.example`)
  const id = await bring(`email\n${lines.join('\n')}\n`, true)
  assert.equal((await find(id)).counts.added, 200_000)
  assert.deepEqual(await approveImport(eve, id, now), { outcome: 'added', count: 200_000 })
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from subscriptions where newsletter_id = ${daily} and source = 'import' and status = 'active'`)
  assert.equal(row?.count, 200_002)
})

test('Only publishers bring addresses, after they gave the second factor', async () => {
  const form = { newsletterId: daily, evidence, isConfirmedElsewhere: false }
  const bytes = Buffer.from('email\na@reader.example')
  assert.deepEqual(await readImport(await makeActor('editor', now), form, bytes, now), { outcome: 'not-allowed' })
  const stale = await makeActor('publisher', later(-60))
  assert.deepEqual(await readImport(stale, form, bytes, now), { outcome: 'ask-again' })
  assert.deepEqual(await approveImport(stale, crypto.randomUUID(), now), { outcome: 'ask-again' })
  assert.deepEqual(await readImport(ada, { ...form, newsletterId: crypto.randomUUID() }, bytes, now), { outcome: 'unknown' })
})
