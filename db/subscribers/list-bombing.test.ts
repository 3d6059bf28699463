import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { listAlarms } from '../alarms/queries'
import { db } from '../client'
import { mails } from '../mail/schema'
import { domainOfAddress } from '../sending-domains/rules'
import { testDatabase } from '../testing'
import { foldedAddress, readAddress } from './addresses'
import { findBreaker } from './breaker'
import { networkOf } from './networks'
import { signUpHours } from './request-schema'
import { requestLinkOfDelivery, requestPreferenceLink } from './requests'
import { breakerOf } from './sign-up-rules'
import { answerAll, ask, linksTo, makeNewsletter, makeSubscriber, tokenTo } from './testing-subscribers'
import { readPreferenceToken } from './tokens'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const weekly = await makeNewsletter('weekly')

beforeEach(async () => {
  await db.execute(sql`truncate subscribers, mails, limits, suppressions, subscriber_requests, sign_up_hours cascade`)
})

test('1,000 sign-ups for 10 addresses from 200 networks bring each at most 3 mails a day, and a link to the preferences still comes', async () => {
  const victims = Array.from({ length: 10 }, (_, at) => `victim${at}@host${at}.example`)
  await makeSubscriber(victims[0] ?? '', [weekly], later(-30 * 24 * 60))
  await db.execute(sql`truncate mails, limits, sign_up_hours`)
  const spellings = (victim: string, at: number) =>
    at % 3 === 0 ? victim.replace('victim', 'v.ictim').replace('@', '+x@') : victim
  for (let at = 0; at < 1000; at++) {
    const moment = later(Math.floor(at / 2))
    const email = spellings(victims[at % 10] ?? '', at)
    await ask(email, [weekly], moment, { clientAddress: `10.${at % 200}.0.${at % 250}` })
    if (at % 50 === 49) await answerAll(moment)
  }
  await answerAll(later(501))
  const sent = await db.select({ to: mails.toAddress }).from(mails)
  const perPerson = Map.groupBy(sent, ({ to }) => foldedAddress(readAddress(to)?.normal ?? ''))
  assert.equal(perPerson.size, 10)
  for (const [person, own] of perPerson) assert.ok(own.length <= 3, `${person}: ${own.length}`)
  const from = { clientAddress: '198.51.100.1' }
  assert.equal(await requestPreferenceLink({ email: victims[0] ?? '', language: 'en' }, from, later(502)), 'promised')
  assert.deepEqual(await answerAll(later(502)), ['link-sent'])
})

test('Turns come back one by one: at most three mails in any day, and five in any thirty', async () => {
  const mailed: number[] = []
  for (let hour = 0; hour < 40 * 24; hour += 3) {
    await ask('ada@reader.example', [weekly], later(hour * 60), { clientAddress: `10.${hour % 250}.1.1` })
    const [answer] = await answerAll(later(hour * 60))
    if (answer === 'asked') mailed.push(hour)
  }
  for (const hour of mailed) {
    assert.ok(mailed.filter((one) => one >= hour && one < hour + 24).length <= 3)
    assert.ok(mailed.filter((one) => one >= hour && one < hour + 720).length <= 5)
  }
  assert.ok(
    mailed.some((hour) => hour >= 720),
    'it begins anew',
  )
})

test('Who holds an older mail of ours is asked again, though others have used up the month', async () => {
  for (let hour = 0; hour < 60; hour += 10) {
    await ask('ada@reader.example', [weekly], later(hour * 60), { clientAddress: `10.${hour}.1.1` })
    await answerAll(later(hour * 60))
  }
  const proof = await tokenTo('ada@reader.example', 'newsletter-confirmation')
  const tenthDay = later(10 * 24 * 60)
  await ask('ada@reader.example', [weekly], tenthDay, { proof: `${proof}0`, clientAddress: '10.99.1.1' })
  assert.deepEqual(await answerAll(tenthDay), ['nothing'])
  await ask('bea@reader.example', [weekly], tenthDay, { proof, clientAddress: '10.99.1.1' })
  await ask('ada@reader.example', [weekly], tenthDay, { proof, clientAddress: '10.99.1.1' })
  assert.deepEqual(await answerAll(tenthDay), ['asked', 'asked'])
})

test('A network may ask ten times an hour, by whichever of its addresses', async () => {
  const answers = []
  for (let at = 0; at < 12; at++)
    answers.push(
      await ask(`a${at}@r${at}.example`, [weekly], now, { clientAddress: `2001:db8:1:${(0x10 + at).toString(16)}::1` }),
    )
  assert.deepEqual(answers, [...Array(10).fill('promised'), 'too-many', 'too-many'])
  assert.equal(await ask('b@r.example', [weekly], now, { clientAddress: '2001:db8:1:300::1' }), 'promised')
  assert.equal(await ask('c@r.example', [weekly], later(60), { clientAddress: '2001:db8:1:20::9' }), 'promised')
})

