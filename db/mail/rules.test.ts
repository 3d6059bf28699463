import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimSeconds, isGivenUp, letterShape, mailInput, mostAttempts, nextStep } from './rules'

const now = new Date('2026-11-22T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const fresh = { status: 'waiting', attempts: 0, fault: '', triedAt: null, uselessAfter: null } as const

test('A mail is tried until it is out, useless, or was tried often enough', () => {
  const failed = { ...fresh, attempts: 1, fault: 'connection refused', triedAt: ago(5) }
  assert.equal(nextStep(fresh, now), 'try')
  assert.equal(nextStep(failed, now), 'try')
  assert.equal(nextStep({ ...failed, attempts: mostAttempts - 1 }, now), 'try')
  assert.equal(nextStep({ ...failed, attempts: mostAttempts }, now), 'abandon')
  assert.equal(nextStep({ ...fresh, uselessAfter: ago(-1) }, now), 'try')
  assert.equal(nextStep({ ...fresh, uselessAfter: now }, now), 'abandon')
  assert.equal(nextStep({ ...fresh, status: 'sent' }, now), 'nothing')
  assert.equal(nextStep({ ...fresh, status: 'abandoned' }, now), 'nothing')
})

test('An attempt is one worker’s own until its claim is over; also a useless mail is left to it', () => {
  const begun = { ...fresh, attempts: 1, triedAt: ago(claimSeconds - 1) }
  assert.equal(nextStep(begun, now), 'wait')
  assert.equal(nextStep({ ...begun, uselessAfter: ago(1), attempts: mostAttempts }, now), 'wait')
  assert.equal(nextStep({ ...begun, triedAt: ago(claimSeconds) }, now), 'try')
})

test('A refusal for good is not tried again, and nothing is tried for ever', () => {
  assert.equal(isGivenUp(1, { fault: 'no such user', isPermanent: true }), true)
  assert.equal(isGivenUp(mostAttempts - 1, { fault: 'full', isPermanent: false }), false)
  assert.equal(isGivenUp(mostAttempts, { fault: 'full', isPermanent: false }), true)
})

test('A letter leads to an address of ours, and its words are on one line', () => {
  for (const path of ['/sign-in/abc', '/sign-in#abc', '/x?y=%20z'])
    assert.ok(letterShape.safeParse({ kind: 'sign-in', path, minutes: 10 }).success, path)
  for (const path of [
    '',
    'sign-in',
    '//evil.example',
    '/\\evil.example',
    '/a b',
    '/a\r\nBcc: x@y.example',
    'https://evil.example',
  ])
    assert.equal(letterShape.safeParse({ kind: 'sign-in', path, minutes: 10 }).success, false, path)
  const invitation = { kind: 'invitation', path: '/invitations/abc', role: 'editor', invitedBy: 'Ada', days: 7 }
  assert.ok(letterShape.safeParse(invitation).success)
  for (const invitedBy of ['a\nb', 'a\u2028b', 'a\u0000b', 'a'.repeat(201)])
    assert.equal(letterShape.safeParse({ ...invitation, invitedBy }).success, false)
  assert.equal(letterShape.safeParse({ ...invitation, role: 'owner' }).success, false)
})

test('A mail goes to one address', () => {
  const letter = { kind: 'sign-in', path: '/sign-in/abc', minutes: 10 }
  const mail = { to: 'ada@example.org', language: 'ar', letter, uselessAfter: now }
  assert.ok(mailInput.safeParse(mail).success)
  for (const to of ['', 'ada', 'a@b.org, c@d.org', 'Ada <a@b.org>', 'a@b.org\r\nBcc: c@d.org'])
    assert.equal(mailInput.safeParse({ ...mail, to }).success, false, to)
})
