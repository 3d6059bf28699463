import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { newBlockId } from '@/components/desk/editor/block-id'

/**
 * Gives every block an id for life. New blocks get one; of two with the same, the first keeps it, except when it was left empty by
 * splitting at its start: then the id stays with the words. What is pasted keeps its ids when it was cut here, and gets new ones
 * when the originals are still there.
 */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => (transactions.some((tr) => tr.docChanged) ? withIds(state) : null),
    props: {
      transformPasted: (slice, view) => {
        // What is dragged is still there, but will not be.
        if (view.dragging?.move) return slice
        const taken = idsIn(view.state.doc)
        return new Slice(renamed(slice.content, taken), slice.openStart, slice.openEnd)
      },
    },
  })
}

function withIds(state: EditorState): Transaction | null {
  const { tr } = state
  const seen = new Map<string, { node: Node; at: number }>()
  state.doc.descendants((node, at) => {
    if (!hasId(node)) return !node.inlineContent
    const id: string | null = node.attrs.id
    const first = id === null ? undefined : seen.get(id)
    if (id === null) tr.setNodeAttribute(at, 'id', newBlockId())
    else if (!first) seen.set(id, { node, at })
    else if (isEmptyText(first.node) && !isEmptyText(node) && first.at + first.node.nodeSize === at) {
      tr.setNodeAttribute(first.at, 'id', newBlockId())
      seen.set(id, { node, at })
    } else tr.setNodeAttribute(at, 'id', newBlockId())
    return !node.inlineContent
  })
  if (tr.steps.length === 0) return null
  return tr.setStoredMarks(state.storedMarks)
}

function idsIn(doc: Node): Set<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (hasId(node) && node.attrs.id !== null) ids.add(node.attrs.id)
    return !node.inlineContent
  })
  return ids
}

function renamed(fragment: Fragment, taken: ReadonlySet<string>): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const content = renamed(node.content, taken)
    const isTaken = hasId(node) && taken.has(node.attrs.id)
    nodes.push(isTaken ? node.type.create({ ...node.attrs, id: newBlockId() }, content, node.marks) : node.copy(content))
  })
  return Fragment.from(nodes)
}

function hasId(node: Node): boolean {
  return 'id' in node.attrs
}

function isEmptyText(node: Node): boolean {
  return node.isTextblock && node.content.size === 0
}
