import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../body/rules'
import { arbitraryContent, arbitraryEdits, edited } from './arbitrary-edits'
import type { ArticleContent } from './content'
import { driftOf } from './drift'

const paragraph = (id: string, words: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
})

function articleOf(headline: string, ...content: Block[]): ArticleContent {
  return {
    sectionId: '55555555-5555-4555-8555-555555555555',
    slug: headline.toLowerCase(),
    headline,
    headlineShort: '',
    standfirst: '',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    hero: null,
    bylines: [],
    topicIds: [],
    relatedIds: [],
    body: { type: 'doc', content },
  }
}

test('a translator is shown which paragraphs of the original changed, came and went, beside their own', () => {
  const then = articleOf(
    'Ships',
    paragraph('aaaa', 'Twelve ships left.'),
    paragraph('bbbb', 'Nobody saw it.'),
    paragraph('cccc', 'It was dark.'),
  )
  const now = articleOf(
    'Boats',
    paragraph('aaaa', 'Fourteen ships left.'),
    paragraph('cccc', 'It was dark.'),
    paragraph('dddd', 'It rained.'),
  )
  const translation = articleOf(
    'Navires',
    paragraph('aaaa', 'Douze navires…'),
    paragraph('bbbb', 'Personne…'),
    paragraph('cccc', 'Il faisait nuit.'),
  )
  const drift = driftOf(then, now, translation.body)
  assert.deepEqual(
    drift.blocks.map(({ state, difference, translation: own }) => [difference.blockId, state, own?.attrs.id ?? null]),
    [
      ['aaaa', 'changed', 'aaaa'],
      ['bbbb', 'removed', 'bbbb'],
      ['cccc', 'unchanged', 'cccc'],
      ['dddd', 'added', null],
    ],
  )
  assert.deepEqual(
    drift.blocks[0]?.difference.lines[0]?.runs.map(({ kind, text }) => [kind, text]),
    [
      ['deleted', 'Twelve'],
      ['inserted', 'Fourteen'],
      ['same', ' ships left.'],
    ],
  )
  // The address and the section are each edition's own.
  assert.deepEqual(
    drift.fields.map(({ name }) => name),
    ['headline'],
  )
})

test('a paragraph of the original that was pasted anew still stands beside its translation', () => {
  const then = articleOf('Ships', paragraph('aaaa', 'Twelve ships left the port that night.'))
  const now = articleOf('Ships', paragraph('zzzz', 'Twelve ships left the port this night.'))
  const [block] = driftOf(then, now, articleOf('Navires', paragraph('aaaa', 'Douze…')).body).blocks
  assert.deepEqual([block?.state, block?.translation?.attrs.id], ['changed', 'aaaa'])
})

test('an original that nobody touched has not drifted, and every block of it is told of', () => {
  fc.assert(
    fc.property(arbitraryContent, arbitraryEdits, (then, edits) => {
      assert.ok(driftOf(then, then, then.body).blocks.every(({ state, translation }) => state === 'unchanged' && translation))
      const now = edited(then, edits, 'new')
      const told = driftOf(then, now, then.body).blocks.filter(({ state }) => state !== 'removed')
      assert.deepEqual(
        told.map(({ difference }) => difference.blockId),
        now.body.content.map((block) => block.attrs.id),
      )
    }),
  )
})