test('Far more sign-ups than usual make everybody slower, and the desk is told', async () => {
  for (let at = 0; at < 61; at++) await ask(`a${at}@r${at}.example`, [weekly], later(at / 10), { clientAddress: `10.1.${at}.1` })
  assert.equal((await findBreaker(later(7))).kind, 'surge')
  const answers = []
  for (let at = 0; at < 4; at++)
    answers.push(await ask(`b${at}@s${at}.example`, [weekly], later(8), { clientAddress: '10.2.1.1' }))
  assert.deepEqual(answers, ['promised', 'promised', 'promised', 'too-many'])
  const actor = { personId: '00000000-0000-4000-8000-000000000001', role: 'publisher' as const, sectionIds: [] }
  const [alarm] = await listAlarms(actor, later(9))
  assert.equal(alarm?.kind, 'sign-ups')
  assert.deepEqual(await listAlarms({ ...actor, role: 'contributor' }, later(9)), [])
  assert.equal((await findBreaker(later(70))).kind, 'closed')
})

test('Mails that hardly anybody confirms open the breaker too', async () => {
  const hour = new Date('2026-11-22T09:00:00Z')
  await db.insert(signUpHours).values({ hour, requested: 120, asked: 110, confirmed: 10 })
  assert.equal((await findBreaker(now)).kind, 'unconfirmed')
  await db.update(signUpHours).set({ confirmed: 11 })
  assert.equal((await findBreaker(now)).kind, 'closed')
})

test('What is usual for a publication is no surge', () => {
  const hours = Array.from({ length: 169 }, (_, at) => ({ hour: later(-60 * at), requested: 100, asked: 0, confirmed: 0 }))
  assert.equal(breakerOf(hours, now).kind, 'closed')
  assert.equal(breakerOf([{ hour: now, requested: 500, asked: 0, confirmed: 0 }, ...hours.slice(1)], now).kind, 'closed')
  assert.equal(breakerOf([{ hour: now, requested: 501, asked: 0, confirmed: 0 }, ...hours.slice(1)], now).kind, 'surge')
})

test('A link to the preferences goes to who receives newsletters, for an hour, and to nobody else', async () => {
  await makeSubscriber('ada@reader.example', [weekly], now)
  const from = { clientAddress: '198.51.100.1' }
  for (const email of ['ada@reader.example', 'unknown@reader.example'])
    assert.equal(await requestPreferenceLink({ email, language: 'en' }, from, now), 'promised')
  assert.equal(await requestPreferenceLink({ email: 'no address', language: 'en' }, from, now), 'not-an-address')
  assert.equal(await requestLinkOfDelivery('x', from, now), 'unknown')
  assert.deepEqual((await answerAll(now)).sort(), ['link-sent', 'nothing'])
  const token = await tokenTo('ada@reader.example', 'newsletter-preferences')
  assert.equal(readPreferenceToken(token)?.endsAt.getTime(), later(60).getTime())
  assert.deepEqual(await linksTo('unknown@reader.example', 'newsletter-preferences'), [])
})

test('What is no address asks for nothing', async () => {
  for (const email of [
    '',
    'a@b',
    'a b@c.example',
    'a@c.example\r\nBcc: e@f.example',
    `${'a'.repeat(65)}@c.example`,
    'a@c.example,d@e.example',
  ])
    assert.equal(await ask(email, [weekly], now), 'not-an-address')
  assert.equal(await ask('a@c.example', ['00000000-0000-4000-8000-000000000001'], now), 'none-open')
  assert.equal(await ask('ليلى@مثال.إختبار', [weekly], now), 'promised')
  assert.deepEqual(await answerAll(now), ['asked'])
})

test('A network is what one customer is given, and an address is folded for limits only to one of its own domain', () => {
  assert.equal(networkOf('203.0.113.77'), '203.0.113.0/24')
  assert.equal(networkOf('2001:db8:0:12ab::1'), '2001:0db8:0000:1200::/56')
  assert.equal(networkOf('::1'), '0000:0000:0000:0000::/56')
  assert.equal(networkOf('nonsense'), 'unknown')
  assert.equal(foldedAddress('a.b.c+news@mail.example'), 'abc@mail.example')
  assert.equal(foldedAddress('+@mail.example'), '+@mail.example')
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      const normal = readAddress(email)?.normal
      if (normal === undefined) return
      assert.equal(domainOfAddress(foldedAddress(normal)), domainOfAddress(normal))
      assert.equal(foldedAddress(foldedAddress(normal)), foldedAddress(normal))
    }),
  )
  fc.assert(fc.property(fc.ipV6(), (address) => assert.match(networkOf(address), /^([0-9a-f]{4}:){3}[0-9a-f]{2}00::\/56$/)))
})
