import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayAfter, dayOf, isDay, localTimeOf, momentsAt, startOfDay } from './days'

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

test('a wall clock shows most times once, those it is put forward over never, those it is put back over twice', () => {
  const iso = (localTime: string, zone: string) => momentsAt(localTime, zone).map((moment) => moment.toISOString())
  assert.deepEqual(iso('2026-11-27T09:30', 'Europe/Paris'), ['2026-11-27T08:30:00.000Z'])
  // Paris: from 02:00 to 03:00 in March, from 03:00 back to 02:00 in October.
  assert.deepEqual(iso('2027-03-28T02:30', 'Europe/Paris'), [])
  assert.deepEqual(iso('2027-03-28T03:00', 'Europe/Paris'), ['2027-03-28T01:00:00.000Z'])
  assert.deepEqual(iso('2027-10-31T02:30', 'Europe/Paris'), ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'])
  // Beirut: midnight itself is skipped, and the hour before midnight comes twice.
  assert.deepEqual(iso('2027-03-28T00:15', 'Asia/Beirut'), [])
  assert.deepEqual(iso('2027-03-28T01:00', 'Asia/Beirut'), ['2027-03-27T22:00:00.000Z'])
  assert.deepEqual(iso('2027-10-30T23:15', 'Asia/Beirut'), ['2027-10-30T20:15:00.000Z', '2027-10-30T21:15:00.000Z'])
  // Cairo: the last Friday of April begins at 01:00, the last Thursday of October ends twice.
  assert.deepEqual(iso('2027-04-30T00:30', 'Africa/Cairo'), [])
  assert.deepEqual(iso('2027-10-28T23:30', 'Africa/Cairo'), ['2027-10-28T20:30:00.000Z', '2027-10-28T21:30:00.000Z'])
  // A whole day that never was.
  assert.deepEqual(iso('2011-12-30T12:00', 'Pacific/Apia'), [])
  for (const nonsense of ['', '2026-02-30T10:00', '2026-11-27', '2026-11-27T25:00', '2026-11-27T09:30:15'])
    assert.deepEqual(iso(nonsense, 'Europe/Paris'), [], nonsense)
})

test('every moment is among those at which the clock shows what it shows then', () => {
  const zones = fc.constantFrom('Asia/Beirut', 'Africa/Cairo', 'Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2037-12-30'), noInvalidDate: true }),
      zones,
      (moment, zone) => {
        moment.setUTCSeconds(0, 0)
        const found = momentsAt(localTimeOf(moment, zone), zone)
        assert.ok(found.some((one) => one.getTime() === moment.getTime()))
        assert.ok(found.length <= 2)
      },
    ),
  )
})
