import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBody } from '../body/nodes'
import type { Block } from '../body/rules'
import { arbitraryContent, arbitraryEdits, edited, references, typedWords } from './arbitrary-edits'
import { idsWithin } from './block-ids'
import type { ArticleContent } from './content'
import type { Choices, Conflict } from './differences'
import { mergeContents, resolveConflicts } from './merge'

const paragraph = (id: string, words: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  ...(words ? { content: [{ type: 'text', text: words }] } : {}),
})
const box = (id: string, ...content: ReturnType<typeof paragraph>[]): Block => ({
  type: 'factBox',
  attrs: { id, title: '' },
  content: content.filter((block) => block.type === 'paragraph'),
})

/** A body in a line each: `id words`, what is in a box in brackets. */
function contentOf(...lines: (string | Block)[]): ArticleContent {
  const blocks = lines.map((line) => {
    if (typeof line !== 'string') return line
    const [id = '', ...words] = line.split(' ')
    return paragraph(id, words.join(' '))
  })
  return {
    sectionId: '55555555-5555-4555-8555-555555555555',
    slug: 'slug',
    headline: 'Headline',
    headlineShort: '',
    standfirst: 'Standfirst',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    hero: { mediaId: references.mediaIds[0] ?? '', caption: 'Caption', alt: 'Alt' },
    bylines: [],
    topicIds: ['t1', 't2', 't3'],
    relatedIds: [],
    body: { type: 'doc', content: blocks },
  }
}

function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.type === 'factBox') return `${block.attrs.id} [${shown(block.content).join(', ')}]`
    const words =
      block.type === 'paragraph' ? (block.content ?? []).map((node) => ('text' in node ? node.text : '')).join('') : ''
    return words ? `${block.attrs.id} ${words}` : block.attrs.id
  })
}

function merged(base: ArticleContent, ours: ArticleContent, theirs: ArticleContent) {
  const { content, conflicts } = mergeContents(base, ours, theirs)
  return {
    lines: shown(content.body.content),
    clashes: conflicts.map((conflict) => (conflict.kind === 'field' ? conflict.field : conflict.blockId)),
    content,
    conflicts,
  }
}

const base = contentOf('aaaa one', 'bbbb two', 'cccc three', 'dddd four')

test('blocks that only one side changed, deleted or added are as that side has them', () => {
  const { lines, clashes } = merged(
    base,
    contentOf('aaaa ONE', 'bbbb two', 'mine new', 'dddd four'),
    contentOf('aaaa one', 'bbbb TWO', 'cccc three', 'dddd four', 'thei end'),
  )
  assert.deepEqual(lines, ['aaaa ONE', 'bbbb TWO', 'mine new', 'dddd four', 'thei end'])
  assert.deepEqual(clashes, [])
})

test('what both put at one place stays, theirs first', () => {
  const { lines } = merged(
    base,
    contentOf('min0 m', 'aaaa one', 'min1 m', 'min2 m', 'bbbb two', 'cccc three', 'dddd four', 'min3 m'),
    contentOf('the0 t', 'aaaa one', 'the1 t', 'bbbb two', 'cccc three', 'dddd four', 'the2 t'),
  )
  assert.deepEqual(
    lines.map((line) => line.slice(0, 4)),
    ['the0', 'min0', 'aaaa', 'the1', 'min1', 'min2', 'bbbb', 'cccc', 'dddd', 'the2', 'min3'],
  )
})

test('a block that both changed is a conflict and stands as theirs', () => {
  const { lines, conflicts } = merged(
    base,
    contentOf('aaaa mine', 'bbbb two', 'cccc three', 'dddd four'),
    contentOf('aaaa other', 'bbbb two', 'cccc three', 'dddd four'),
  )
  assert.equal(lines[0], 'aaaa other')
  assert.deepEqual(conflicts, [
    {
      kind: 'block',
      blockId: 'aaaa',
      base: paragraph('aaaa', 'one'),
      ours: paragraph('aaaa', 'mine'),
      theirs: paragraph('aaaa', 'other'),
    },
  ])
})

test('of a block that one deleted and the other changed, the change stands and is a conflict', () => {
  const without = contentOf('aaaa one', 'cccc three', 'dddd four')
  const changed = contentOf('aaaa one', 'bbbb TWO', 'cccc three', 'dddd four')
  for (const { lines, clashes } of [merged(base, without, changed), merged(base, changed, without)]) {
    assert.deepEqual(lines, ['aaaa one', 'bbbb TWO', 'cccc three', 'dddd four'])
    assert.deepEqual(clashes, ['bbbb'])
  }
})

