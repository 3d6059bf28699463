import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Node } from '@tiptap/pm/model'
import { DecorationSet } from '@tiptap/pm/view'
import { textDirection } from '@/components/desk/editor/plugins/text-direction'
import { block, schema, writing } from '@/components/desk/editor/testing'

/** Which blocks are turned, by their type and text. */
function turned(base: 'ltr' | 'rtl', blocks: Node[]): string[] {
  const plugin = textDirection(base)
  const state = writing(blocks, [plugin])
  const drawn = plugin.props.decorations?.call(plugin, state)
  assert.ok(drawn instanceof DecorationSet)
  return drawn.find().map(({ from }) => {
    const node = state.doc.nodeAt(from)
    return `${node?.type.name} ${node?.textContent}`
  })
}

test('a block whose first letter runs the other way is turned, an empty one never', () => {
  const blocks = [block('once', '«نص» and more'), block('twice', 'Text'), block('third', '12 %'), block('four', '')]
  assert.deepEqual(turned('ltr', blocks), ['paragraph «نص» and more'])
  assert.deepEqual(turned('rtl', blocks), ['paragraph Text'])
})

test('a list is turned as a whole, and an item that differs from it turns back', () => {
  const item = (id: string, text: string) => schema.node('listItem', null, block(id, text))
  const list = schema.node('bulletList', { id: 'list' }, [item('once', 'نص'), item('twice', 'Text')])
  assert.deepEqual(turned('ltr', [list]), ['bulletList نصText', 'listItem Text'])
})
