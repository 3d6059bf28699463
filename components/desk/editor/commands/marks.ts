import { toggleMark } from '@tiptap/pm/commands'
import type { Attrs } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

export type SimpleMark = 'strong' | 'em' | 'sub' | 'sup'

export function toggleNamed(name: SimpleMark): Command {
  return (state, dispatch) => {
    const mark = state.schema.marks[name]
    return mark !== undefined && toggleMark(mark)(state, dispatch)
  }
}

/** Whether what is typed now, or everything that is selected in part, carries the mark. */
export function hasMark(state: EditorState, name: string): boolean {
  return markHere(state, name) !== null
}

/** The attributes of a mark at the selection, or null without it. */
export function markHere({ doc, schema, selection, storedMarks }: EditorState, name: string): Attrs | null {
  const type = schema.marks[name]
  if (!type) return null
  const { empty, $from, from, to } = selection
  if (empty) return type.isInSet(storedMarks ?? $from.marks())?.attrs ?? null
  let found: Attrs | null = null
  doc.nodesBetween(from, to, (node) => {
    found ??= type.isInSet(node.marks)?.attrs ?? null
    return found === null
  })
  return found
}