test('a move of one side holds beside the other side’s changes, and theirs where both moved one block', () => {
  const moved = contentOf('dddd four', 'aaaa one', 'bbbb two', 'cccc three')
  const typed = contentOf('aaaa one', 'bbbb TWO', 'newb five', 'cccc three', 'dddd four')
  const both = ['dddd four', 'aaaa one', 'bbbb TWO', 'newb five', 'cccc three']
  assert.deepEqual(merged(base, moved, typed).lines, both)
  assert.deepEqual(merged(base, typed, moved).lines, both)
  const elsewhere = merged(base, moved, contentOf('aaaa one', 'dddd four', 'bbbb two', 'cccc three'))
  assert.deepEqual(elsewhere.lines, ['aaaa one', 'dddd four', 'bbbb two', 'cccc three'])
  assert.deepEqual(elsewhere.clashes, [])
  assert.deepEqual(merged(base, moved, contentOf('bbbb two', 'aaaa one', 'cccc three', 'dddd four')).lines, [
    'dddd four',
    'bbbb two',
    'aaaa one',
    'cccc three',
  ])
})

test('a block moved into a box is there once, and not lost where the box stands as the other side has it', () => {
  const boxed = contentOf('aaaa one', box('boxb', paragraph('inin', 'inner')), 'bbbb two')
  const into = contentOf('aaaa one', box('boxb', paragraph('inin', 'inner'), paragraph('bbbb', 'two')))
  assert.deepEqual(merged(boxed, into, boxed).lines, ['aaaa one', 'boxb [inin inner, bbbb two]'])

  const otherBox = contentOf('aaaa one', box('boxb', paragraph('inin', 'INNER')), 'bbbb two')
  const kept = merged(boxed, into, otherBox)
  assert.deepEqual(kept.lines, ['aaaa one', 'boxb [inin INNER]', 'bbbb two'])
  assert.deepEqual(kept.clashes, ['boxb'])
  const mine = resolveConflicts(kept.content, kept.conflicts, { fields: {}, blocks: { boxb: 'ours' } })
  assert.deepEqual(shown(mine.body.content), ['aaaa one', 'boxb [inin inner, bbbb-2 two]', 'bbbb two'])

  const changed = contentOf('aaaa one', box('boxb', paragraph('inin', 'inner')), 'bbbb TWO')
  const twice = merged(boxed, into, changed)
  assert.deepEqual(twice.lines, ['aaaa one', 'boxb [inin inner, bbbb-2 two]', 'bbbb TWO'])
  assert.deepEqual(twice.clashes, ['bbbb'])
})

test('when between them they deleted everything, an empty paragraph is left', () => {
  const two = contentOf('aaaa one', 'bbbb two')
  assert.deepEqual(merged(two, contentOf('aaaa one'), contentOf('bbbb two')).lines, ['empty-2'])
})

test('fields merge one by one; a picture’s caption and alt each by itself', () => {
  const { content, conflicts } = mergeContents(
    base,
    {
      ...base,
      headline: 'Mine',
      kicker: 'Kicker',
      hero: base.hero && { ...base.hero, caption: 'New caption' },
      topicIds: ['t1', 't3', 't4'],
    },
    {
      ...base,
      headline: 'Other',
      standfirst: 'Sub',
      hero: base.hero && { ...base.hero, alt: 'New alt' },
      topicIds: ['t2', 't1', 't3'],
    },
  )
  assert.deepEqual(content, {
    ...base,
    headline: 'Other',
    kicker: 'Kicker',
    standfirst: 'Sub',
    hero: { mediaId: base.hero?.mediaId, caption: 'New caption', alt: 'New alt' },
    topicIds: ['t1', 't3', 't4'],
  })
  assert.deepEqual(conflicts, [{ kind: 'field', field: 'headline', base: 'Headline', ours: 'Mine', theirs: 'Other' }])
})

test('another order of attributes and another cut of the same text is no change', () => {
  const stored: Block = { type: 'heading', attrs: { id: 'head', level: 2 }, content: [{ type: 'text', text: 'One text' }] }
  const typed: Block = {
    content: [
      { text: 'One', type: 'text' },
      { text: ' text', type: 'text' },
    ],
    attrs: { level: 2, id: 'head' },
    type: 'heading',
  }
  const { content, conflicts } = mergeContents(
    contentOf(stored),
    contentOf({ ...stored, attrs: { id: 'head', level: 3 } }),
    contentOf(typed),
  )
  assert.deepEqual(conflicts, [])
  assert.deepEqual(content.body.content, [{ ...stored, attrs: { id: 'head', level: 3 } }])
})

