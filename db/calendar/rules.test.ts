import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarAddress, calendarInput, firstDayOfWeek, monthAfter, weeksOfMonth } from './rules'

test('a week begins as it does where the language is at home', () => {
  assert.equal(firstDayOfWeek('en-GB'), 1)
  assert.equal(firstDayOfWeek('fr'), 1)
  assert.equal(firstDayOfWeek('ar'), 6)
})

test('a month stands in whole weeks, each day once', () => {
  const november = weeksOfMonth('2026-11', 1)
  assert.deepEqual([november[0]?.[0], november.at(-1)?.[6]], ['2026-10-26', '2026-12-06'])
  const inArabic = weeksOfMonth('2026-11', 6)
  assert.deepEqual([inArabic[0]?.[0], inArabic.at(-1)?.[6]], ['2026-10-31', '2026-12-04'])
  // A February that fills four weeks has no days beside it.
  assert.deepEqual(weeksOfMonth('2027-02', 1).length, 4)
  for (let count = 0; count < 48; count++) {
    const month = monthAfter('2025-01', count) ?? ''
    for (const firstDay of [1, 6, 7]) {
      const days: string[] = weeksOfMonth(month, firstDay).flat()
      assert.equal(new Set(days).size, days.length)
      assert.equal(days.length % 7, 0)
      assert.equal(new Date(`${days[0]}T00:00:00Z`).getUTCDay(), firstDay % 7)
      const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
      assert.equal(days.filter((day) => day.startsWith(month)).length, count)
    }
  }
})

test('months follow one another over the turn of years, as far as the calendar goes', () => {
  assert.equal(monthAfter('2026-12', 1), '2027-01')
  assert.equal(monthAfter('2026-01', -1), '2025-12')
  assert.equal(monthAfter('2199-12', 1), null)
  assert.equal(monthAfter('1900-01', -1), null)
})

test('what cannot be read from an address is left out, and the rest comes back as it was', () => {
  const nothing = { month: '', language: '', section: '' }
  assert.deepEqual(calendarInput.parse({}), nothing)
  assert.deepEqual(calendarInput.parse({ month: '2026-13', language: 'de', section: "' or 1=1" }), nothing)
  const section = '00000000-0000-4000-8000-000000000000'
  const values = calendarInput.parse({ month: ['2026-11', '2026-12'], language: 'fr', section })
  assert.deepEqual(values, { month: '2026-11', language: 'fr', section })
  assert.equal(calendarAddress(values), `/dashboard/calendar?month=2026-11&language=fr&section=${section}`)
  assert.equal(calendarAddress(nothing), '/dashboard/calendar')
})
