import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * What is typed or pasted lands where the caret is seen. The browser tells of a moved caret in a task of its own, which a busy machine
 * runs after the next key: fast fingers and text expanders would write, or delete what was selected, at the place before.
 */
export function caret(): Plugin {
  const catchUp = (view: EditorView) => {
    if (!view.composing) observer(view).flush()
    return false
  }
  return new Plugin({ props: { handleDOMEvents: { keydown: catchUp, beforeinput: catchUp, paste: catchUp, cut: catchUp } } })
}

/** ProseMirror's reader of what the browser did; it offers no other way to have it read at once. */
function observer(view: EditorView): { flush: () => void } {
  return Reflect.get(view, 'domObserver')
}
