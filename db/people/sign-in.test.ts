import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { generate } from 'otplib'
import { db } from '../client'
import { mails } from '../mail/schema'
import { settingsSchema, unnamedSettings } from '../settings/rules'
import { settings } from '../settings/schema'
import { testDatabase } from '../testing'
import { invitePerson } from './commands'
import { findInvitation, openInvitation } from './invitations'
import { askForNewPasskey } from './passkeys'
import { type Actor, isFresh } from './rules'
import { makeSampleStaff } from './sample-staff'
import { people, sessions, signInLinks } from './schema'
import { beginApp, confirmApp, findSecondFactors, giveCode, removeApp, renewRecoveryCodes } from './second-factor'
import { endOtherSessions, endSession, findActor, listSessions } from './sessions'
import { isLinkLive, openLink, requestSignIn, typeCode } from './sign-in'

await testDatabase()
process.env.SECRET = 'a secret for these tests alone, long enough'

const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let asked = 0
/** That of the asking last made. */
let browser = ''
const asker = () => {
  asked++
  browser = `asking ${asked}`
  return { browser, address: `203.0.${asked}.1` }
}

/** Somebody with an app, in a session in which they have given its code. */
async function makeStaff(email: string, at = now): Promise<{ actor: Actor; secret: string; recoveryCodes: string[] }> {
  const { token } = await invitePerson({ email, role: 'editor' }, at)
  const session = await openInvitation(token, 'Firefox, Linux', at)
  assert.ok(session !== 'lapsed')
  const actor = await findActor(session.token, at)
  assert.ok(actor)
  const app = await beginApp(actor, at)
  assert.ok(app.outcome === 'begun')
  const enrolled = await confirmApp(actor, await codeOf(app.secret, at), at)
  assert.ok(enrolled.outcome === 'enrolled')
  const confirmed = await findActor(session.token, at)
  assert.ok(confirmed)
  return { actor: confirmed, secret: app.secret, recoveryCodes: enrolled.recoveryCodes }
}

async function codeOf(secret: string, at: Date): Promise<string> {
  return generate({ secret, epoch: Math.floor(at.getTime() / 1000) })
}

/** Asks for a link and takes it from the mail, as its reader would. */
async function askForLink(email: string, at: Date): Promise<string> {
  await requestSignIn({ email }, asker(), at)
  const found = await db
    .select({ letter: mails.letter, createdAt: mails.createdAt })
    .from(mails)
    .where(eq(mails.toAddress, email))
  const newest = found.map(({ letter }) => letter).findLast((letter) => letter?.kind === 'sign-in')
  return newest?.path.split('/').at(-1) ?? ''
}

test('An invitation is looked at without being used, opens a session, and ends when a second factor is set up', async () => {
  const { token } = await invitePerson({ email: 'new@example.org', role: 'reporter' }, now)
  assert.equal((await findInvitation(token, now))?.role, 'reporter')
  assert.equal((await findInvitation(token, now))?.role, 'reporter')
  assert.equal(await findInvitation(token, later(7 * 24 * 60)), null)
  await makeStaff('accepted@example.org')
  const again = await openInvitation(token, '', now)
  assert.notEqual(again, 'lapsed')
})

test('A mailbox alone opens nothing: without a second factor no link is sent', async () => {
  await invitePerson({ email: 'half@example.org', role: 'reporter' }, now)
  assert.equal(await requestSignIn({ email: 'half@example.org' }, asker(), now), 'link-promised')
  assert.deepEqual(await db.select().from(mails).where(eq(mails.toAddress, 'half@example.org')), [])
})

test('Known, unknown and switched off get the same answer, and only the known get a mail', async () => {
  await makeStaff('off@example.org')
  await db.update(people).set({ isActive: false }).where(eq(people.email, 'off@example.org'))
  for (const email of ['off@example.org', 'nobody@example.org'])
    assert.equal(await requestSignIn({ email }, asker(), now), 'link-promised')
  assert.equal((await db.select().from(mails)).filter(({ toAddress }) => /off|nobody/.test(toAddress)).length, 0)
})

test('A code tells nobody whether an address may sign in', async () => {
  await makeStaff('asked-for@example.org')
  for (const email of ['asked-for@example.org', 'nobody-at-all@example.org']) {
    const here = asker()
    await requestSignIn({ email }, here, now)
    assert.equal((await typeCode('000000', here.browser, '', now)).outcome, 'refused')
  }
})

