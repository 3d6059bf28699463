import type { SourceBlock } from '../rules'
import type { MarkdownBlock } from './parse-markdown'
import { type MarkdownReading, readInlines } from './read-inlines'

export const headerPlaces = ['first-row', 'first-column', 'both', 'none'] as const
export type HeaderPlace = (typeof headerPlaces)[number]

/** Reads a table of GitHub's Markdown; its first row is one syntactically, whatever `headers` makes of it. Short rows are filled. */
export function readTable(
  node: Extract<MarkdownBlock, { type: 'table' }>,
  headers: HeaderPlace,
  reading: MarkdownReading,
): SourceBlock[] {
  const width = Math.max(...node.children.map((row) => row.children.length))
  const rows = node.children.map((row, y) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, x) => ({
      type: isHeader(x, y, headers) ? 'tableHeader' : 'tableCell',
      content: readInlines(row.children[x]?.children ?? [], reading),
    })),
  }))
  return width > 0 ? [{ type: 'table', content: rows }] : []
}

export function isHeader(column: number, row: number, headers: HeaderPlace): boolean {
  const byRow = row === 0 && (headers === 'first-row' || headers === 'both')
  return byRow || (column === 0 && (headers === 'first-column' || headers === 'both'))
}
