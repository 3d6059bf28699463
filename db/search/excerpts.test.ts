import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fragmentsOf, passagesOf } from './excerpts'
import { foldWord, wordsOf } from './words'

const matcher =
  (...words: string[]) =>
  (word: string) =>
    words.includes(foldWord(word)) ? foldWord(word) : null

const shown = (text: string, ...words: string[]) =>
  fragmentsOf(text, passagesOf(text, matcher(...words)))
    .map((run) => (run.isMatch ? `[${run.text}]` : run.text))
    .join('')

const filler = 'Nothing of interest happens in this sentence, which is only here to be long. '.repeat(6)

test('A short text is shown whole, its words marked as they are spelled', () => {
  assert.equal(shown('Le Réseau d’Alger: les écoles.', 'alger', 'ecoles'), 'Le Réseau d’[Alger]: les [écoles].')
  assert.equal(shown('قال إن القَنَاةَ مفتوحة', 'القناه'), 'قال إن [القَنَاةَ] مفتوحة')
})

test('Of a long text the passage with the most words of the search is shown, from the beginning of its sentence', () => {
  const text = `${filler}The canal is mentioned. ${filler}Here the canal and the ferry meet. ${filler}`
  const excerpt = shown(text, 'canal', 'ferry')
  assert.match(excerpt, /^… Here the \[canal\] and the \[ferry\] meet\. Nothing/)
  assert.match(excerpt, /\S …$/)
})

test('Words that stand far apart get a passage each, in reading order', () => {
  const text = `${filler}A ferry left. ${filler}\n${filler}A canal opened. ${filler}`
  assert.match(shown(text, 'canal', 'ferry'), /^… A \[ferry\] left\. .* … A \[canal\] opened\. .* …$/)
})

test('What matches nothing gives no passage', () => {
  assert.deepEqual(passagesOf(filler, matcher('canal')), [])
  assert.deepEqual(passagesOf('', matcher('canal')), [])
})

test('No passage changes a character or cuts a word, and no marks overlap', () => {
  const vocabulary = fc.constantFrom(
    'canal',
    'ferry',
    'Écoles',
    'القناة',
    'a',
    'the',
    '\n',
    '. ',
    ' ',
    '🙂',
    '\u200f',
    ', ',
    'x'.repeat(70),
  )
  fc.assert(
    fc.property(fc.array(vocabulary, { maxLength: 400 }), (pieces) => {
      const text = pieces.join('')
      const passages = passagesOf(text, matcher('canal', 'ecoles', 'القناه', 'a'))
      const wordEnds = wordsOf(text)
      let before = 0
      for (const { start, end, marks } of passages) {
        assert.ok(start >= before && end > start && marks.length > 0)
        assert.ok(!wordEnds.some((word) => (word.start < start && word.end > start) || (word.start < end && word.end > end)))
        let at = start
        for (const mark of marks) {
          assert.ok(mark.start >= at && mark.end > mark.start && mark.end <= end)
          at = mark.end
        }
        before = end
      }
      const runs = fragmentsOf(text, passages)
      const kept = runs
        .map((run) => run.text)
        .filter((run) => !/^ ?… ?$/.test(run))
        .join('')
      assert.equal(kept, passages.map(({ start, end }) => text.slice(start, end)).join(''))
    }),
  )
})
