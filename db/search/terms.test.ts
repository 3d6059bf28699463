import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileTerms, hasPhrase, type PlannedTerm, parseTerms, writeTerms } from './terms'

const read = (typed: string) => writeTerms(parseTerms(typed))

test('Words, phrases and exclusions are told apart', () => {
  assert.deepEqual(parseTerms('suez "new canal" -ferry -"old lane"'), [
    { text: 'suez', isQuoted: false, isExcluded: false },
    { text: 'new canal', isQuoted: true, isExcluded: false },
    { text: 'ferry', isQuoted: false, isExcluded: true },
    { text: 'old lane', isQuoted: true, isExcluded: true },
  ])
})

test('All quotation marks count, and what is never closed is none', () => {
  assert.equal(read('«قناة السويس» “Port Said”'), '"قناة السويس" "Port Said"')
  assert.equal(read('"port said'), 'port said')
  assert.equal(read('say "one" "two'), 'say "one" two')
  assert.equal(read('""" - -- "" -'), '')
})

test('Hyphens inside words and before spaces exclude nothing', () => {
  assert.equal(read('Abu-Dhabi - e-mail \u200f-مصر'), 'Abu-Dhabi e-mail -مصر')
})

test('Signs that are no words are left out, and too many words are cut', () => {
  assert.equal(read("🙂 '); drop table -- % _ \\ \0 & | ! <->"), 'drop table')
  assert.equal(parseTerms('a '.repeat(500)).length, 12)
})

const word = (place: number, ...stems: string[]) => ({
  place,
  spelling: stems[0] ?? '',
  word: stems[0] ?? '',
  stems,
  isKnown: true,
})
const term = (isExcluded: boolean, ...words: PlannedTerm['words']): PlannedTerm => ({
  isExcluded,
  isQuoted: words.length > 1,
  words,
})

test('Terms become a search; words too common leave their gap in a phrase', () => {
  const terms = [term(false, word(1, 'hous'), word(2), word(3, 'wisdom', 'wise')), term(true, word(1, 'ferri'))]
  assert.equal(compileTerms(terms, { isLoose: false }), "(('hous') <2> ('wisdom' | 'wise')) & !(('ferri'))")
  assert.equal(compileTerms(terms, { isLoose: true }), "(('hous') & ('wisdom' | 'wise')) & !(('ferri'))")
  assert.equal(hasPhrase(terms), true)
})

test('A search must look for something', () => {
  assert.equal(compileTerms([], { isLoose: false }), null)
  assert.equal(compileTerms([term(false, word(1))], { isLoose: false }), null)
  assert.equal(compileTerms([term(true, word(1, 'ferri'))], { isLoose: false }), null)
})

test('An excluded phrase does not exclude its words', () => {
  const terms = [term(false, word(1, 'suez')), term(true, word(1, 'new'), word(2, 'lane'))]
  assert.equal(compileTerms(terms, { isLoose: true }), "(('suez'))")
})
