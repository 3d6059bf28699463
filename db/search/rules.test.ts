import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodePlace, encodePlace } from './place'
import { readDay, searchAddress, searchInput } from './rules'

test('A search is read from an address, with its filters', () => {
  const { values, query, badDates, isCut } = searchInput.parse({
    q: ' Suez -ferry',
    section: 'news',
    from: '2015-1-2',
    until: ['2016-02-29', 'x'],
  })
  assert.deepEqual(values, { q: ' Suez -ferry', section: 'news', topic: '', author: '', from: '2015-01-02', until: '2016-02-29' })
  assert.deepEqual(
    query.terms.map((term) => [term.text, term.isExcluded]),
    [
      ['Suez', false],
      ['ferry', true],
    ],
  )
  assert.deepEqual([query.section, query.topic, query.from, query.until], ['news', null, '2015-01-02', '2016-02-29'])
  assert.deepEqual([badDates, isCut], [{ from: false, until: false }, false])
})

test('A date that cannot be read is named and kept as it was typed', () => {
  const { values, query, badDates } = searchInput.parse({ from: '13/10/2015', until: '2015-02-30' })
  assert.deepEqual([values.from, values.until], ['13/10/2015', '2015-02-30'])
  assert.deepEqual([query.from, query.until, badDates], [null, null, { from: true, until: true }])
})

test('Dates are read in any digits, year first', () => {
  assert.equal(readDay('٢٠١٥-١٠-١٣'), '2015-10-13')
  assert.equal(readDay(' 2015/10/3 '), '2015-10-03')
  assert.equal(readDay(''), '')
  for (const bad of ['2015', '2015-13-01', '10-12-2015', '0000-01-01', 'yesterday', '2015-10-13T00:00'])
    assert.equal(readDay(bad), null)
})

test('A very long search is cut, and says so', () => {
  const { values, isCut } = searchInput.parse({ q: 'word '.repeat(2000) })
  assert.equal([...values.q].length, 200)
  assert.equal(isCut, true)
})

test('Nothing that an address can hold makes it throw', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.constant(undefined),
    fc.integer(),
    fc.constant(null),
  )
  const keys = fc.constantFrom('q', 'section', 'topic', 'author', 'from', 'until', 'before', '__proto__')
  fc.assert(
    fc.property(fc.dictionary(keys, value), (record) => {
      const { values, query } = searchInput.parse(record)
      assert.ok(query.terms.length <= 12)
      assert.ok(Object.values(values).every((one) => !one.includes('\0')))
    }),
  )
})

test('A page’s place is written and read back, and nothing else is a place', () => {
  const place = { asOf: new Date('2026-11-22T10:00:00.123Z'), skip: 40 }
  assert.deepEqual(decodePlace(encodePlace(place)), place)
  for (const bad of ['', 'x', '0-0', 'mi9-zzz', '-1-1', '00-1', 'mi9-01', "1-1'"]) assert.equal(decodePlace(bad), null)
})

test('The address of the next page asks the same', () => {
  const { values } = searchInput.parse({ q: 'a & b', topic: 'قناة' })
  assert.equal(searchAddress('/fr/search', values, 'abc-k'), '/fr/search?q=a+%26+b&topic=%D9%82%D9%86%D8%A7%D8%A9&before=abc-k')
  assert.equal(searchAddress('/search', searchInput.parse({}).values), '/search')
})
