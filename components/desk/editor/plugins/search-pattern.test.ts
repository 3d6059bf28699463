import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchPattern } from '@/components/desk/editor/plugins/search-pattern'

const found = (query: string, text: string, options = { matchesCase: false, wholeWords: false }) =>
  [...text.matchAll(searchPattern(query, options) ?? /$^/g)].map(([match]) => match)

test('case and whole words count when they are asked for', () => {
  assert.deepEqual(found('port', 'Port, airport, PORT'), ['Port', 'port', 'PORT'])
  assert.deepEqual(found('port', 'Port, airport, port', { matchesCase: true, wholeWords: true }), ['port'])
  assert.deepEqual(found('été', 'Été, étés', { matchesCase: false, wholeWords: true }), ['Été'])
})

test('what is typed is looked for, not read as a pattern', () => {
  assert.deepEqual(found('a.b(c)*', 'a.b(c)* axb'), ['a.b(c)*'])
  assert.deepEqual(found('[x]-\\', '[x]-\\'), ['[x]-\\'])
  assert.equal(searchPattern('', { matchesCase: false, wholeWords: false }), null)
})

test('quotes, apostrophes and spaces match however they are set', () => {
  assert.deepEqual(found("l'eau", "l’eau et l'eau"), ['l’eau', "l'eau"])
  assert.deepEqual(found('10 000', '10\u202f000'), ['10\u202f000'])
})

test('Arabic matches with and without vowel signs, whichever alef is written', () => {
  assert.deepEqual(found('الكتاب', 'الكِتَابُ والكتـاب'), ['الكِتَابُ', 'الكتـاب'])
  assert.deepEqual(found('أحمد', 'احمد وأَحْمَد'), ['احمد', 'أَحْمَد'])
  assert.deepEqual(found('مدرسه', 'المدرسة', { matchesCase: false, wholeWords: false }), ['مدرسة'])
})
