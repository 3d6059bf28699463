import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isBlank } from '@/components/desk/editor/commands/insert-blocks'

type Shown = { commented: ReadonlySet<string>; isFocused: boolean; keepsSelection: boolean; pointedAt: string | null }

type Kept = Shown & { marks: DecorationSet }

const key = new PluginKey<Kept>('shown-blocks')

/**
 * What is shown on blocks without being in them: which have comments, which one the caret is in while only the text is shown,
 * what was selected while a form about it is open, which one somebody was sent to, and what to do where nothing is written yet.
 */
export function shownBlocks(placeholder: string): Plugin {
  return new Plugin<Kept>({
    key,
    state: {
      init: () => ({
        commented: new Set(),
        isFocused: false,
        keepsSelection: false,
        pointedAt: null,
        marks: DecorationSet.empty,
      }),
      apply: (tr, kept) => {
        const change: Partial<Shown> | undefined = tr.getMeta(key)
        const hasMoved = tr.docChanged || tr.selectionSet
        if (!change && !hasMoved) return kept
        // Whoever was sent to a block has seen it once they go on.
        const shown = { ...kept, ...(hasMoved && { pointedAt: null }), ...change }
        return change?.commented || tr.docChanged ? { ...shown, marks: commentMarks(tr.doc, shown.commented) } : shown
      },
    },
    props: {
      decorations: (state) => {
        const kept = key.getState(state)
        if (!kept) return null
        return kept.marks.add(state.doc, [
          ...caretBlock(state, kept),
          ...keptSelection(state, kept),
          ...pointedBlock(state, kept),
          ...emptyText(state, placeholder),
        ])
      },
    },
  })
}

export function showOnBlocks(state: EditorState, change: Partial<Shown>): Transaction {
  return state.tr.setMeta(key, change).setMeta('addToHistory', false)
}

/** The block at the top that the selection begins in, and the selected words or its beginning. */
export function blockToComment({ doc, selection }: EditorState): { id: string; quote: string } | null {
  const block = selection.$from.depth > 0 ? selection.$from.node(1) : doc.nodeAt(selection.from)
  if (typeof block?.attrs.id !== 'string') return null
  const words = selection.empty ? block.textContent : doc.textBetween(selection.from, selection.to, ' ')
  return { id: block.attrs.id, quote: words.slice(0, 200) }
}

function commentMarks(doc: Node, commented: ReadonlySet<string>): DecorationSet {
  if (commented.size === 0) return DecorationSet.empty
  const marks: Decoration[] = []
  doc.descendants((node, at) => {
    if (commented.has(node.attrs.id)) marks.push(Decoration.node(at, at + node.nodeSize, { class: 'has-comments' }))
    return !node.inlineContent
  })
  return DecorationSet.create(doc, marks)
}

function emptyText({ doc }: EditorState, placeholder: string): Decoration[] {
  const first = doc.firstChild
  if (doc.childCount !== 1 || !first || !isBlank(first)) return []
  return [Decoration.node(0, first.nodeSize, { class: 'is-empty', 'data-placeholder': placeholder })]
}

function caretBlock({ selection: { $from } }: EditorState, { isFocused }: Kept): Decoration[] {
  if (!isFocused || $from.depth === 0) return []
  return [Decoration.node($from.before(1), $from.after(1), { class: 'has-caret' })]
}

/** Goes into a block and points at it; null where there is none with that id. */
export function goToBlock(state: EditorState, id: string): Transaction | null {
  const at = placeOf(state.doc, id)
  if (at === null) return null
  const node = state.doc.nodeAt(at)
  const selection = node?.isLeaf ? NodeSelection.create(state.doc, at) : Selection.near(state.doc.resolve(at + 1))
  return state.tr.setSelection(selection).setMeta(key, { pointedAt: id }).setMeta('addToHistory', false)
}

/** Where the block with that id begins; null where there is none. */
export function placeOf(doc: Node, id: string): number | null {
  let place: number | null = null
  doc.descendants((node, at) => {
    if (node.attrs.id === id) place = at
    return place === null && !node.inlineContent
  })
  return place
}

function pointedBlock({ doc }: EditorState, { pointedAt }: Kept): Decoration[] {
  const at = pointedAt === null ? null : placeOf(doc, pointedAt)
  const node = at === null ? null : doc.nodeAt(at)
  return at !== null && node ? [Decoration.node(at, at + node.nodeSize, { class: 'is-pointed-at' })] : []
}

function keptSelection({ selection: { from, to, empty } }: EditorState, { keepsSelection }: Kept): Decoration[] {
  return keepsSelection && !empty ? [Decoration.inline(from, to, { class: 'kept-selection' })] : []
}
