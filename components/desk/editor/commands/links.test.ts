import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { addressFrom, removeLink, setLink } from '@/components/desk/editor/commands/links'
import { block, schema, writing } from '@/components/desk/editor/testing'

const target = { href: 'https://example.com/', articleId: null }

test('an address is what somebody means, or nothing', () => {
  const meant: [string, string | null][] = [
    ['https://example.com/a', 'https://example.com/a'],
    [' example.com/a?b#c ', 'https://example.com/a?b#c'],
    ['www.مثال.إختبار', 'https://www.مثال.إختبار'],
    ['desk@example.com', 'mailto:desk@example.com'],
    ['/about', '/about'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.com', null],
    ['file:///etc', null],
    ['example', null],
    ['', null],
  ]
  for (const [typed, address] of meant) assert.equal(addressFrom(typed), address, typed)
})

test('selected words are linked, a link changes as a whole, and nothing selected brings its own words', () => {
  const linked = applied(writing([block('once', 'See |our report| here')]), (state) => setLink(state, target, ''))
  assert.equal(runs(linked), 'See |our report=https://example.com/| here')
  const inside = writing([paragraph(schema.text('See '), linkedText('o|ur'), schema.text(' x'))])
  assert.equal(runs(applied(inside, (state) => setLink(state, { ...target, href: '/new' }, ''))), 'See |our=/new| x')
  assert.equal(runs(applied(inside, removeLink)), 'See our x')
  const atStart = writing([paragraph(linkedText('|our'), schema.text(' x'))])
  assert.equal(runs(applied(atStart, removeLink)), 'our x')
  assert.equal(removeLink(writing([paragraph(linkedText('our'), schema.text('| x'))])), null)
  const empty = applied(writing([block('once', 'See |')]), (state) => setLink(state, target, 'example.com'))
  assert.equal(runs(empty), 'See |example.com=https://example.com/')
})

function applied(state: EditorState, make: (state: EditorState) => Transaction | null): EditorState {
  const tr = make(state)
  assert.ok(tr)
  return state.apply(tr)
}

function paragraph(...runs: ReturnType<typeof schema.text>[]) {
  return schema.node('paragraph', { id: 'once' }, runs)
}

function linkedText(text: string) {
  return schema.text(text, [schema.mark('link', { href: '/old', articleId: null })])
}

function runs({ doc }: EditorState): string {
  return (doc.firstChild?.children ?? [])
    .map((run) => `${run.text}${run.marks[0] ? `=${run.marks[0].attrs.href}` : ''}`)
    .join('|')
}