test('A secret that somebody saw in another session is not the one that is set up', async () => {
  const { token } = await invitePerson({ email: 'forwarded@example.org', role: 'editor' }, now)
  const secretIn = async () => {
    const session = await openInvitation(token, '', now)
    assert.ok(session !== 'lapsed')
    const actor = await findActor(session.token, now)
    assert.ok(actor)
    const [first, again] = [await beginApp(actor, now), await beginApp(actor, now)]
    assert.ok(first.outcome === 'begun' && again.outcome === 'begun')
    assert.equal(first.secret, again.secret)
    return first.secret
  }
  assert.notEqual(await secretIn(), await secretIn())
})

test('An app is taken away only when another factor is left', async () => {
  const { actor } = await makeStaff('phone-lost@example.org')
  assert.equal(await removeApp(actor, later(31)), 'ask-again')
  assert.equal(await removeApp(actor, later(1)), 'last')
})

test('A link signs in the browser that asked, once', async () => {
  await makeStaff('once@example.org')
  const token = await askForLink('once@example.org', now)
  assert.match(token, /^[\w-]{43}$/)
  assert.equal(await isLinkLive(token, now), true)
  const all = await Promise.all(Array.from({ length: 8 }, () => openLink(token, browser, 'Chrome, Windows', now)))
  const opened = all.filter((one) => one.outcome === 'signed-in')
  assert.equal(opened.length, 1)
  assert.equal(all.filter((one) => one.outcome === 'lapsed').length, 7)
  const actor = opened[0]?.outcome === 'signed-in' ? await findActor(opened[0].session.token, now) : null
  assert.equal(actor?.confirmedAt, null)
  assert.equal(JSON.stringify(await db.select().from(sessions)).includes(opened[0]?.session.token ?? ''), false)
})

test('A newer link ends the older, and ten minutes end both', async () => {
  await makeStaff('newer@example.org')
  const first = await askForLink('newer@example.org', now)
  const second = await askForLink('newer@example.org', later(1))
  assert.notEqual(first, second)
  for (const one of ['asking', browser]) assert.equal((await openLink(first, one, '', later(1))).outcome, 'lapsed')
  assert.equal((await openLink(second, browser, '', later(12))).outcome, 'lapsed')
})

test('In another browser a link shows a code, which opens only where it was asked for, and not after five wrong ones', async () => {
  await makeStaff('elsewhere@example.org')
  const token = await askForLink('elsewhere@example.org', now)
  const opened = await openLink(token, 'another browser', '', now)
  assert.ok(opened.outcome === 'elsewhere')
  assert.match(opened.code, /^\d{6}$/)
  assert.equal((await typeCode(opened.code, 'another browser', '', now)).outcome, 'refused')
  const wrong = String((Number(opened.code) + 1) % 1_000_000).padStart(6, '0')
  for (let attempt = 0; attempt < 4; attempt++) assert.equal((await typeCode(wrong, browser, '', now)).outcome, 'refused')
  const again = await openLink(token, null, '', now)
  assert.ok(again.outcome === 'elsewhere')
  const wrongAgain = String((Number(again.code) + 1) % 1_000_000).padStart(6, '0')
  assert.equal((await typeCode(wrongAgain, browser, '', now)).outcome, 'refused')
  assert.equal((await typeCode(again.code, browser, '', now)).outcome, 'refused')
})

test('Three links in a quarter of an hour, then silence that looks the same', async () => {
  await makeStaff('often@example.org')
  const often = { email: 'often@example.org' }
  const here = asker()
  for (let time = 0; time < 6; time++) assert.equal(await requestSignIn(often, here, now), 'link-promised')
  const count = async () => (await db.select().from(mails).where(eq(mails.toAddress, often.email))).length
  assert.equal(await count(), 3)
  // Whoever asks in somebody's name from elsewhere does not silence them at once.
  await requestSignIn(often, asker(), now)
  assert.equal(await count(), 4)
})

test('A code of the app confirms a session, and no code twice', async () => {
  const { actor, secret } = await makeStaff('app@example.org')
  const code = await codeOf(secret, later(5))
  assert.equal(await giveCode(actor, code, later(5)), 'confirmed')
  assert.equal(await giveCode(actor, code, later(5)), 'wrong-code')
  assert.equal(await giveCode(actor, await codeOf(secret, later(-20)), later(6)), 'wrong-code')
})

test('Codes cannot be guessed by trying', async () => {
  const { actor, secret } = await makeStaff('guessed@example.org')
  for (let attempt = 0; attempt < 4; attempt++) assert.equal(await giveCode(actor, '000000', later(1)), 'wrong-code')
  assert.equal(await giveCode(actor, await codeOf(secret, later(1)), later(1)), 'too-many')
})

