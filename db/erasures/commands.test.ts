import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { makePerson } from '../backup/testing-content'
import { db } from '../client'
import { events } from '../events/schema'
import { mails } from '../mail/schema'
import type { Actor, StaffRole } from '../people/rules'
import { people, sessions } from '../people/schema'
import { testDatabase } from '../testing'
import { erasePerson, eraseReader, replayErasures } from './commands'
import { readJournal } from './journal'
import { erasures } from './schema'

const folder = mkdtempSync(join(tmpdir(), 'erasures-'))
process.env.ERASURES_FILE = join(folder, 'a', 'erasures.jsonl')
process.env.SECRET = 'a secret for this test alone, long enough'
after(() => rmSync(folder, { recursive: true }))
await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const personId = await makePerson('leila@example.org', 'Leila Haddad')

function actorWith(role: StaffRole, changes: Partial<Actor> = {}): Actor {
  const ids = { personId: '00000000-0000-4000-8000-000000000001', sessionId: '00000000-0000-4000-8000-000000000002' }
  return { ...ids, role, sectionIds: [], confirmedAt: now, ...changes }
}

test('Who may not change people erases nobody, and nobody erases themselves', async () => {
  assert.equal(await erasePerson(actorWith('publisher'), personId, now), 'not-allowed')
  assert.equal(await erasePerson(actorWith('admin', { confirmedAt: null }), personId, now), 'ask-again')
  assert.equal(await erasePerson(actorWith('admin', { personId }), personId, now), 'oneself')
  assert.equal(await eraseReader(actorWith('editor'), 'reader@example.org', now), 'not-allowed')
  assert.equal(await eraseReader(null, 'no address', now), 'no-address')
  const [person] = await db.select().from(people).where(eq(people.id, personId))
  assert.equal(person?.name, 'Leila Haddad')
  assert.deepEqual(await db.select().from(erasures), [])
})

test('An erased person leaves an id, and an event without a word about them', async () => {
  const admin = actorWith('admin')
  assert.equal(await erasePerson(admin, personId, now), 'erased')
  assert.equal(await erasePerson(admin, personId, now), 'nothing-left')
  const [person] = await db.select().from(people).where(eq(people.id, personId))
  assert.deepEqual([person?.name, person?.email, person?.isActive], ['', `erased-${personId}@erased.invalid`, false])
  assert.deepEqual(await db.select().from(sessions), [])
  const [mail] = await db.select().from(mails)
  assert.deepEqual([mail?.status, mail?.toAddress, mail?.letter], ['abandoned', '', null])
  const [event] = await db.select().from(events).orderBy(desc(events.id))
  assert.deepEqual([event?.action, event?.subjectId, event?.personId], ['person.erased', personId, admin.personId])
  assert.doesNotMatch(JSON.stringify(event), /leila/i)
})

test('The journal has what the table has, and no address', async () => {
  await eraseReader(null, ' Reader@Example.org ', now)
  const file = process.env.ERASURES_FILE ?? ''
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  assert.deepEqual((await readJournal(file)).sort(byId), (await db.select().from(erasures)).sort(byId))
  assert.doesNotMatch(readFileSync(file, 'utf8'), /reader@|leila/i)
})

test('Erasures are never changed or removed, and made again only where they are not known', async () => {
  await assert.rejects(db.delete(erasures))
  await assert.rejects(db.update(erasures).set({ subject: 'another' }))
  const known = await db.select().from(erasures)
  assert.equal(await db.transaction((tx) => replayErasures(tx, known, now)), 0)
  const other = await makePerson('other@example.org', 'Somebody Else')
  const unknown = { id: '00000000-0000-4000-8000-000000000003', kind: 'person', subject: other, erasedAt: now } as const
  assert.equal(await db.transaction((tx) => replayErasures(tx, [unknown, unknown, ...known], now)), 1)
  const [person] = await db.select().from(people).where(eq(people.id, other))
  assert.equal(person?.name, '')
})
