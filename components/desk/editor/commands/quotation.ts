import { lift, wrapIn } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'

/** Makes a quotation of the paragraphs at the selection, or ends the one they are in. */
export const toggleQuotation: Command = (state, dispatch) => {
  const { blockquote } = state.schema.nodes
  if (!blockquote) return false
  return isInQuotation(state) ? lift(state, dispatch) : wrapIn(blockquote)(state, dispatch)
}

export function isInQuotation({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === 'blockquote') return true
  return false
}