const sides = fc
  .tuple(arbitraryContent, arbitraryEdits, arbitraryEdits)
  .map(([was, mine, other]) => ({ was, ours: edited(was, mine, 'ours'), theirs: edited(was, other, 'theirs') }))
const runs = { numRuns: 300 }

test('merging with a side that changed nothing gives the other, and with itself the same, without conflict', () => {
  fc.assert(
    fc.property(sides, ({ was, ours }) => {
      assert.deepEqual(mergeContents(was, ours, was), { content: ours, conflicts: [] })
      assert.deepEqual(mergeContents(was, was, ours), { content: ours, conflicts: [] })
      assert.deepEqual(mergeContents(was, ours, ours), { content: ours, conflicts: [] })
    }),
    runs,
  )
})

test('every word that either typed is in the merged article or in a conflict, and the body is sound', () => {
  fc.assert(
    fc.property(sides, ({ was, ours, theirs }) => {
      const { content, conflicts } = mergeContents(was, ours, theirs)
      assertSound(content)
      const places = JSON.stringify([content, conflicts])
      for (const word of [...typedWords(ours, 'ours'), ...typedWords(theirs, 'theirs')]) assert.ok(places.includes(word), word)
      for (const conflict of conflicts) assert.notDeepEqual(conflict.ours, conflict.theirs)
      // What one side has at the top and the other anywhere, nobody deleted.
      const stood = idsWithin(content.body.content)
      for (const [one, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const)
        for (const id of idsWithin(one.body.content)) if (idsOf(other).has(id)) assert.ok(stood.has(id), id)
    }),
    runs,
  )
})

test('the other way round only who is “theirs” changes', () => {
  fc.assert(
    fc.property(sides, ({ was, ours, theirs }) => {
      const one = mergeContents(was, ours, theirs)
      const other = mergeContents(was, theirs, ours)
      assert.deepEqual(
        keyed(one.conflicts).map(({ key, conflict }) => [key, conflict.ours, conflict.theirs]),
        keyed(other.conflicts).map(({ key, conflict }) => [key, conflict.theirs, conflict.ours]),
      )
      // At the top, or in a box that stands as the one or the other has it.
      const stood = idsWithin(one.content.body.content)
      for (const id of idsOf(other.content)) assert.ok(stood.has(id) || id.startsWith('empty-'), id)
    }),
    runs,
  )
})

test('conflicts end as chosen, and no chosen word is lost', () => {
  fc.assert(
    fc.property(sides, fc.infiniteStream(fc.constantFrom('ours', 'theirs', 'both')), ({ was, ours, theirs }, stream) => {
      const { content, conflicts } = mergeContents(was, ours, theirs)
      const choices: Choices = { fields: {}, blocks: {} }
      for (const conflict of conflicts) {
        const choice = stream.next().value
        if (conflict.kind === 'block') choices.blocks[conflict.blockId] = choice
        else choices.fields[conflict.field] = choice === 'both' ? 'ours' : choice
      }
      const resolved = resolveConflicts(content, conflicts, choices)
      assertSound(resolved)
      const words = JSON.stringify(resolved)
      for (const conflict of conflicts) {
        const choice = conflict.kind === 'block' ? choices.blocks[conflict.blockId] : choices.fields[conflict.field]
        if (choice !== 'theirs') for (const word of typedWords(conflict.ours, 'ours')) assert.ok(words.includes(word), word)
        if (choice !== 'ours') for (const word of typedWords(conflict.theirs, 'theirs')) assert.ok(words.includes(word), word)
        if (conflict.kind === 'field')
          assert.deepEqual(resolved[conflict.field], choice === 'ours' ? conflict.ours : conflict.theirs)
      }
      assert.deepEqual(resolveConflicts(content, conflicts, { fields: {}, blocks: {} }), content)
    }),
    runs,
  )
})

function keyed(conflicts: readonly Conflict[]) {
  const keys = conflicts.map((conflict) => ({ key: conflict.kind === 'field' ? conflict.field : conflict.blockId, conflict }))
  return keys.sort((one, other) => (one.key < other.key ? -1 : 1))
}

function assertSound({ body }: ArticleContent) {
  assert.deepEqual(structuredClone(checkBody(body)), { ok: true, body })
}

function idsOf(content: ArticleContent): Set<string> {
  return new Set(content.body.content.map((block) => block.attrs.id))
}
