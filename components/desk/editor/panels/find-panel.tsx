import type { Transaction } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { Panel } from '@/components/desk/editor/panels/panel'
import { findings, goToMatch, lookFor, replaceMatch, replaceMatches } from '@/components/desk/editor/plugins/find'
import { searchPattern } from '@/components/desk/editor/plugins/search-pattern'
import type { EditorWords } from '@/components/desk/editor/words/en'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { editor: Editor; language: Language; words: EditorWords; say: (note: string) => void; close: () => void }

/** Looks for words in the text and puts others in their place. */
export function FindPanel({ editor, language, words, say, close }: Props) {
  const [query, setQuery] = useState(() => selectedWords(editor))
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState({ matchesCase: false, wholeWords: false })
  useEffect(() => {
    editor.view.dispatch(lookFor(editor.state, searchPattern(query, options)))
    const found = goToMatch(editor.state, 0)
    if (found) editor.view.dispatch(found)
  }, [editor, query, options])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(lookFor(editor.state, null))
    },
    [editor],
  )
  const { count, number } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({ count: findings(state).matches.length, number: findings(state).current + 1 }),
  })
  const go = (tr: Transaction | null) => tr && editor.view.dispatch(tr)
  const replaceAll = () => {
    if (count === 0) return
    go(replaceMatches(editor.state, replacement))
    say(counted(language, count, words.replaced))
  }
  const format = new Intl.NumberFormat(language)
  return (
    <Panel label={words.find} close={close} onSubmit={() => go(goToMatch(editor.state, 1))}>
      <label>
        {words.findWhat}
        <input
          value={query}
          dir="auto"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return
            event.preventDefault()
            go(goToMatch(editor.state, -1))
          }}
        />
      </label>
      <output className="find-count" aria-live="polite">
        {query &&
          (count === 0 ? words.notFound : filled(words.found, { number: format.format(number), count: format.format(count) }))}
      </output>
      <button type="button" onClick={() => go(goToMatch(editor.state, -1))}>
        {words.previous}
      </button>
      <button type="submit">{words.next}</button>
      <label>
        {words.replaceWith}
        <input value={replacement} dir="auto" onChange={(event) => setReplacement(event.target.value)} />
      </label>
      <button type="button" onClick={() => go(replaceMatch(editor.state, replacement))}>
        {words.replace}
      </button>
      <button type="button" onClick={replaceAll}>
        {words.replaceAll}
      </button>
      <FindOptions words={words} options={options} setOptions={setOptions} />
      <button type="button" onClick={close}>
        {words.close}
      </button>
    </Panel>
  )
}

type Options = { matchesCase: boolean; wholeWords: boolean }

function FindOptions({
  words,
  options,
  setOptions,
}: {
  words: EditorWords
  options: Options
  setOptions: (options: Options) => void
}) {
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={options.matchesCase}
          onChange={(event) => setOptions({ ...options, matchesCase: event.target.checked })}
        />
        {words.matchCase}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={options.wholeWords}
          onChange={(event) => setOptions({ ...options, wholeWords: event.target.checked })}
        />
        {words.wholeWords}
      </label>
    </>
  )
}

/** A short selection is what somebody wants to look for. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  if (!selection.$from.sameParent(selection.$to)) return ''
  const words = doc.textBetween(selection.from, selection.to, ' ')
  return words.length <= 80 ? words : ''
}
