import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addColumn,
  addRow,
  cellBelow,
  cellPlace,
  deleteColumn,
  deleteRow,
  deleteTable,
  emptyCells,
  nextCell,
  previousCell,
  toggleHeaderRow,
} from '@/components/desk/editor/commands/tables'
import { blockIds } from '@/components/desk/editor/plugins/block-ids'
import { tableShape } from '@/components/desk/editor/plugins/table-shape'
import { after, block, outline, schema, writing } from '@/components/desk/editor/testing'

const table = (...rows: string[][]) => {
  const cells = (texts: string[]) => texts.map((text) => schema.node('tableCell', null, text ? schema.text(text) : undefined))
  return writing(
    [
      schema.node(
        'table',
        { id: 'table' },
        rows.map((row) => schema.node('tableRow', null, cells(row))),
      ),
      block('after', 'After'),
    ],
    [tableShape(), blockIds()],
  )
}

const shown = (state: ReturnType<typeof table>) =>
  state.doc.firstChild?.type.name === 'table'
    ? state.doc.firstChild.children.map((row) => row.children.map((cell) => cell.textContent || '·').join(' ')).join(' / ')
    : outline(state)

test('rows and columns come and go, and the table with its last one', () => {
  const start = table(['a', 'b|'], ['c', 'd'])
  assert.equal(shown(after(start, addRow('before'))), '· · / a b / c d')
  assert.equal(shown(after(start, addRow('after'))), 'a b / · · / c d')
  assert.equal(shown(after(start, addColumn('before'))), 'a · b / c · d')
  assert.equal(shown(after(start, addColumn('after'))), 'a b · / c d ·')
  assert.equal(shown(after(start, deleteRow)), 'c d')
  assert.equal(shown(after(start, deleteColumn)), 'a / c')
  assert.match(shown(after(start, deleteRow, deleteRow)), /^paragraph#new; paragraph#after/)
  assert.match(shown(after(start, deleteTable)), /^paragraph#new; paragraph#after/)
})

test('the first row is one of headers, or not', () => {
  const headed = after(table(['a|', 'b'], ['c', 'd']), toggleHeaderRow)
  assert.deepEqual(
    headed.doc.firstChild?.firstChild?.children.map(({ type }) => type.name),
    ['tableHeader', 'tableHeader'],
  )
  assert.equal(shown(after(headed, addColumn('after'))), 'a · b / c · d')
  assert.ok(after(headed, toggleHeaderRow).doc.eq(table(['a|', 'b'], ['c', 'd']).doc))
})

test('keys go from cell to cell, make a row at the end, and lead out', () => {
  const start = table(['a|', 'b'], ['c', 'd'])
  const at = (state: ReturnType<typeof table>) => {
    const place = cellPlace(state.selection.$from)
    return place ? `${place.row} ${place.column}` : state.selection.$from.parent.textContent
  }
  assert.equal(at(after(start, nextCell, nextCell)), '1 0')
  const longer = after(start, nextCell, nextCell, nextCell, nextCell)
  assert.equal(`${at(longer)}: ${shown(longer)}`, '2 0: a b / c d / · ·')
  assert.equal(at(after(start, nextCell, nextCell, previousCell)), '0 1')
  assert.equal(previousCell(start), false)
  assert.equal(at(after(start, cellBelow)), '1 0')
  assert.equal(at(after(start, cellBelow, cellBelow)), 'After')
})

test('deleting across cells leaves the table its shape', () => {
  assert.equal(shown(after(table(['a1|2', 'b'], ['c', 'd3|4']), emptyCells)), 'a1 · / · 4')
  const torn = table(['a'], ['b', 'c', 'd'], ['|e', 'f'])
  assert.equal(shown(torn.apply(torn.tr.insertText('!'))), 'a · · / b c d / !e f ·')
})
