import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayAfter, dayOf, isDay, startOfDay } from './days'

test('a day begins where the zone says', () => {
  assert.equal(startOfDay('2015-10-12', 'Asia/Jerusalem').toISOString(), '2015-10-11T21:00:00.000Z')
  assert.equal(startOfDay('2015-12-12', 'Asia/Jerusalem').toISOString(), '2015-12-11T22:00:00.000Z')
  assert.equal(startOfDay('2015-10-12', 'UTC').toISOString(), '2015-10-12T00:00:00.000Z')
})

test('where a clock change skips midnight, a day begins at the first moment there is', () => {
  // Lebanon's clocks go from 23:59:59 to 01:00 on the last Sunday of March.
  assert.equal(startOfDay('2019-03-31', 'Asia/Beirut').toISOString(), '2019-03-30T22:00:00.000Z')
})

test('every moment is in the day it is said to be in', () => {
  const zones = fc.constantFrom('Asia/Jerusalem', 'Asia/Beirut', 'Africa/Cairo', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1971-01-02'), max: new Date('2037-12-30'), noInvalidDate: true }),
      zones,
      (moment, zone) => {
        const day = dayOf(moment, zone)
        assert.ok(startOfDay(day, zone) <= moment)
        // A zone that crossed the date line has a day that never was: the day after it begins in its place.
        assert.ok(startOfDay(dayAfter(day, 1), zone) > moment)
      },
    ),
  )
})

test('only days that exist are days', () => {
  assert.ok(isDay('2024-02-29'))
  for (const text of ['2023-02-29', '2015-13-01', '2015-10-1', '__shell', '2015-00-10', '']) assert.ok(!isDay(text), text)
})
