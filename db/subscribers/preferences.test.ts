import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { deliveries } from '../deliveries/schema'
import { replayErasures } from '../erasures/commands'
import { erasures } from '../erasures/schema'
import { mails } from '../mail/schema'
import { testDatabase } from '../testing'
import { addressHashOf } from './addresses'
import { confirmSubscription, findConfirmation } from './confirming'
import { keepConsentText } from './consent'
import { exportLines, exportSubscriber } from './exporting'
import { findDelivery, leaveNewsletter } from './leaving'
import { changePreferences, eraseSubscriber, findPreferences } from './preferences'
import { requestLinkOfDelivery } from './requests'
import { isTimeZone, type PreferencesInput } from './rules'
import { consentEvents, subscribers, subscriptions, suppressions } from './schema'
import { answerAll, ask, makeDelivery, makeNewsletter, makeSubscriber, tokenTo } from './testing-subscribers'
import { preferenceToken } from './tokens'

const folder = mkdtempSync(join(tmpdir(), 'subscribers-'))
process.env.ERASURES_FILE = join(folder, 'erasures.jsonl')
after(() => rmSync(folder, { recursive: true }))
await testDatabase()

const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const weekly = await makeNewsletter('weekly')
const turkey = await makeNewsletter('turkey')
const consentTextId = await keepConsentText('en', 'You agree.')
const shown = { consentTextId, timeZone: 'Asia/Beirut' }
const ada = 'ada@reader.example'
const hash = addressHashOf(ada)
let adaId = ''
let token = ''

beforeEach(async () => {
  await db.execute(
    sql`truncate subscribers, mails, limits, suppressions, subscriber_requests, sign_up_hours, deliveries, newsletter_editions cascade`,
  )
  adaId = await makeSubscriber(ada, [weekly], now)
  token = preferenceToken({ subscriberId: adaId, linkVersion: 1 }, now)
})

function wishing(changes: Partial<PreferencesInput> = {}): PreferencesInput {
  return { newsletterIds: [weekly], pausedUntil: '', language: 'en', timeZone: '', ...changes }
}

async function consentsSince(kind: (typeof consentEvents.$inferSelect)['kind']) {
  const rows = await db.select().from(consentEvents).where(eq(consentEvents.addressHash, hash)).orderBy(consentEvents.id)
  return rows.filter((row) => row.kind === kind)
}

async function statuses() {
  const rows = await db.select().from(subscriptions).where(eq(subscriptions.subscriberId, adaId))
  return Object.fromEntries(rows.map((row) => [row.newsletterId === weekly ? 'weekly' : 'turkey', row.end ?? row.status]))
}

test('By their link somebody changes what they receive, when, and in which language and zone', async () => {
  const input = wishing({ newsletterIds: [turkey], pausedUntil: '2026-12-24', language: 'fr', timeZone: 'Europe/Paris' })
  assert.equal(await changePreferences(token, input, shown, later(1)), 'changed')
  assert.deepEqual(await statuses(), { weekly: 'preferences', turkey: 'active' })
  const [row] = await db.select().from(subscribers)
  assert.equal(row?.pausedUntil?.toISOString(), '2026-12-23T23:00:00.000Z')
  const found = await findPreferences(token, 'en', 'Asia/Beirut', later(2))
  assert.deepEqual(found, {
    address: ada,
    language: 'fr',
    timeZone: 'Europe/Paris',
    pausedUntil: '2026-12-24',
    newsletters: [
      { id: turkey, name: 'The turkey', isChosen: true },
      { id: weekly, name: 'The weekly', isChosen: false },
    ],
  })
  assert.equal((await consentsSince('paused')).length, 1)
  assert.equal((await consentsSince('changed')).at(-1)?.details.timeZone, 'Europe/Paris')
  // The same again is no change, and tells the ledger nothing.
  const before = await db.$count(consentEvents)
  assert.equal(await changePreferences(token, input, shown, later(3)), 'changed')
  assert.equal(await db.$count(consentEvents), before)
  assert.equal(await changePreferences(token, wishing({ newsletterIds: [turkey, weekly] }), shown, later(4)), 'changed')
  assert.deepEqual(await statuses(), { weekly: 'active', turkey: 'active' })
  assert.ok((await consentsSince('resumed')).length >= 1)
})

test('What cannot be is refused in words, and changes nothing', async () => {
  const outcomes = []
  for (const wrong of [
    { timeZone: 'Mars/Olympus' },
    { pausedUntil: '2026-02-30' },
    { pausedUntil: 'tomorrow' },
    { pausedUntil: '2026-11-22' },
    { pausedUntil: '2036-11-22' },
  ])
    outcomes.push(await changePreferences(token, wishing(wrong), shown, now))
  assert.deepEqual(outcomes, ['no-time-zone', 'no-day', 'no-day', 'past-day', 'past-day'])
  assert.deepEqual([isTimeZone('Asia/Beirut'), isTimeZone('+02:00'), isTimeZone('')], [true, false, false])
})

test('A link is good for an hour, for whom it was made, and until it is ended', async () => {
  const foreign = preferenceToken({ subscriberId: '00000000-0000-4000-8000-000000000001', linkVersion: 1 }, now)
  const ended = preferenceToken({ subscriberId: adaId, linkVersion: 2 }, now)
  const forged = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
  for (const [wrong, at] of [
    [token, later(60)],
    [foreign, now],
    [ended, now],
    [forged, now],
    ['', now],
    [await tokenTo(ada, 'newsletter-confirmation'), now],
  ] as const) {
    assert.equal(await findPreferences(wrong, 'en', 'UTC', at), null)
    assert.equal(await changePreferences(wrong, wishing({ newsletterIds: [] }), shown, at), 'lapsed')
    assert.equal(await exportSubscriber(wrong, at), null)
    assert.equal(await eraseSubscriber(wrong, at), 'lapsed')
  }
  assert.deepEqual(await statuses(), { weekly: 'active' })
})

