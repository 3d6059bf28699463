import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

export type CellPlace = { table: Node; at: number; row: number; column: number }

/** The cell at a place. */
export function cellPlace($pos: ResolvedPos): CellPlace | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type.name !== 'table' || $pos.depth < depth + 2) continue
    return { table: $pos.node(depth), at: $pos.before(depth), row: $pos.index(depth), column: $pos.index(depth + 1) }
  }
  return null
}

/** A table with a header row. */
export function newTable({ schema }: EditorState, rows: number, columns: number): Node {
  const row = (type: string) =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: columns }, () => schema.node(type)),
    )
  return schema.node('table', null, [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))])
}

type TableChange = (
  tr: Transaction,
  place: CellPlace,
  types: { row: NodeType; cell: NodeType; header: NodeType; paragraph: NodeType },
) => void

function inTable(change: TableChange): Command {
  return (state, dispatch) => {
    const place = cellPlace(state.selection.$from)
    const { tableRow: row, tableCell: cell, tableHeader: header, paragraph } = state.schema.nodes
    if (!place || !row || !cell || !header || !paragraph) return false
    const { tr } = state
    change(tr, place, { row, cell, header, paragraph })
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

export function addRow(where: 'before' | 'after'): Command {
  return inTable((tr, place, { row, cell }) => {
    const index = where === 'before' ? place.row : place.row + 1
    const width = place.table.child(place.row).childCount
    tr.insert(
      rowStart(place, index),
      row.create(
        null,
        Array.from({ length: width }, () => cell.create()),
      ),
    )
    goTo(tr, { ...place, row: index })
  })
}

export function addColumn(where: 'before' | 'after'): Command {
  return inTable((tr, place) => {
    const column = where === 'before' ? place.column : place.column + 1
    for (let row = place.table.childCount - 1; row >= 0; row--) {
      const cells = place.table.child(row)
      const like = cells.maybeChild(Math.min(place.column, cells.childCount - 1))
      if (like) tr.insert(cellStart(place, row, Math.min(column, cells.childCount)), like.type.create())
    }
    goTo(tr, { ...place, column })
  })
}

export const deleteRow = inTable((tr, place, { paragraph }) => {
  if (place.table.childCount === 1) return leaveNothing(tr, place, paragraph)
  const at = rowStart(place, place.row)
  tr.delete(at, at + place.table.child(place.row).nodeSize)
  goTo(tr, { ...place, row: Math.min(place.row, place.table.childCount - 2) })
})

export const deleteColumn = inTable((tr, place, { paragraph }) => {
  if (place.table.children.some((row) => row.childCount === 1)) return leaveNothing(tr, place, paragraph)
  for (let row = place.table.childCount - 1; row >= 0; row--) {
    const cell = place.table.child(row).maybeChild(place.column)
    if (cell) tr.delete(cellStart(place, row, place.column), cellStart(place, row, place.column) + cell.nodeSize)
  }
  goTo(tr, { ...place, column: Math.min(place.column, place.table.child(place.row).childCount - 2) })
})

export const deleteTable = inTable((tr, place, { paragraph }) => leaveNothing(tr, place, paragraph))

/** Makes the first row one of headers, or of cells again. */
export const toggleHeaderRow = inTable((tr, place, { cell, header }) => {
  const type = hasHeaderRow(place.table) ? cell : header
  place.table.child(0).forEach((_cell, _offset, column) => void tr.setNodeMarkup(cellStart(place, 0, column), type))
})

export function hasHeaderRow(table: Node): boolean {
  return table.child(0).children.every((cell) => cell.type.name === 'tableHeader')
}

/** To the next cell in reading order; from the last one into a new row. */
export const nextCell: Command = (state, dispatch) => {
  const place = cellPlace(state.selection.$from)
  if (!place) return false
  if (place.column + 1 < place.table.child(place.row).childCount)
    return go(state, dispatch, { ...place, column: place.column + 1 })
  if (place.row + 1 < place.table.childCount) return go(state, dispatch, { ...place, row: place.row + 1, column: 0 })
  return addRow('after')(state, dispatch && ((tr) => dispatch(goTo(tr, { ...place, row: place.row + 1, column: 0 }))))
}

/** To the cell before. In the first one the key is free to leave the text. */
export const previousCell: Command = (state, dispatch) => {
  const place = cellPlace(state.selection.$from)
  if (!place) return false
  if (place.column > 0) return go(state, dispatch, { ...place, column: place.column - 1 })
  if (place.row === 0) return false
  return go(state, dispatch, { ...place, row: place.row - 1, column: place.table.child(place.row - 1).childCount - 1 })
}

/** To the cell below; from the last row out of the table. */
export const cellBelow: Command = (state, dispatch) => {
  const place = cellPlace(state.selection.$from)
  const { paragraph } = state.schema.nodes
  if (!place || !paragraph) return false
  if (place.row + 1 < place.table.childCount) return go(state, dispatch, { ...place, row: place.row + 1 })
  const behind = place.at + place.table.nodeSize
  const { tr } = state
  if (!state.doc.resolve(behind).nodeAfter?.isTextblock) tr.insert(behind, paragraph.create())
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(behind + 1))).scrollIntoView())
  return true
}

/** Deleting what is selected over several cells empties them and leaves the table its shape. */
export const emptyCells: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const first = cellPlace($from)
  const last = cellPlace($to)
  if (!first || last?.at !== first.at || (first.row === last.row && first.column === last.column)) return false
  const { tr } = state
  state.doc.nodesBetween($from.pos, $to.pos, (node, at) => {
    if (!node.isTextblock) return true
    tr.delete(tr.mapping.map(Math.max($from.pos, at + 1)), tr.mapping.map(Math.min($to.pos, at + 1 + node.content.size)))
    return false
  })
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($from.pos))))
  return true
}

function leaveNothing(tr: Transaction, { table, at }: CellPlace, paragraph: NodeType): void {
  tr.replaceWith(at, at + table.nodeSize, paragraph.create())
  tr.setSelection(TextSelection.create(tr.doc, at + 1))
}

function go(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, place: CellPlace): boolean {
  dispatch?.(goTo(state.tr, place).scrollIntoView())
  return true
}

/** Puts the caret at the end of a cell of the table as the transaction has made it. */
function goTo(tr: Transaction, { at, row, column }: CellPlace): Transaction {
  const table = tr.doc.nodeAt(at)
  const cell = table?.maybeChild(row)?.maybeChild(column)
  if (!table || !cell) return tr
  return tr.setSelection(TextSelection.create(tr.doc, cellStart({ table, at, row, column }, row, column) + 1 + cell.content.size))
}

function rowStart({ table, at }: CellPlace, row: number): number {
  return table.children.slice(0, row).reduce((start, { nodeSize }) => start + nodeSize, at + 1)
}

function cellStart(place: CellPlace, row: number, column: number): number {
  const cells = place.table.child(row).children.slice(0, column)
  return cells.reduce((start, { nodeSize }) => start + nodeSize, rowStart(place, row) + 1)
}
