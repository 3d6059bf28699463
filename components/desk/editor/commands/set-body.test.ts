import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { bodyTransaction } from '@/components/desk/editor/commands/set-body'
import { after, block, outline, schema, writing } from '@/components/desk/editor/testing'

const bodyOf = (blocks: Node[]) => schema.node('doc', null, blocks).toJSON()

test('the selection stays where it was in its words', () => {
  const start = writing([block('once', 'First'), block('twice', 'Sec|ond|'), block('third', 'Third')])
  const merged = start.apply(
    bodyTransaction(
      start,
      bodyOf([block('fresh', 'New'), block('once', 'First changed'), block('twice', 'A Second'), block('third', '3')]),
    ),
  )
  assert.equal(outline(merged), 'paragraph#fresh New; paragraph#once First changed; paragraph#twice A Second; paragraph#third 3')
  const { from, to } = merged.selection
  assert.equal(merged.doc.textBetween(from, to), 'ond')
})

test('what was typed before can be undone, and what was merged stays', () => {
  const start = writing([block('once', 'First'), block('twice', 'Second|')], [history()])
  const typed = after(start, (state, dispatch) => {
    dispatch?.(state.tr.insertText(' typed'))
    return true
  })
  const merged = typed.apply(bodyTransaction(typed, bodyOf([block('once', 'First, merged'), block('twice', 'Second typed')])))
  assert.equal(outline(after(merged, undo)), 'paragraph#once First, merged; paragraph#twice Second')
})

test('whatever the two texts are, the second is what stands there', () => {
  const text = fc.array(
    fc.tuple(
      fc.constantFrom('aaaa', 'bbbb', 'cccc', 'dddd', 'eeee', 'ffff'),
      fc.stringMatching(/^[ab ]{0,6}$/),
      fc.constantFrom('paragraph', 'pullQuote', 'factBox'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  const made = (parts: [string, string, string][]) =>
    [...new Map(parts.map((part) => [part[0], part])).values()].map(([id, words, type]) =>
      type === 'factBox'
        ? schema.node('factBox', { id }, [block(`${id}1`, words), block(`${id}2`, 'same')])
        : block(id, words, type),
    )
  fc.assert(
    fc.property(text, text, (before, next) => {
      const start = writing(made(before))
      const target = schema.node('doc', null, made(next))
      assert.ok(start.apply(bodyTransaction(start, target.toJSON())).doc.eq(target))
    }),
  )
})
