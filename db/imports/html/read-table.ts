import type { AnyNode } from '../../body/rules'
import { countDropped, type Losses, type SourceBlock } from '../rules'
import { type Part, type Piece, partsIn } from './pieces'

const columnsAtMost = 40

/** The rows of a table that shows data; null for one that only arranges a page, whose cells are read as text one after the other. */
export function dataRows(table: Part): Part[][] | null {
  const rows = partsIn(table, 'TR', 'TABLE').map((row) =>
    row.pieces.filter((piece): piece is Part => piece.kind === 'part' && /^T[DH]$/.test(piece.tag)),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const isArranging = table.attributes.role === 'presentation' || rows.length < 2 || width < 2 || width > columnsAtMost
  return isArranging || rows.flat().some(holdsBlocks) ? null : rows
}

/** A table with as many cells in each row; `readCell` gives a cell's words. */
export function tableOf(rows: readonly Part[][], readCell: (cell: Part) => AnyNode[], losses: Losses): SourceBlock {
  const spread = rows.map((row) =>
    row.flatMap((cell) => {
      const span = Math.min(columnsAtMost, Math.max(1, Number.parseInt(cell.attributes.colspan ?? '1', 10) || 1))
      if (span > 1 || Number(cell.attributes.rowspan ?? 1) > 1) countDropped(losses, 'joined table cells')
      return [cell, ...Array.from({ length: span - 1 }, () => null)]
    }),
  )
  const width = Math.min(columnsAtMost, Math.max(...spread.map((row) => row.length)))
  const content = spread.map((row) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, column) => {
      const cell = row[column] ?? null
      return { type: cell?.tag === 'TH' ? 'tableHeader' : 'tableCell', content: cell ? readCell(cell) : [] }
    }),
  }))
  return { type: 'table', content }
}

function holdsBlocks(cell: Part): boolean {
  return (
    holds(
      cell,
      (piece) => piece.kind === 'part' && /^(TABLE|UL|OL|BLOCKQUOTE|FIGURE|IMG|H[1-6]|ASIDE|IFRAME|PRE)$/.test(piece.tag),
    ) || breaks(cell) > 8
  )
}

function breaks(cell: Part): number {
  return cell.pieces.filter((piece) => piece.kind === 'boundary' || (piece.kind === 'part' && piece.tag === 'BR')).length
}

function holds(part: Part, test: (piece: Piece) => boolean): boolean {
  return part.pieces.some((piece) => test(piece) || (piece.kind === 'part' && holds(piece, test)))
}
