import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facet, facetsOfSpan } from './facets'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('A short span is told by its months, a long one by its years, an endless one not at all', () => {
  assert.equal(facetsOfSpan(day('2015-11-30'), day('2016-01-01')), "('@m201511' | '@m201512' | '@m201601')")
  assert.equal(facetsOfSpan(day('2013-05-01'), day('2016-01-01')), "('@y2013' | '@y2014' | '@y2015' | '@y2016')")
  assert.equal(facetsOfSpan(null, day('2016-01-01')), null)
  assert.equal(facetsOfSpan(day('1000-01-01'), day('2016-01-01')), null)
  assert.equal(facetsOfSpan(day('2017-01-01'), day('2016-01-01')), null)
})

test('A facet cannot break out of its quotes', () => {
  assert.equal(facet("a'b\\"), "'@ab'")
})
