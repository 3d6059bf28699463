import type { Node, Schema } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'

/** Keeps as many cells in each row of a table, whatever was deleted or pasted across them. */
export function tableShape(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, { doc, tr, schema }) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const tables: { table: Node; at: number }[] = []
      doc.forEach((table, at) => {
        if (table.type.name === 'table') tables.push({ table, at })
      })
      for (const { table, at } of tables.reverse()) fillRows(tr, table, at, schema)
      return tr.steps.length > 0 ? tr : null
    },
  })
}

function fillRows(tr: Transaction, table: Node, at: number, schema: Schema): void {
  const width = Math.max(...table.children.map((row) => row.childCount))
  let end = at + table.nodeSize - 1
  for (const row of table.children.toReversed()) {
    const missing = width - row.childCount
    if (missing > 0)
      tr.insert(
        end - 1,
        Array.from({ length: missing }, () => schema.node(row.lastChild?.type ?? 'tableCell')),
      )
    end -= row.nodeSize
  }
}
