import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history, undo } from '@tiptap/pm/history'
import type { EditorState } from '@tiptap/pm/state'
import { find, findings, goToMatch, lookFor, replaceMatch, replaceMatches } from '@/components/desk/editor/plugins/find'
import { searchPattern } from '@/components/desk/editor/plugins/search-pattern'
import { after, block, outline, schema, writing } from '@/components/desk/editor/testing'

const text = () =>
  writing(
    [
      block('once', 'The |port, the port'),
      schema.node('pullQuote', { id: 'twice' }, [schema.text('Air'), schema.text('port', [schema.mark('em')]), schema.text('s')]),
    ],
    [find(), history()],
  )

function looking(state: EditorState, query: string): EditorState {
  return state.apply(lookFor(state, searchPattern(query, { matchesCase: false, wholeWords: false })))
}

const selected = ({ doc, selection }: EditorState) => doc.textBetween(selection.from, selection.to)

test('matches are found across marks, the first from the caret on is current, and going on comes round', () => {
  let state = looking(text(), 'port')
  assert.deepEqual(
    findings(state).matches.map(({ from }) => from),
    [5, 15, 24],
  )
  assert.equal(findings(state).current, 0)
  for (const current of [1, 2, 0]) {
    state = state.apply(goToMatch(state, 1) ?? state.tr)
    assert.equal(findings(state).current, current)
    assert.equal(selected(state), 'port')
  }
  assert.equal(findings(state.apply(goToMatch(state, -1) ?? state.tr)).current, 2)
  assert.equal(findings(state.apply(lookFor(state, null))).matches.length, 0)
})

test('one match is replaced and the next is current; words keep their marks', () => {
  let state = looking(text(), 'port')
  state = state.apply(replaceMatch(state, 'harbour') ?? state.tr)
  assert.equal(outline(state), 'paragraph#once The harbour, the port; pullQuote#twice Airports')
  assert.equal(findings(state).current, 0)
  assert.equal(selected(state), 'port')
  const all = state.apply(replaceMatches(state, 'harbour'))
  assert.deepEqual(
    all.doc
      .child(1)
      .child(1)
      .marks.map(({ type }) => type.name),
    ['em'],
  )
  assert.equal(outline(all), 'paragraph#once The harbour, the harbour; pullQuote#twice Airharbours')
})

test('everything is replaced in one step that one undo takes back; nothing put in its place deletes', () => {
  const start = looking(text(), 'port')
  const replaced = start.apply(replaceMatches(start, ''))
  assert.equal(outline(replaced), 'paragraph#once The , the ; pullQuote#twice Airs')
  assert.ok(after(replaced, undo).doc.eq(start.doc))
})

test('a word that holds what is looked for is not replaced for ever', () => {
  let state = looking(writing([block('once', '|a')], [find()]), 'a')
  state = state.apply(replaceMatch(state, 'aa') ?? state.tr)
  assert.equal(outline(state), 'paragraph#once aa')
})
