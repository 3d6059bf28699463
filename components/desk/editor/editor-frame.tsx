import { keydownHandler } from '@tiptap/pm/keymap'
import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { placeForBlocks } from '@/components/desk/editor/commands/insert-blocks'
import type { BodyEditorProps } from '@/components/desk/editor/contract'
import type { EditorHost } from '@/components/desk/editor/host'
import { insert } from '@/components/desk/editor/insertions'
import { OpenPanel } from '@/components/desk/editor/panels/open-panel'
import { blockToComment, showOnBlocks } from '@/components/desk/editor/plugins/shown-blocks'
import { uploadInto } from '@/components/desk/editor/plugins/uploads'
import { shortcuts } from '@/components/desk/editor/shortcuts'
import { EditorTools } from '@/components/desk/editor/toolbar/editor-tools'
import type { PanelName } from '@/components/desk/editor/tools'
import type { AroundText } from '@/components/desk/editor/views/around'
import { directionOf } from '@/lib/languages'

type Props = {
  editor: Editor
  host: EditorHost
  around: AroundText
  comment: BodyEditorProps['onComment']
  note: string | null
  say: (note: string | null) => void
  count: ReactNode
  children: ReactNode
}

/** The tools around a text, and what the keys do that are not about its words. */
export function EditorFrame({ editor, host, around, comment, note, say, count, children }: Props) {
  const { words } = host
  const frame = useRef<HTMLDivElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [isFocused, setIsFocused] = useFocusMode(editor)
  const open = (name: PanelName) => setPanel(panel === name ? null : name)
  const close = () => {
    setPanel(null)
    editor.view.focus()
  }
  useEffect(() => {
    editor.view.dispatch(showOnBlocks(editor.state, { keepsSelection: panel === 'link' || panel === 'lang' }))
  }, [editor, panel])
  const onKeyDown = (event: KeyboardEvent) => {
    if (around.isReadOnly) return
    const does = (action: () => void) => () => {
      action()
      return true
    }
    const bindings = {
      [shortcuts.link]: does(() => open('link')),
      [shortcuts.lang]: does(() => open('lang')),
      [shortcuts.find]: does(() => open('find')),
      [shortcuts.help]: does(() => open('help')),
      [shortcuts.focusMode]: does(() => setIsFocused(!isFocused)),
      [shortcuts.toToolbar]: does(() => frame.current?.querySelector<HTMLElement>('.tool[tabindex="0"]')?.focus()),
      [shortcuts.comment]: does(() => {
        const block = blockToComment(editor.state)
        if (block) comment?.(block.id, block.quote)
      }),
    }
    // ProseMirror takes this key for itself and does nothing with it.
    const isEscape = event.key === 'Escape' && !event.nativeEvent.isComposing
    if (isEscape && panel) close()
    else if (isEscape && isFocused) setIsFocused(false)
    else if (!event.defaultPrevented && keydownHandler(bindings)(editor.view, event.nativeEvent)) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tools and the text in it
    <div
      ref={frame}
      className={isFocused ? 'body-editor is-focused' : 'body-editor'}
      lang={host.language}
      dir={directionOf(host.language)}
      onKeyDown={onKeyDown}
    >
      {!around.isReadOnly && (
        <>
          <div className="editor-tools">
            <EditorTools
              {...{ editor, words, panel, open, comment, isFocused, setIsFocused }}
              insert={(name) =>
                void insert(name, editor, {
                  ...around,
                  askForFiles: () => files.current?.click(),
                  askForAddress: () => setPanel('embed'),
                })
              }
            />
            <OpenPanel panel={panel} editor={editor} language={host.language} around={around} say={say} close={close} />
            <p className="editor-note" role="status">
              {note}
              {note && (
                <button type="button" onClick={() => say(null)}>
                  {words.close}
                </button>
              )}
            </p>
          </div>
          <FilesInput
            ref={files}
            label={words.insertWhat.upload}
            take={(chosen) => void uploadInto(editor.view, chosen, placeForBlocks(editor.state).from, host)}
          />
        </>
      )}
      {children}
      <footer className="editor-foot">
        {count}
        {isFocused && (
          <button type="button" className="button second small" onClick={() => setIsFocused(false)}>
            {words.leaveFocusMode}
          </button>
        )}
      </footer>
    </div>
  )
}

type FilesProps = { ref: Ref<HTMLInputElement>; label: string; take: (files: File[]) => void }

/** Lets somebody choose files of their device. */
function FilesInput({ ref, label, take }: FilesProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/*"
      multiple
      hidden
      aria-label={label}
      onChange={({ target }) => {
        const chosen = [...(target.files ?? [])]
        target.value = ''
        take(chosen)
      }}
    />
  )
}

/** Nothing but the text, the block at the caret before the others. The page's own style hides the rest by the same class. */
function useFocusMode(editor: Editor): [boolean, (isFocused: boolean) => void] {
  const [isFocused, setIsFocused] = useState(false)
  useEffect(() => {
    editor.view.dispatch(showOnBlocks(editor.state, { isFocused }))
    document.documentElement.classList.toggle('focus-mode', isFocused)
    if (isFocused) editor.view.focus()
    return () => document.documentElement.classList.remove('focus-mode')
  }, [editor, isFocused])
  return [isFocused, setIsFocused]
}
