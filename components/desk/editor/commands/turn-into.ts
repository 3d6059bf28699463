import type { Attrs, Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

const turnable: ReadonlySet<string> = new Set(['paragraph', 'heading', 'pullQuote'])

/**
 * Turns the paragraphs, headings and pull quotes at the selection into one of those, or back into paragraphs when they all are it
 * already. They keep their ids; captions and cells are left alone.
 */
export function turnInto(name: 'heading' | 'pullQuote' | 'paragraph', attrs: Attrs = {}): Command {
  return (state, dispatch) => {
    const blocks = turnableBlocks(state)
    if (blocks.length === 0) return false
    const areAll = blocks.every(({ node }) => isMade(node, name, attrs))
    const to = state.schema.nodes[areAll ? 'paragraph' : name]
    if (!to) return false
    const { tr } = state
    for (const { node, at } of blocks) {
      const from = tr.mapping.map(at)
      tr.setBlockType(from, from + node.nodeSize, to, ({ attrs: { id } }) => (areAll ? { id } : { ...attrs, id }))
    }
    if (tr.doc.eq(state.doc)) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Whether every block at the selection that could be turned is this. */
export function areAllBlocks(state: EditorState, name: string, attrs: Attrs = {}): boolean {
  const blocks = turnableBlocks(state)
  return blocks.length > 0 && blocks.every(({ node }) => isMade(node, name, attrs))
}

function isMade(node: Node, name: string, attrs: Attrs): boolean {
  return node.type.name === name && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value)
}

function turnableBlocks({ doc, selection }: EditorState): { node: Node; at: number }[] {
  const blocks: { node: Node; at: number }[] = []
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (turnable.has(node.type.name)) blocks.push({ node, at })
    return !node.isTextblock
  })
  return blocks
}
