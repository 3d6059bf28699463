import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { listEvents } from '../events/queries'
import { eventFilter } from '../events/rules'
import { mails } from '../mail/schema'
import { testDatabase } from '../testing'
import { makeSection } from '../testing-content'
import { findStaffMember, listStaff } from './queries'
import type { Actor, StaffRole } from './rules'
import { people, sessions } from './schema'
import { beginSession, findActor } from './sessions'
import { changeRole, changeSections, inviteAgain, inviteStaff, switchPerson } from './staff'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')

async function makePerson(role: StaffRole, confirmedAt: Date | null = now): Promise<Actor & { name: string; language: string }> {
  const email = `${role}-${Math.random()}@staff.example`
  const [person] = await db.insert(people).values({ email, name: 'Dana', role }).returning({ id: people.id })
  return { personId: person?.id ?? '', sessionId: '', role, sectionIds: [], confirmedAt, name: 'Dana', language: 'fr' }
}

const admin = await makePerson('admin')

test('an admin invites: the link goes by mail only, the person is there with the role', async () => {
  assert.equal(await inviteStaff(admin, { email: 'new@staff.example', role: 'reporter' }, now), 'invited')
  const member = (await listStaff()).find(({ email }) => email === 'new@staff.example')
  assert.deepEqual([member?.role, member?.isActive, (member?.invitedUntil ?? now) > now], ['reporter', true, true])
  const [mail] = await db.select().from(mails).where(eq(mails.toAddress, 'new@staff.example'))
  assert.deepEqual([mail?.kind, mail?.language], ['invitation', 'fr'])
  assert.match(JSON.stringify(mail?.letter), /"invitedBy":"Dana"/)
  assert.equal(await inviteStaff(admin, { email: 'new@staff.example', role: 'admin' }, now), 'there-already')
})

test('others do not, and an admin confirms again after half an hour', async () => {
  for (const role of ['contributor', 'reporter', 'editor', 'publisher', 'licensing', 'finance'] as const)
    assert.equal(await inviteStaff(await makePerson(role), { email: 'x@staff.example', role: 'admin' }, now), 'not-allowed')
  const late = { ...admin, confirmedAt: new Date(now.getTime() - 31 * 60_000) }
  const reporter = await makePerson('reporter')
  assert.equal(await inviteStaff(late, { email: 'x@staff.example', role: 'admin' }, now), 'ask-again')
  assert.equal(await changeRole(late, reporter.personId, 'editor', now), 'ask-again')
  assert.equal(await switchPerson(late, reporter.personId, false, now), 'ask-again')
})

test('a changed role, chosen sections and a switched-off account count at the next request', async () => {
  const reporter = await makePerson('reporter')
  const { token } = await db.transaction((tx) => beginSession(tx, reporter.personId, { device: '' }, now))
  assert.equal(await changeRole(admin, reporter.personId, 'editor', now), 'changed')
  const news = await makeSection('en', 'staff-news')
  assert.equal(await changeSections(admin, reporter.personId, [news, crypto.randomUUID()], now), 'changed')
  const editor = await findActor(token, now)
  assert.deepEqual([editor?.role, editor?.sectionIds], ['editor', [news]])
  assert.deepEqual((await findStaffMember(reporter.personId))?.sectionIds, [news])
  assert.equal(await switchPerson(admin, reporter.personId, false, now), 'changed')
  assert.equal(await findActor(token, now), null)
  assert.equal((await db.select().from(sessions).where(eq(sessions.personId, reporter.personId))).length, 0)
})

test('nobody changes themselves, and the last admin stays one', async () => {
  assert.equal(await changeRole(admin, admin.personId, 'reporter', now), 'own')
  assert.equal(await switchPerson(admin, admin.personId, false, now), 'own')
  const second = await makePerson('admin')
  assert.equal(await switchPerson(admin, second.personId, false, now), 'changed')
  // The other is off, so whoever is left is the last: also for somebody whose rights are from a moment ago.
  assert.equal(await changeRole(second, admin.personId, 'reporter', now), 'last-admin')
  assert.equal(await switchPerson(second, admin.personId, false, now), 'last-admin')
})

test('of two admins who switch each other off at once one stays', async () => {
  await db.update(people).set({ isActive: false }).where(eq(people.role, 'admin'))
  const [one, other] = [await makePerson('admin'), await makePerson('admin')]
  const outcomes = await Promise.all([
    switchPerson(one, other.personId, false, now),
    switchPerson(other, one.personId, false, now),
  ])
  assert.deepEqual([...outcomes].sort(), ['changed', 'last-admin'])
  await db.update(people).set({ isActive: true }).where(eq(people.id, admin.personId))
})

test('whoever is invited again has no session and no factor left', async () => {
  const reporter = await makePerson('reporter')
  const { token } = await db.transaction((tx) => beginSession(tx, reporter.personId, { device: '' }, now))
  assert.equal(await inviteAgain(admin, reporter.personId, now), 'invited')
  assert.equal(await findActor(token, now), null)
  assert.equal(await inviteAgain(admin, crypto.randomUUID(), now), 'unknown')
})

test('all of it is in the log, by ids', async () => {
  const found = await listEvents(eventFilter.parse({ person: admin.personId, action: 'person' }), { from: null, to: null }, 100)
  const actions = new Set(found.map(({ action }) => action))
  for (const action of ['person.invited', 'person.role-changed', 'person.sections-changed', 'person.switched-off'])
    assert.ok(actions.has(action), action)
  assert.doesNotMatch(JSON.stringify(found), /@/)
  await assert.rejects(db.execute('update events set action = action'))
  await assert.rejects(db.execute('delete from events'))
})
