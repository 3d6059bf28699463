import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countArrived, decodeReferences, wordsOf } from './words'

test('words are the same however they were encoded', () => {
  assert.deepEqual(wordsOf('L’e\u0301te\u0301, caf\u00e9 co\u00adopé\u200bré'), ["L'été", 'café', 'coopéré'])
  assert.deepEqual(wordsOf('كِتَاب 2,5 %'), ['كِتَاب', '2', '5'])
  assert.equal(decodeReferences('&eacute;&#233;&#xE9;&#146;&amp;lt; &nosuch; &Uuml;'), 'ééé’&lt; &nosuch; Ü')
})

test('a word that stands once does not stand in for two', () => {
  assert.equal(countArrived(['a', 'a', 'b'], ['a', 'b c']), 2)
  assert.equal(countArrived(['a', 'a', 'b'], ['a', 'a b']), 3)
})
