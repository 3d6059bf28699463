import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffRole } from '../people/rules'
import { type EditionFacts, judgeMove, judgeMoves } from './moves'
import { newsletterEditionStatuses } from './rules'

const now = new Date('2026-11-28T09:00:00Z')
const one = { personId: 'one', role: 'editor' as const, confirmedAt: now }
const facts = (given: Partial<EditionFacts>): EditionFacts => ({
  ...{ status: 'draft', changedById: 'one', submittedById: null, approvedById: null },
  ...given,
})

test('from the moment its audience is frozen nobody moves an edition by these', () => {
  for (const status of newsletterEditionStatuses.slice(newsletterEditionStatuses.indexOf('freezing'))) {
    const verdicts = judgeMoves(one, facts({ status }), { fourEyes: false, now })
    assert.deepEqual([...new Set(Object.values(verdicts))], ['wrong-state'], status)
  }
})

test('with four eyes nobody approves what they changed last', () => {
  const inReview = facts({ status: 'review', submittedById: 'two' })
  const two = { ...one, personId: 'two' }
  assert.equal(judgeMove(one, 'approve', inReview, { fourEyes: true, now }), 'second-person')
  assert.equal(judgeMove(one, 'approve', inReview, { fourEyes: false, now }), 'allowed')
  assert.equal(judgeMove(two, 'approve', inReview, { fourEyes: true, now }), 'allowed')
})

test('a draft that began by itself is approved by somebody else than handed it in', () => {
  const untouched = facts({ status: 'review', changedById: null, submittedById: 'one' })
  assert.equal(judgeMove(one, 'approve', untouched, { fourEyes: true, now }), 'second-person')
  assert.equal(judgeMove({ ...one, personId: 'two' }, 'approve', untouched, { fourEyes: true, now }), 'allowed')
})

test('what one person wrote and approved while that was enough is not sent once it takes two', () => {
  const approved = facts({ status: 'approved', approvedById: 'one' })
  assert.equal(judgeMove(one, 'send', approved, { fourEyes: true, now }), 'second-person')
  assert.equal(judgeMove(one, 'send', approved, { fourEyes: false, now }), 'allowed')
})

test('sending asks again for the second factor', () => {
  const stale = { ...one, confirmedAt: new Date('2026-11-28T08:00:00Z') }
  const approved = facts({ status: 'approved', approvedById: 'two' })
  assert.equal(judgeMove(stale, 'schedule', approved, { fourEyes: true, now }), 'ask-again')
  assert.equal(judgeMove(stale, 'save', approved, { fourEyes: true, now }), 'allowed')
})

test('only editors and publishers have anything to do with editions', () => {
  for (const role of ['contributor', 'reporter', 'admin', 'licensing', 'finance'] satisfies StaffRole[])
    assert.equal(judgeMove({ ...one, role }, 'save', facts({}), { fourEyes: true, now }), 'not-allowed', role)
})
