import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NodeSelection } from '@tiptap/pm/state'
import { leaveCaption, selectCaptioned } from '@/components/desk/editor/commands/captions'
import { insertBlocks, insertDivider } from '@/components/desk/editor/commands/insert-blocks'
import { liftItem, liftItemAtStart, sinkItem, splitItem, toggleList } from '@/components/desk/editor/commands/lists'
import { moveBlock } from '@/components/desk/editor/commands/move-block'
import { toggleQuotation } from '@/components/desk/editor/commands/quotation'
import { turnInto } from '@/components/desk/editor/commands/turn-into'
import { blockIds } from '@/components/desk/editor/plugins/block-ids'
import { after, block, outline, schema, writing } from '@/components/desk/editor/testing'

const mediaId = '0b9f3c52-7d0e-4c2b-9a53-1f7f6a7f0001'
const figure = (caption: string) => schema.node('figure', { id: 'figure', mediaId }, caption ? schema.text(caption) : undefined)

test('a block goes behind the one with the caret, or in place of an empty paragraph', () => {
  const behind = writing([block('once', 'O|ne'), block('twice', 'Two')], [blockIds()])
  assert.equal(
    outline(behind.apply(insertBlocks(behind, [figure('')]))),
    'paragraph#once One; figure#figure; paragraph#twice Two',
  )
  const inPlace = writing([block('once', 'One'), block('twice', '|')], [blockIds()])
  const put = inPlace.apply(insertBlocks(inPlace, [figure('')]))
  assert.equal(outline(put), 'paragraph#once One; figure#figure')
  assert.equal(put.selection.$from.parent.type.name, 'figure')
})

test('a divider always has a paragraph to go on in', () => {
  const last = writing([block('once', 'One|')], [blockIds()])
  assert.equal(outline(last.apply(insertDivider(last) ?? last.tr)), 'paragraph#once One; divider#new; paragraph#new')
  const between = writing([block('once', 'One|'), block('twice', 'Two')], [blockIds()])
  assert.equal(
    outline(between.apply(insertDivider(between) ?? between.tr)),
    'paragraph#once One; divider#new; paragraph#twice Two',
  )
})

test('the edges of a caption keep the block whole', () => {
  assert.equal(
    outline(after(writing([figure('A |caption')], [blockIds()]), leaveCaption)),
    'figure#figure A caption; paragraph#new',
  )
  const selected = after(writing([block('once', 'One'), figure('|A caption')]), selectCaptioned)
  assert.ok(selected.selection instanceof NodeSelection)
  assert.equal(selectCaptioned(writing([figure('A| caption')])), false)
})

test('a list item goes in, out, and at its start out by Backspace', () => {
  const two = after(writing([block('once', 'One|')], [blockIds()]), toggleList('bulletList'), splitItem)
  assert.equal(
    outline(after(two, sinkItem)),
    'bulletList#new(listItem(paragraph#once One, bulletList#new(listItem(paragraph#new))))',
  )
  assert.equal(outline(after(two, sinkItem, liftItem)), outline(two))
  assert.equal(outline(after(two, liftItemAtStart)), 'bulletList#new(listItem(paragraph#once One)); paragraph#new')
  assert.equal(liftItemAtStart(writing([block('once', '|One')])), false)
})

test('paragraphs become what they are turned into and back, captions and cells do not', () => {
  const start = writing([block('once', 'O|ne'), block('twice', 'Tw|o')])
  const headings = after(start, turnInto('heading', { level: 3 }))
  assert.equal(outline(headings), 'heading#once One; heading#twice Two')
  assert.equal(outline(after(headings, turnInto('pullQuote'))), 'pullQuote#once One; pullQuote#twice Two')
  assert.ok(after(headings, turnInto('heading', { level: 3 })).doc.eq(start.doc))
  assert.equal(outline(after(start, toggleQuotation, toggleQuotation)), outline(start))
  assert.equal(turnInto('heading', { level: 2 })(writing([figure('A |caption')])), false)
})

test('a block that turns into a heading loses the marks that headings do not have', () => {
  const bold = schema.node('paragraph', { id: 'once' }, schema.text('|Bold', [schema.mark('strong')]))
  const { doc } = after(writing([bold]), turnInto('heading', { level: 2 }))
  assert.deepEqual(doc.firstChild?.firstChild?.marks, [])
})

test('a block moves past its neighbour with the caret in it', () => {
  const start = writing([block('once', 'One'), block('twice', 'T|wo')])
  const moved = after(start, moveBlock('start'))
  assert.equal(outline(moved), 'paragraph#twice Two; paragraph#once One')
  assert.equal(moved.selection.$from.parent.textContent, 'Two')
  assert.ok(after(moved, moveBlock('end')).doc.eq(start.doc))
  assert.equal(moveBlock('end')(start), false)
})
