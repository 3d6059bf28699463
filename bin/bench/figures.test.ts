import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, milliseconds, quantile, tableOf } from './figures'

test('quantiles are values that were measured', () => {
  assert.equal(quantile([5, 1, 3], 0.5), 3)
  assert.equal(quantile([5, 1, 3], 0.99), 5)
  assert.equal(quantile([5, 1, 3], 0), 1)
})

test('a time has two digits that count', () => {
  assert.deepEqual([123.4, 12.34, 1.234, 0.1234].map(milliseconds), ['123 ms', '12 ms', '1.2 ms', '0.12 ms'])
})

test('the table says of each figure with a goal whether it was met', () => {
  const table = tableOf(
    [
      figure('rate', '120', { words: '>= 100', isMet: true }),
      figure('time', '90 ms', { words: '<= 60 ms', isMet: false }),
      figure('size', '3'),
    ],
    'A machine.',
  )
  const [, rate, time, size] = table.split('\n')
  assert.match(rate ?? '', /^rate +120 +>= 100 +met$/)
  assert.match(time ?? '', /^time +90 ms +<= 60 ms +MISSED$/)
  assert.match(size ?? '', /^size +3$/)
  assert.match(table, /A machine\.\n$/)
})
