import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { goToBlock, placeOf } from '@/components/desk/editor/plugins/shown-blocks'

/** Goes to the block that the page's address names (`#block-…`): when the text is there and when it can be written in, and whenever the address names another. */
export function useNamedBlock(editor: Editor | null, isReadOnly: boolean): void {
  useEffect(() => {
    if (!editor) return
    const go = () => {
      const [, id = ''] = /^#block-(.+)$/.exec(decodedFragment()) ?? []
      const tr = goToBlock(editor.state, id)
      if (!tr) return
      editor.view.dispatch(tr)
      if (!isReadOnly) editor.view.focus()
      const at = placeOf(editor.state.doc, id)
      const block = at === null ? null : editor.view.nodeDOM(at)
      if (block instanceof Element) block.scrollIntoView({ block: 'center' })
    }
    // What stands beside the text is drawn after it, and moves it.
    const drawn = requestAnimationFrame(go)
    window.addEventListener('hashchange', go)
    return () => {
      cancelAnimationFrame(drawn)
      window.removeEventListener('hashchange', go)
    }
  }, [editor, isReadOnly])
}

function decodedFragment(): string {
  try {
    return decodeURIComponent(window.location.hash)
  } catch {
    return ''
  }
}
