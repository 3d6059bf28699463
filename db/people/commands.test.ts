import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { testDatabase } from '../testing'
import { invitePerson } from './commands'
import { invitationInput } from './rules'
import { invitations, people } from './schema'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const email = 'editor@example.org'

test('the first invitation makes the person, valid for seven days, and keeps no token', async () => {
  const { outcome, token, expiresAt } = await invitePerson({ email, role: 'admin' }, now)
  assert.equal(outcome, 'invited')
  assert.equal(expiresAt.toISOString(), '2026-11-29T12:00:00.000Z')
  assert.match(token, /^[\w-]{43}$/)

  const [row] = await db.select().from(invitations)
  assert.deepEqual(row?.expiresAt, expiresAt)
  assert.equal(JSON.stringify(row).includes(token), false)
})

test('a second one switches the person on again with the new role, and the older link ends', async () => {
  const before = await db.select().from(invitations)
  await db.update(people).set({ isActive: false })
  const { outcome } = await invitePerson({ email, role: 'publisher' }, now)
  assert.equal(outcome, 'invited-again')

  const staff = await db.select({ role: people.role, isActive: people.isActive }).from(people).where(eq(people.email, email))
  assert.deepEqual(staff, [{ role: 'publisher', isActive: true }])
  const after = await db.select().from(invitations)
  assert.equal(after.length, 1)
  assert.notEqual(after[0]?.tokenHash, before[0]?.tokenHash)
})

test('an address is one person in whatever capitals, and must be one', () => {
  assert.equal(invitationInput.parse({ email: ' Editor@Example.ORG ', role: 'admin' }).email, email)
  for (const wrong of ['', 'editor', 'a@b@c', 'a@b.org,c@d.org', 'a@b.org\r\nBcc: c@d.org', `${'a'.repeat(250)}@b.org`]) {
    assert.equal(invitationInput.safeParse({ email: wrong, role: 'admin' }).success, false, wrong)
  }
  assert.equal(invitationInput.safeParse({ email, role: 'owner' }).success, false)
})
