import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { insertBlocks } from '@/components/desk/editor/commands/insert-blocks'
import { addressFrom } from '@/components/desk/editor/commands/links'
import { Panel } from '@/components/desk/editor/panels/panel'
import type { EditorWords } from '@/components/desk/editor/words/en'
import { providerOf } from '@/db/body/embeds'

type Props = { editor: Editor; words: EditorWords; close: () => void }

/** Puts a card into the text for something that lives on another site. */
export function EmbedPanel({ editor, words, close }: Props) {
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const [isFaulty, setIsFaulty] = useState(false)
  const apply = () => {
    const url = addressFrom(address)
    const isWeb = url !== null && /^https?:/.test(url)
    setIsFaulty(!isWeb)
    if (!isWeb) return
    const card = editor.schema.node('embed', { url, title: title.trim(), provider: providerOf(url).slice(0, 100) })
    editor.view.dispatch(insertBlocks(editor.state, [card]))
    close()
  }
  return (
    <Panel label={words.embed} close={close} onSubmit={apply}>
      <label>
        {words.address}
        <input
          value={address}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          maxLength={2000}
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? 'embed-fault' : undefined}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <label>
        {words.embedTitle}
        <input value={title} dir="auto" maxLength={300} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <button type="submit">{words.insert}</button>
      <button type="button" onClick={close}>
        {words.close}
      </button>
      {isFaulty && (
        <p className="fault" id="embed-fault" role="alert">
          {words.badAddress}
        </p>
      )}
    </Panel>
  )
}
