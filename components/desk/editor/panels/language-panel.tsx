import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { runLanguage, runLanguages, setRunLanguage } from '@/components/desk/editor/commands/languages'
import { Panel } from '@/components/desk/editor/panels/panel'
import type { EditorWords } from '@/components/desk/editor/words/en'
import type { Language } from '@/lib/languages'

type Props = { editor: Editor; language: Language; words: EditorWords; close: () => void }

/** Of what language the selected words are: it decides their direction, how they are read out and where they break. */
export function LanguagePanel({ editor, language, words, close }: Props) {
  const [chosen, setChosen] = useState(() => runLanguage(editor.state) ?? '')
  const apply = () => {
    const tr = setRunLanguage(editor.state, chosen || null)
    if (tr) editor.view.dispatch(tr)
    close()
  }
  const named = new Intl.DisplayNames(language, { type: 'language' })
  const offered = [...new Set([...runLanguages, ...(chosen ? [chosen] : [])])]
    .map((tag) => ({ tag, name: named.of(tag) ?? tag }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
  return (
    <Panel label={words.lang} close={close} onSubmit={apply}>
      <label>
        {words.lang}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{words.ownLanguage}</option>
          {offered.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.apply}</button>
      <button type="button" onClick={close}>
        {words.close}
      </button>
    </Panel>
  )
}
