import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Moves the block at the selection past the one before or behind it. */
export function moveBlock(towards: 'start' | 'end'): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const index = selection.$from.index(0)
    const block = doc.maybeChild(index)
    const other = doc.maybeChild(towards === 'start' ? index - 1 : index + 1)
    if (!block || !other || selection.$to.index(0) > index + (selection.$to.depth > 0 ? 0 : 1)) return false
    if (!dispatch) return true
    const at = selection.$from.posAtIndex(index, 0)
    const moved = towards === 'start' ? -other.nodeSize : other.nodeSize
    tr.delete(at, at + block.nodeSize).insert(at + moved, block)
    const { anchor, head } = selection
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + moved)
        : TextSelection.create(tr.doc, anchor + moved, head + moved),
    )
    dispatch(tr.scrollIntoView())
    return true
  }
}
