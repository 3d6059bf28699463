import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facet, facetsOfSpan } from './facets'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('A short span is told by its months, a long one by its years, an endless one not at all', () => {
  assert.equal(facetsOfSpan('en', day('2015-11-30'), day('2016-01-01')), "('@en201511' | '@en201512' | '@en201601')")
  assert.equal(facetsOfSpan('en', day('2013-05-01'), day('2016-01-01')), "('@en2013' | '@en2014' | '@en2015' | '@en2016')")
  assert.equal(facetsOfSpan('en', null, day('2016-01-01')), null)
  assert.equal(facetsOfSpan('en', day('1000-01-01'), day('2016-01-01')), null)
  assert.equal(facetsOfSpan('en', day('2017-01-01'), day('2016-01-01')), null)
})

test('A facet cannot break out of its quotes', () => {
  assert.equal(facet("a'b\\"), "'@ab'")
})
