import type { Command } from '@tiptap/pm/state'
import { NodeSelection, Selection } from '@tiptap/pm/state'

const captioned: ReadonlySet<string> = new Set(['figure', 'gallery', 'pullQuote'])

/** Enter in a caption or a pull quote goes on behind the block instead of making two of it. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { paragraph } = state.schema.nodes
  if (!paragraph || !captioned.has($from.parent.type.name)) return false
  if (dispatch) {
    const after = $from.after()
    const tr = state.tr.insert(after, paragraph.create())
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  }
  return true
}

/** Backspace at the start of a caption selects the block, so that a second one removes it and nothing dissolves. */
export const selectCaptioned: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || !captioned.has($from.parent.type.name)) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
  return true
}
