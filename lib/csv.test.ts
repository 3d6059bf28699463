import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvLine } from './csv'

test('what is written is read again as it was', () => {
  const cells = ['plain', 'with, comma', 'with "quotes"', 'two\r\nlines', 'عربي', '']
  assert.deepEqual(parse(csvLine(cells)), [cells])
})

test('no cell is a formula', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    const [[read = ''] = []] = parse(csvLine([cell]))
    assert.equal(read, `'${cell}`)
  }
})
