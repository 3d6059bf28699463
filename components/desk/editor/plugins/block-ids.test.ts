import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinBackward, splitBlock } from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { liftItem, splitItem, toggleList } from '@/components/desk/editor/commands/lists'
import { turnInto } from '@/components/desk/editor/commands/turn-into'
import { blockIds } from '@/components/desk/editor/plugins/block-ids'
import { after, block, outline, schema, writing } from '@/components/desk/editor/testing'

const plugins = () => [blockIds(), history()]

test('splitting keeps the id on the first part, or with the words when the first is left empty', () => {
  assert.equal(
    outline(after(writing([block('once', 'One|Two')], plugins()), splitBlock)),
    'paragraph#once One; paragraph#new Two',
  )
  assert.equal(outline(after(writing([block('once', '|Two')], plugins()), splitBlock)), 'paragraph#new; paragraph#once Two')
  assert.equal(outline(after(writing([block('once', 'One|')], plugins()), splitBlock)), 'paragraph#once One; paragraph#new')
})

test('joining keeps the first id', () => {
  const joined = after(writing([block('once', 'One'), block('twice', '|Two')], plugins()), joinBackward)
  assert.equal(outline(joined), 'paragraph#once OneTwo')
})

test('undoing brings back the ids that were, redoing those that were made', () => {
  const start = writing([block('once', 'One|Two')], plugins())
  const split = after(start, splitBlock)
  const undone = after(split, undo)
  assert.ok(undone.doc.eq(start.doc))
  assert.ok(after(undone, redo).doc.eq(split.doc))
})

test('what a block is changes without its id', () => {
  const start = writing([block('once', 'O|ne')], plugins())
  assert.equal(outline(after(start, turnInto('heading', { level: 2 }))), 'heading#once One')
  assert.equal(outline(after(start, turnInto('heading', { level: 2 }), turnInto('heading', { level: 2 }))), 'paragraph#once One')
  const list = after(start, toggleList('bulletList'))
  assert.equal(outline(list), 'bulletList#new(listItem(paragraph#once One))')
  const id = list.doc.child(0).attrs.id
  const numbered = after(list, toggleList('orderedList'))
  assert.equal(numbered.doc.child(0).attrs.id, id)
  assert.equal(outline(after(numbered, undo)), 'paragraph#once One')
})

test('lists that come apart have an id each', () => {
  const start = writing([block('once', 'One|Two')], plugins())
  const three = after(start, toggleList('bulletList'), splitItem, splitItem)
  assert.equal(
    outline(after(three, liftItem), /^once$/),
    'bulletList#new(listItem(paragraph#once One), listItem(paragraph#new)); paragraph#new Two',
  )
})

test('two blocks put in with one id get one each', () => {
  const start = writing([block('once', 'One|')], plugins())
  const { tr } = start
  const both = start.apply(tr.insert(tr.doc.content.size, [block('once', 'Copy'), schema.node('divider', { id: 'once' })]))
  assert.equal(outline(both), 'paragraph#once One; paragraph#new Copy; divider#new')
})
