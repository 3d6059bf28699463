import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { mails } from '../mail/schema'
import { testDatabase } from '../testing'
import { addressHashOf } from './addresses'
import { answerRequest } from './answering'
import { allowAgain, confirmSubscription, findConfirmation, neverWriteAgain } from './confirming'
import { subscriberRequests } from './request-schema'
import { consentEvents, consentTexts, subscribers, subscriptions, suppressions } from './schema'
import { clearOldConfirmations } from './sweeping'
import { answerAll, ask, linksTo, makeNewsletter, makeSubscriber, tokenTo } from './testing-subscribers'
import { confirmationToken } from './tokens'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const day = 24 * 60
const weekly = await makeNewsletter('weekly')
const turkey = await makeNewsletter('turkey')
const ada = 'Ada@reader.example'

beforeEach(async () => {
  await db.execute(sql`truncate subscribers, mails, limits, suppressions, subscriber_requests, sign_up_hours cascade`)
})

async function statusesOf(address: string) {
  const rows = await db
    .select({ newsletterId: subscriptions.newsletterId, status: subscriptions.status })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(eq(subscribers.addressHash, addressHashOf(address.toLowerCase())))
  return Object.fromEntries(rows.map((row) => [row.newsletterId === weekly ? 'weekly' : 'turkey', row.status]))
}

test('One mail asks for all that was chosen; confirming it begins what is ticked, and says what words were agreed to', async () => {
  assert.equal(await ask(ada, [weekly, turkey], now), 'promised')
  assert.deepEqual(await answerAll(now), ['asked'])
  assert.equal((await linksTo(ada, 'newsletter-confirmation')).length, 1)
  const token = await tokenTo(ada, 'newsletter-confirmation')
  const shown = await findConfirmation(token, now)
  assert.deepEqual(shown.kind === 'open' && shown.newsletters.map(({ name }) => name), ['The turkey', 'The weekly'])
  assert.equal((await db.select().from(subscribers))[0]?.status, 'pending')
  assert.equal(await confirmSubscription(token, [], now), 'none-chosen')
  assert.equal(await confirmSubscription(token, [weekly], now), 'confirmed')
  assert.deepEqual(await statusesOf(ada), { weekly: 'active', turkey: 'pending' })
  const hash = addressHashOf('ada@reader.example')
  const consents = await db
    .select({ kind: consentEvents.kind, newsletterId: consentEvents.newsletterId, words: consentTexts.body })
    .from(consentEvents)
    .leftJoin(consentTexts, eq(consentTexts.id, consentEvents.consentTextId))
    .where(eq(consentEvents.addressHash, hash))
    .orderBy(consentEvents.id)
  assert.deepEqual(consents.map(({ kind }) => kind).sort(), ['confirmed', 'requested', 'requested'])
  assert.ok(consents.every(({ words }) => words === 'You agree to get the newsletters that you chose.'))
})

test('Pressed twice at once a confirmation is given once', async () => {
  await ask(ada, [weekly], now)
  await answerAll(now)
  const token = await tokenTo(ada, 'newsletter-confirmation')
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => confirmSubscription(token, [weekly], now)))
  assert.deepEqual(outcomes.sort(), ['confirmed', ...Array(5).fill('confirmed-before')])
  const events = await db.select().from(consentEvents).where(eq(consentEvents.kind, 'confirmed'))
  assert.equal(events.filter(({ at }) => at.getTime() === now.getTime() && at).length >= 1, true)
})

test('A link that was forged, is of another kind or is over confirms nothing', async () => {
  await ask(ada, [weekly], now)
  await answerAll(now)
  const token = await tokenTo(ada, 'newsletter-confirmation')
  for (const wrong of ['', 'x', `${token}0`, token.toUpperCase(), `2${token.slice(1)}`, `${token.slice(0, -1)}g`])
    assert.equal(await confirmSubscription(wrong, [weekly], now), 'unknown', wrong)
  assert.equal(await confirmSubscription(token, [weekly], later(7 * day)), 'lapsed')
  const foreign = confirmationToken({
    confirmationId: '00000000-0000-4000-8000-000000000001',
    addressHash: addressHashOf('ada@reader.example'),
  })
  assert.equal(await confirmSubscription(foreign, [weekly], now), 'lapsed')
  assert.deepEqual(await statusesOf(ada), { weekly: 'pending' })
})

test('Who receives it already is told so once a day, and is asked only for what is new', async () => {
  await makeSubscriber(ada, [weekly], now)
  for (const minutes of [20, 60, 300]) {
    await ask(ada, [weekly], later(minutes))
    await answerAll(later(minutes))
  }
  assert.deepEqual(await linksTo(ada, 'newsletter-already'), ['/newsletters/preferences'])
  await ask(ada, [weekly, turkey], later(310))
  assert.deepEqual(await answerAll(later(310)), ['asked'])
  const shown = await findConfirmation(await tokenTo(ada, 'newsletter-confirmation'), later(310))
  assert.deepEqual(shown.kind === 'open' && shown.newsletters.map(({ name }) => name), ['The turkey'])
})

