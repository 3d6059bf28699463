import { useEffect, useRef } from 'react'
import { keysInWords, type ShortcutName } from '@/components/desk/editor/shortcuts'
import type { EditorWords } from '@/components/desk/editor/words/en'

const marks = ['strong', 'em', 'sub', 'sup', 'link', 'lang'] as const
const blocks = ['paragraph', 'heading2', 'heading3', 'heading4', 'bulletList', 'orderedList', 'blockquote'] as const
const places = ['sink', 'lift', 'moveUp', 'moveDown', 'settings', 'toToolbar'] as const
const whole = ['find', 'comment', 'focusMode', 'help', 'undo', 'redo'] as const

type Props = { words: EditorWords; close: () => void }

/** All keys, on one sheet. */
export function HelpSheet({ words, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="help-sheet" aria-labelledby="help-title" onClose={close}>
      <header>
        <h2 id="help-title">{words.help}</h2>
        <form method="dialog">
          <button type="submit" className="button second small">
            {words.close}
          </button>
        </form>
      </header>
      <div className="help-groups">
        <section>
          <h3>{words.keys.writing}</h3>
          <Keys names={[...marks, 'hardBreak']} words={words} />
        </section>
        <section>
          <h3>{words.keys.blocks}</h3>
          <Keys names={blocks} words={words} />
        </section>
        <section>
          <h3>{words.keys.moving}</h3>
          <Keys names={[...places, ...whole]} words={words} />
        </section>
      </div>
      <p>{words.keys.typed}</p>
    </dialog>
  )
}

function Keys({ names, words }: { names: readonly ShortcutName[]; words: EditorWords }) {
  const labels: Record<ShortcutName, string> = { ...words, ...words.keys }
  return (
    <dl>
      {names.map((name) => (
        <div key={name}>
          <dt>{labels[name]}</dt>
          <dd>
            <kbd>{keysInWords(name)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  )
}
