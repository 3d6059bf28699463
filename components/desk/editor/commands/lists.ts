import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Command } from '@tiptap/pm/state'

type ListName = 'bulletList' | 'orderedList'

/** Makes a list of the paragraphs at the selection, turns a list of the other kind into this one, or takes it apart. */
export function toggleList(name: ListName): Command {
  return (state, dispatch) => {
    const { listItem, [name]: list } = state.schema.nodes
    if (!list || !listItem) return false
    const around = listAround(state.selection.$from)
    if (!around) return wrapInList(list)(state, dispatch)
    if (around.node.type === list) return liftListItem(listItem)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(around.at, list, { id: around.node.attrs.id }).scrollIntoView())
    return true
  }
}

/** The innermost list at a place. */
export function listAround($pos: ResolvedPos): { node: Node; at: number } | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth)
    if (node.type.name === 'bulletList' || node.type.name === 'orderedList') return { node, at: $pos.before(depth) }
  }
  return null
}

export const splitItem: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  return listItem !== undefined && splitListItem(listItem)(state, dispatch)
}

export const sinkItem: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  return listItem !== undefined && sinkListItem(listItem)(state, dispatch)
}

export const liftItem: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes
  return listItem !== undefined && liftListItem(listItem)(state, dispatch)
}

/** Backspace at the start of an item's first paragraph takes the item out a level instead of joining it to what is before. */
export const liftItemAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isAtStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index($from.depth - 1) === 0
  return isAtStart && $from.node($from.depth - 1).type.name === 'listItem' && liftItem(state, dispatch)
}