test('Each recovery code opens once; new ones end the old, and ask for a fresh confirmation', async () => {
  const { actor, recoveryCodes } = await makeStaff('paper@example.org')
  assert.equal(recoveryCodes.length, 10)
  const [first = '', second = ''] = recoveryCodes
  assert.equal(await giveCode(actor, first.toUpperCase(), later(1)), 'confirmed')
  assert.equal(await giveCode(actor, first, later(1)), 'wrong-code')
  assert.equal((await findSecondFactors(actor.personId)).recoveryCodes, 9)
  assert.equal(await renewRecoveryCodes(actor, later(31)), 'ask-again')
  const renewed = await renewRecoveryCodes(actor, later(2))
  assert.ok(renewed !== 'ask-again')
  assert.equal(await giveCode(actor, second, later(2)), 'wrong-code')
})

test('Whoever has a factor cannot add another by a link alone', async () => {
  const { actor } = await makeStaff('stolen@example.org')
  const half = { ...actor, confirmedAt: null }
  assert.equal((await beginApp(half, later(1))).outcome, 'there-already')
  assert.equal((await confirmApp(half, '000000', later(1))).outcome, 'ask-again')
  assert.equal(await askForNewPasskey(half, 'The Publication', later(1)), null)
})

test('One ends one’s own sessions, nobody else’s', async () => {
  const { actor } = await makeStaff('mine@example.org')
  const { actor: other } = await makeStaff('theirs@example.org')
  assert.equal(await endSession(actor, other.sessionId), 'unknown')
  const token = await askForLink('mine@example.org', now)
  const opened = await openLink(token, browser, 'Safari, iOS', now)
  assert.ok(opened.outcome === 'signed-in')
  assert.equal((await listSessions(actor.personId, now)).length, 2)
  await endOtherSessions(actor)
  assert.equal(await findActor(opened.session.token, now), null)
  assert.equal((await listSessions(actor.personId, now)).length, 1)
  assert.equal((await listSessions(other.personId, now)).length, 1)
})

test('Switching somebody off and changing a role count at the next request; twelve hours end a session', async () => {
  await makeStaff('changing@example.org')
  const opened = await openLink(await askForLink('changing@example.org', now), browser, '', now)
  assert.ok(opened.outcome === 'signed-in')
  const { token } = opened.session
  await db.update(people).set({ role: 'publisher' }).where(eq(people.email, 'changing@example.org'))
  assert.equal((await findActor(token, now))?.role, 'publisher')
  assert.equal(await findActor(token, later(12 * 60)), null)
  await db.update(people).set({ isActive: false }).where(eq(people.email, 'changing@example.org'))
  assert.equal(await findActor(token, now), null)
})

test('Whoever is invited again begins anew: no old factor, session or link counts', async () => {
  const { actor } = await makeStaff('locked-out@example.org')
  const link = await askForLink('locked-out@example.org', now)
  await invitePerson({ email: 'locked-out@example.org', role: 'editor' }, later(1))
  assert.deepEqual(await findSecondFactors(actor.personId), { hasApp: false, passkeys: 0, recoveryCodes: 0 })
  assert.deepEqual(await listSessions(actor.personId, now), [])
  assert.equal((await openLink(link, browser, '', later(1))).outcome, 'lapsed')
  assert.deepEqual(await db.select().from(signInLinks).where(eq(signInLinks.personId, actor.personId)), [])
})

test('The sample’s staff sign in by the links of a start alone, and only while the publication is a sample', async () => {
  assert.deepEqual(await makeSampleStaff(now), [])
  await db.insert(settings).values({ value: settingsSchema.parse({ ...unnamedSettings, isSample: true }) })
  const first = await makeSampleStaff(now)
  const links = await makeSampleStaff(now)
  assert.deepEqual(
    links.map(({ role }) => role),
    ['reporter', 'editor', 'publisher', 'admin'],
  )
  const tokenOf = (path = '') => path.split('/').at(-1) ?? ''
  assert.equal((await openLink(tokenOf(first[0]?.path), null, '', now)).outcome, 'lapsed')
  const opened = await openLink(tokenOf(links[0]?.path), null, '', now)
  assert.ok(opened.outcome === 'signed-in')
  assert.ok(isFresh((await findActor(opened.session.token, later(600))) ?? { confirmedAt: null }, later(600)))

  await db.update(settings).set({ value: settingsSchema.parse({ ...unnamedSettings, isSample: false }) })
  assert.equal((await openLink(tokenOf(links[1]?.path), null, '', now)).outcome, 'lapsed')
  assert.equal(await findActor(opened.session.token, now), null)
  await requestSignIn({ email: 'admin@meridian.example' }, asker(), now)
  assert.deepEqual(await db.select().from(mails).where(eq(mails.toAddress, 'admin@meridian.example')), [])
})
