import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMoment } from './moments'

const told = (text: string, zone = 'Asia/Jerusalem') => parseMoment(text, zone)?.toISOString() ?? null

test('moments as sources write them', () => {
  assert.equal(told('2015-10-12T18:40:00+03:00'), '2015-10-12T15:40:00.000Z')
  assert.equal(told('2015-10-12 18:40:00'), '2015-10-12T15:40:00.000Z')
  assert.equal(told('2015-12-12T18:40'), '2015-12-12T16:40:00.000Z')
  assert.equal(told('2015-10-12'), '2015-10-12T09:00:00.000Z')
  assert.equal(told('Mon, 12 Oct 2015 15:40:00 +0000'), '2015-10-12T15:40:00.000Z')
  assert.equal(told('12 October 2015'), '2015-10-12T09:00:00.000Z')
  assert.equal(told('2015-10-12T15:40:00.123456Z'), '2015-10-12T15:40:00.123Z')
  assert.equal(told('1869-11-17', 'UTC'), '1869-11-17T12:00:00.000Z')
  assert.equal(told('2015-03-27 02:30:00'), '2015-03-27T00:30:00.000Z', 'a time that clocks passed over')
})

test('what is no moment is null', () => {
  for (const text of [
    '',
    'yesterday',
    '2015-02-30',
    '0000-00-00 00:00:00',
    '0001-01-01',
    '2015-1-1',
    '12/10/2015',
    '2015-10-12T25:00',
    '1e9',
  ]) {
    assert.equal(told(text), null, text)
  }
})