test('Who may not be written to gets no mail; of their own will come back who was erased or bounced softly', async () => {
  for (const [reason, isAsked] of [
    ['hard_bounce', false],
    ['complaint', false],
    ['never_again', false],
    ['staff', false],
    ['erased', true],
    ['soft_bounces', true],
  ] as const) {
    const email = `${reason.replace('_', '-')}@reader.example`
    await db.insert(suppressions).values({ addressHash: addressHashOf(email), reason })
    assert.equal(await ask(email, [weekly], now, { clientAddress: `203.0.${reason.length}.1` }), 'promised')
    assert.deepEqual(await answerAll(now), [isAsked ? 'asked' : 'nothing'], reason)
    const token = await tokenTo(email, 'newsletter-confirmation')
    assert.equal(token !== '', isAsked)
    if (isAsked) assert.equal(await confirmSubscription(token, [weekly], now), 'confirmed')
    const left = await db
      .select()
      .from(suppressions)
      .where(eq(suppressions.addressHash, addressHashOf(email)))
    assert.equal(left.length, isAsked ? 0 : 1, reason)
  }
})

test('A newsletter that may not write to somebody is left out of what they are asked', async () => {
  await db
    .insert(suppressions)
    .values({ addressHash: addressHashOf('ada@reader.example'), newsletterId: turkey, reason: 'staff' })
  await ask(ada, [weekly, turkey], now)
  await answerAll(now)
  assert.deepEqual(await statusesOf(ada), { weekly: 'pending' })
})

test('"Never again" forgets the address at once, holds for ever, and is taken back only by the mail in which it was said', async () => {
  await ask(ada, [weekly], now)
  await answerAll(now)
  await ask(ada, [turkey], later(20))
  await answerAll(later(20))
  const [first = '', second = ''] = (await linksTo(ada, 'newsletter-confirmation')).map((path) => path.split('/').at(-1))
  assert.equal(await neverWriteAgain('x', now), 'unknown')
  assert.equal(await neverWriteAgain(first, later(30)), 'suppressed')
  assert.equal(await neverWriteAgain(first, later(30 * day)), 'suppressed')
  assert.deepEqual(await db.select().from(subscribers), [])
  assert.equal((await findConfirmation(second, later(31))).kind, 'suppressed')
  await ask(ada, [weekly], later(5 * day))
  assert.deepEqual(await answerAll(later(5 * day)), ['nothing'])
  const [only, ...others] = await db.select().from(suppressions)
  assert.deepEqual([only?.reason, others], ['never_again', []])
  assert.equal(await allowAgain(`${first}0`, later(6 * day)), 'unknown')
  assert.equal(await allowAgain(first, later(6 * day)), 'allowed')
  await ask(ada, [weekly], later(6 * day))
  assert.deepEqual(await answerAll(later(6 * day)), ['asked'])
})

test('Who left stays gone until they confirm anew, whoever types their address', async () => {
  await makeSubscriber(ada, [weekly], now)
  await db.update(subscriptions).set({ status: 'ended', end: 'link', endedAt: now })
  await ask(ada, [weekly], later(60))
  assert.deepEqual(await answerAll(later(60)), ['asked'])
  assert.deepEqual(await statusesOf(ada), { weekly: 'ended' })
  await clearOldConfirmations(later(9 * day))
  assert.deepEqual(await statusesOf(ada), { weekly: 'ended' })
})

test('What is not confirmed in seven days is forgotten, and nobody else', async () => {
  await makeSubscriber('kept@reader.example', [weekly], now)
  await ask(ada, [weekly], now)
  await ask('kept@reader.example', [turkey], later(20))
  await answerAll(later(20))
  await clearOldConfirmations(later(6 * day))
  assert.equal((await db.select().from(subscribers)).length, 2)
  await clearOldConfirmations(later(7 * day + 21))
  assert.deepEqual(
    (await db.select().from(subscribers)).map(({ address }) => address),
    ['kept@reader.example'],
  )
  assert.deepEqual(await statusesOf('kept@reader.example'), { weekly: 'active' })
})

test('A request is answered once, however often its job runs', async () => {
  await ask(ada, [weekly], now)
  const [request] = await db.select().from(subscriberRequests)
  const answers = await Promise.all(Array.from({ length: 4 }, () => answerRequest(request?.id ?? '', now)))
  assert.deepEqual(answers.sort(), ['answered-before', 'answered-before', 'answered-before', 'asked'])
  assert.equal((await db.select().from(mails)).length, 1)
})
