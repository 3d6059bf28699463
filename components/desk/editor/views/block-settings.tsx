import { NodeSelection } from '@tiptap/pm/state'
import type { ReactNodeViewProps } from '@tiptap/react'
import type { ReactNode } from 'react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { directionOf } from '@/lib/languages'

type Props = { block: ReactNodeViewProps; label: string; children?: ReactNode }

/** What can be said about a block, shown while it is selected or written in. Escape leads back to the text. */
export function BlockSettings({ block, label, children }: Props) {
  const { language, words, isReadOnly } = useAroundText()
  if (isReadOnly || !(block.selected || block.selectionInside)) return null
  const back = () => {
    const at = block.getPos()
    const { state } = block.view
    if (at !== undefined) block.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)))
    block.view.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand beside the text it is about
    <div
      className="block-settings"
      contentEditable={false}
      lang={language}
      dir={directionOf(language)}
      role="group"
      aria-label={label}
      data-settings=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        back()
      }}
    >
      {children}
      <button
        type="button"
        onClick={() => {
          block.deleteNode()
          block.view.focus()
        }}
      >
        {words.remove}
      </button>
    </div>
  )
}
