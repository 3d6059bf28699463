import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, localTimeOf } from '../../lib/days'
import { dueTurn, nextTurn } from './draft-turns'
import type { NewsletterFrequency } from './rules'

const draftOn = (frequency: NewsletterFrequency, weekdays: number[], minute = 360) => ({
  frequency,
  draft: { sectionId: 'a section', weekdays, minute, length: 5 },
})
const at = (moment: string) => new Date(moment)
const dayAndMoment = (turn: { day: string; at: Date } | null) => turn && [turn.day, turn.at.toISOString()]

test('a weekly draft begins on its weekday, at its time in the publication’s zone', () => {
  const fridays = draftOn('weekly', [5], 15 * 60)
  assert.deepEqual(dayAndMoment(nextTurn(fridays, at('2026-11-28T10:00:00Z'), 'Asia/Jerusalem')), [
    '2026-12-04',
    '2026-12-04T13:00:00.000Z',
  ])
})

test('a daily draft begins again on the next of its days', () => {
  const workdays = draftOn('daily', [1, 2, 3, 4, 5])
  assert.equal(nextTurn(workdays, at('2026-11-27T06:00:00Z'), 'UTC')?.day, '2026-11-30')
  assert.equal(nextTurn(workdays, at('2026-11-30T05:59:00Z'), 'UTC')?.day, '2026-11-30')
})

test('a monthly draft begins on the first such day of a month', () => {
  const saturdays = draftOn('monthly', [6])
  assert.equal(nextTurn(saturdays, at('2026-11-07T07:00:00Z'), 'UTC')?.day, '2026-12-05')
  assert.equal(nextTurn(saturdays, at('2026-12-01T00:00:00Z'), 'UTC')?.day, '2026-12-05')
  assert.equal(dueTurn(saturdays, at('2026-12-12T06:00:00Z'), 'UTC'), null)
})

test('where the clocks are put forward over its time, a draft begins as soon as they are past it', () => {
  // Paris, 29 March 2026: after 01:59 comes 03:00.
  const skipped = draftOn('weekly', [7], 150)
  assert.deepEqual(dayAndMoment(nextTurn(skipped, at('2026-03-28T12:00:00Z'), 'Europe/Paris')), [
    '2026-03-29',
    '2026-03-29T01:00:00.000Z',
  ])
})

test('where its time comes twice, a draft begins the first time', () => {
  // Paris, 25 October 2026: 02:30 comes at 00:30 and at 01:30 UTC.
  const twice = draftOn('weekly', [7], 150)
  assert.equal(nextTurn(twice, at('2026-10-24T12:00:00Z'), 'Europe/Paris')?.at.toISOString(), '2026-10-25T00:30:00.000Z')
  assert.equal(dueTurn(twice, at('2026-10-25T01:31:00Z'), 'Europe/Paris')?.day, '2026-10-25')
})

test('a turn is due for half a day, over midnight too, and then missed', () => {
  const evenings = draftOn('daily', [1, 2, 3, 4, 5, 6, 7], 20 * 60)
  assert.equal(dueTurn(evenings, at('2026-11-27T19:59:00Z'), 'UTC'), null)
  assert.equal(dueTurn(evenings, at('2026-11-27T20:00:00Z'), 'UTC')?.day, '2026-11-27')
  assert.equal(dueTurn(evenings, at('2026-11-28T07:59:00Z'), 'UTC')?.day, '2026-11-27')
  assert.equal(dueTurn(evenings, at('2026-11-28T08:00:00Z'), 'UTC'), null)
})

test('without a section or a weekday no draft begins', () => {
  assert.equal(nextTurn(draftOn('daily', []), at('2026-11-27T00:00:00Z'), 'UTC'), null)
  const nowhere = { frequency: 'daily' as const, draft: { sectionId: null, weekdays: [1], minute: 0, length: 5 } }
  assert.equal(nextTurn(nowhere, at('2026-11-27T00:00:00Z'), 'UTC'), null)
})

test('the next turn is ahead, on its own day, and due when it comes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<NewsletterFrequency>('daily', 'weekly', 'monthly'),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom('Asia/Jerusalem', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
      (frequency, weekdays, minute, now, zone) => {
        const recurrence = draftOn(frequency, weekdays, minute)
        const next = nextTurn(recurrence, now, zone)
        assert.ok(next && next.at > now)
        assert.equal(dayOf(next.at, zone), next.day)
        assert.ok(localTimeOf(next.at, zone).slice(11) >= `${String(Math.floor(minute / 60)).padStart(2, '0')}`)
        assert.equal(dueTurn(recurrence, next.at, zone)?.day, next.day)
      },
    ),
    { numRuns: 60 },
  )
})
