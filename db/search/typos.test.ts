import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestFirst, typosBetween } from './typos'

test('Typing errors are counted, exchanged neighbours as one', () => {
  const cases = [
    ['aleppo', 'aleppo', 0],
    ['alepo', 'aleppo', 1],
    ['aelppo', 'aleppo', 1],
    ['suze', 'suez', 1],
    ['القتاة', 'القناة', 1],
    ['', 'suez', 4],
    ['kitten', 'sitting', 3],
  ] as const
  for (const [one, other, typos] of cases) {
    assert.equal(typosBetween(one, other), typos, `${one} ${other}`)
    assert.equal(typosBetween(other, one), typos, `${other} ${one}`)
  }
})

test('Short words and numbers allow fewer errors or none', () => {
  const words = (...all: string[]) => all.map((word) => ({ word }))
  assert.deepEqual(
    nearestFirst('suze', words('size', 'sure', 'suez', 'seize')).map((one) => one.word),
    ['size', 'sure', 'suez'],
  )
  assert.deepEqual(nearestFirst('2015', words('2016')), [])
  assert.deepEqual(nearestFirst('sea', words('tea')), [])
  assert.deepEqual(
    nearestFirst('damascs', words('damask', 'damascus')).map((one) => one.word),
    ['damascus', 'damask'],
  )
})