test('An export has all that is kept, and a spreadsheet takes nothing of it for a formula', async () => {
  await makeDelivery(weekly, adaId, now)
  await db.execute(sql`update newsletter_editions set subject = '=HYPERLINK("http://evil.example")'`)
  const exported = await exportSubscriber(token, now)
  assert.equal(exported?.subscriber[0]?.address, ada)
  assert.equal(exported?.subscriptions.length, 1)
  assert.deepEqual(exported?.consents.at(-1)?.words, 'You agree to get the newsletters that you chose.')
  assert.equal(exported?.deliveries.length, 1)
  const lines = exported ? exportLines(exported) : []
  assert.ok(lines.includes('subscriber,1,address,ada@reader.example\r\n'))
  assert.ok(lines.some((line) => line.startsWith(`deliveries,1,subject,"'=HYPERLINK`)))
})

test('Erased, nothing is left of somebody but the hash; no backup and no import brings them back, and they themselves may come', async () => {
  const delivery = await makeDelivery(weekly, adaId, now)
  await ask(ada, [turkey], later(20))
  assert.equal(await eraseSubscriber(token, later(21)), 'erased')
  assert.equal(await eraseSubscriber(token, later(21)), 'lapsed')
  assert.deepEqual(await answerAll(later(22)), [])
  const [row] = await db.select().from(subscribers)
  assert.deepEqual([row?.status, row?.address, row?.linkVersion], ['erased', null, 2])
  assert.deepEqual(await statuses(), { weekly: 'erased' })
  assert.equal((await db.select().from(deliveries))[0]?.reply, null)
  assert.equal((await db.select().from(suppressions))[0]?.reason, 'erased')
  assert.ok((await db.select().from(mails)).every(({ toAddress }) => toAddress === ''))
  for (const text of [JSON.stringify(await db.select().from(erasures)), readFileSync(process.env.ERASURES_FILE ?? '', 'utf8')])
    assert.doesNotMatch(text, /reader\.example/)
  assert.equal(await leaveNewsletter(delivery, 'link', later(23)), 'left-before')

  await ask(ada, [weekly], later(60 * 24))
  assert.deepEqual(await answerAll(later(60 * 24)), ['asked'])
  assert.equal(await confirmSubscription(await tokenTo(ada, 'newsletter-confirmation'), [weekly], later(60 * 24)), 'confirmed')
  assert.deepEqual(await db.select().from(suppressions), [])
})

test('A restored database forgets again whom the journal has erased', async () => {
  await eraseSubscriber(token, later(1))
  const journal = (await db.select().from(erasures)).slice(-1)
  await db.execute(sql`truncate subscribers, mails, limits, suppressions cascade`)
  await makeSubscriber(ada, [weekly], now)
  const unknown = journal.map((erasure) => ({ ...erasure, id: '00000000-0000-4000-8000-00000000000a' }))
  await db.transaction((tx) => replayErasures(tx, unknown, later(2)))
  assert.equal((await db.select().from(subscribers))[0]?.status, 'erased')
})

test('A sign-up that meets an erasure is erased with it or comes after it, never half', async () => {
  for (let round = 0; round < 8; round++) {
    const email = `r${round}@race.example`
    const id = await makeSubscriber(email, [weekly], now)
    await ask(email, [turkey], later(20), { clientAddress: `10.3.${round}.1` })
    await Promise.all([
      answerAll(later(20)),
      eraseSubscriber(preferenceToken({ subscriberId: id, linkVersion: 1 }, later(20)), later(20)),
    ])
    const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id))
    const confirmation = await findConfirmation(await tokenTo(email, 'newsletter-confirmation'), later(21))
    if (row?.status === 'erased') assert.notEqual(confirmation.kind, 'open')
    else assert.deepEqual([row?.status, row?.address], ['pending', email])
  }
})

test('By an edition’s link somebody leaves the newsletter it came with, once, and no other', async () => {
  await changePreferences(token, wishing({ newsletterIds: [weekly, turkey] }), shown, now)
  const delivery = await makeDelivery(weekly, adaId, now)
  assert.deepEqual(await findDelivery(delivery), { language: 'en', newsletter: 'The weekly', isSubscribed: true })
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => leaveNewsletter(delivery, 'one_click', later(1))))
  assert.deepEqual(outcomes.sort(), ['left', ...Array(4).fill('left-before')])
  assert.deepEqual(await statuses(), { weekly: 'one_click', turkey: 'active' })
  const [row] = await db.select().from(deliveries)
  assert.equal(row?.leftAt?.getTime(), later(1).getTime())
  assert.equal((await consentsSince('left')).filter(({ details }) => details.how === 'one_click').length >= 1, true)
  assert.equal(await leaveNewsletter(`${delivery}0`, 'link', now), 'unknown')
  assert.equal(await findDelivery('1x-0'), null)
  assert.equal(await requestLinkOfDelivery(delivery, { clientAddress: '10.0.0.1' }, later(2)), 'promised')
  assert.deepEqual(await answerAll(later(2)), ['link-sent'])
})

test('Who leaves by an edition that was uncertain has received it', async () => {
  const delivery = await makeDelivery(weekly, adaId, now)
  await db.update(deliveries).set({ status: 'uncertain', endedAt: null })
  await leaveNewsletter(delivery, 'link', later(1))
  assert.equal((await db.select().from(deliveries))[0]?.status, 'sent')
})
