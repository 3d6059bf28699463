import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifyBlocks, idFor, keepIds, saying } from './identity'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const idsOf = (blocks: readonly { attrs?: Record<string, unknown> }[]) => blocks.map(({ attrs }) => attrs?.id)

test('blocks keep their ids where others come and go, and differ from one another', () => {
  const before = idsOf(identifyBlocks([paragraph('a'), paragraph('b'), paragraph('a')], 'x'))
  const after = idsOf(identifyBlocks([paragraph('a'), paragraph('new'), paragraph('b'), paragraph('a')], 'x'))
  assert.equal(new Set(before).size, 3)
  assert.deepEqual([after[0], after[2], after[3]], before)
  for (const id of after) assert.match(String(id), /^[0-9a-z]{10}$/)
  assert.notDeepEqual(idsOf(identifyBlocks([paragraph('a')], 'y')), before.slice(0, 1))
})

test('an earlier version lends its ids to equal blocks, and no id comes twice', () => {
  const fresh = identifyBlocks([paragraph('a'), paragraph('b')], 'x')
  const edited = [{ ...paragraph('b'), attrs: { id: fresh[0]?.attrs?.id } }]
  const kept = keepIds(fresh, edited)
  assert.equal(kept[1]?.attrs?.id, fresh[0]?.attrs?.id)
  assert.equal(new Set(idsOf(kept)).size, 2)
})

test('ids of rows are the same in every run, and an id that is one stays', () => {
  assert.equal(idFor('article', 'a'), idFor('article', 'a'))
  assert.notEqual(idFor('article', 'a'), idFor('page-group', 'a'))
  const own = '0f8fad5b-d9cb-469f-a165-70867728950e'
  assert.equal(idFor('article', own), own)
})

test('what is said does not depend on ids and the order of attributes', () => {
  assert.equal(saying({ b: 1, a: [{ id: 'x', c: 2 }] }), saying({ a: [{ c: 2, id: 'y' }], b: 1 }))
})
