import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'

/** Puts blocks behind the one at the selection, or in place of it when that is an empty paragraph, and goes into the first. */
export function insertBlocks(state: EditorState, blocks: readonly Node[]): Transaction {
  const { from, to } = placeForBlocks(state)
  const tr = state.tr.replaceWith(from, to, blocks)
  const [first] = blocks
  if (first) tr.setSelection(first.isLeaf ? NodeSelection.create(tr.doc, from) : Selection.near(tr.doc.resolve(from + 1)))
  return tr.scrollIntoView()
}

/** Between which places at the top of the text new blocks go. */
export function placeForBlocks({ doc, selection: { $from, $to } }: Pick<EditorState, 'doc' | 'selection'>): {
  from: number
  to: number
} {
  if ($from.depth > 0 && isBlank($from.node(1))) return { from: $from.before(1), to: $from.after(1) }
  const at = $to.depth > 0 ? $to.after(1) : $to.pos
  return { from: Math.min(at, doc.content.size), to: Math.min(at, doc.content.size) }
}

export function isBlank(block: Node): boolean {
  return block.type.name === 'paragraph' && block.content.size === 0
}

/** A pause between two parts, and the paragraph that goes on after it. */
export function insertDivider(state: EditorState): Transaction | null {
  const { divider, paragraph } = state.schema.nodes
  if (!divider || !paragraph) return null
  const { from, to } = placeForBlocks(state)
  const next = state.doc.resolve(to).nodeAfter
  const goesOn = next?.isTextblock ? [] : [paragraph.create()]
  const tr = state.tr.replaceWith(from, to, [divider.create(), ...goesOn])
  return tr.setSelection(Selection.near(tr.doc.resolve(from + 1))).scrollIntoView()
}
