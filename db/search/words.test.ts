import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { db } from '../client'
import { testDatabase } from '../testing'
import { foldWord, vocabularyWord, wordsOf } from './words'

await testDatabase()

const spelled = (text: string) => wordsOf(text).map((found) => found.text)

test('Words are found in three scripts, without punctuation, elisions and hyphens between them', () => {
  assert.deepEqual(spelled('L’Alger d’aujourd’hui, Abu-Dhabi: 1,000 «mots»!'), [
    'L',
    'Alger',
    'd',
    'aujourd',
    'hui',
    'Abu',
    'Dhabi',
    '1',
    '000',
    'mots',
  ])
  assert.deepEqual(spelled('قال: «إنّ القَنَاةَ» مفتوحة؟'), ['قال', 'إنّ', 'القَنَاةَ', 'مفتوحة'])
  assert.deepEqual(spelled('🙂 — … \u200f'), [])
})

test('Folding forgets case, accents, marks and the several forms of Arabic letters', () => {
  const same = [
    ['Türkiye', 'TURKIYE', 'turkiye', 'Tu\u0308rkiye'],
    ['ʿAmmān', 'Amman'],
    ['Œuvre', 'oeuvre'],
    ['Đà', 'da'],
    ['قناة', 'قناه', 'قَنَاة', 'قـنـاة'],
    ['أحمد', 'احمد', 'إحمد', 'آحمد', 'ٱحمد'],
    ['على', 'علي', 'علی'],
    ['٢٠١٥', '2015', '۲۰۱۵'],
    ['ﻻ', 'لا'],
  ]
  for (const [first = '', ...others] of same) for (const other of others) assert.equal(foldWord(other), foldWord(first), other)
  assert.equal(vocabularyWord('ar', 'والقناة'), 'القناه')
  assert.equal(vocabularyWord('ar', 'وقت'), 'وقت')
})

test('The database takes words apart and folds them as we do, whatever the character', async () => {
  const rows = await db.execute<{ code: number; folded: string }>(sql`
    select n as code, fold_letters(clean_words('a' || chr(n) || 'b')) as folded
    from generate_series(1, 65533) n where n not between 55296 and 57343`)
  const different = [...rows].filter(({ code, folded }) => {
    const text = `a${String.fromCharCode(code)}b`
    const ours = wordsOf(text).map((found) => foldWord(found.text))
    return ours.join(' ') !== folded
  })
  // What Unicode writes otherwise (fractions, superscripts) becomes letters and digits only then: found, but not marked. Arabic as it
  // was typeset, ligatures and full width are marked as well.
  const tolerated = (letter: string) =>
    letter.normalize('NFKC') !== letter && !/[\uFB00-\uFB06\uFB50-\uFBB1\uFE74-\uFEFC\uFF10-\uFF19]/.test(letter)
  assert.deepEqual(
    different.filter(({ code }) => !tolerated(String.fromCharCode(code))).map(({ code }) => code.toString(16)),
    [],
  )
})

test('Words never overlap, and each is where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let before = 0
      for (const { start, end, text: word } of wordsOf(text)) {
        assert.ok(start >= before && end > start)
        assert.equal(text.slice(start, end), word)
        before = end
      }
    }),
  )
})
