import type { AnyNode } from '../../body/rules'
import { headingMarks, keepMarks, plainText, pullQuoteMarks, trimInlines } from '../inline'
import { countDropped, type SourceBlock } from '../rules'
import { blocksInside, type PartReader, putHere, putOnTop, readPieces, runsInside } from './body-reader'
import { type Part, type Piece, partsIn, withoutParts } from './pieces'
import { dataRows, tableOf } from './read-table'

const deepestList = 4

/** A heading, left out where it only repeats the headline. */
export const readHeading: PartReader = (part, marks, reader) => {
  reader.sink.flush()
  const runs = runsInside(part, marks, reader)
  const said = spoken(runs)
  if (!said || said === reader.headline.replace(/\s+/g, ' ').trim().toLowerCase()) return putHere([], reader)
  const isAllowed = reader.place === 'top' || reader.place === 'box'
  const level = Math.min(4, Math.max(2, Number(part.tag.slice(1))))
  const heading = { type: 'heading', attrs: { level }, content: keepMarks(runs, headingMarks).inlines }
  putHere([isAllowed ? heading : { type: 'paragraph', content: runs }], reader)
}

export const readList: PartReader = (part, marks, reader) => {
  reader.sink.flush()
  if (reader.depth >= deepestList) {
    countDropped(reader.losses, 'list nested too deep')
    return readPieces(part.pieces, marks, reader)
  }
  const items = part.pieces.flatMap((piece) => {
    const item = itemOf(piece)
    return item ? listItem(blocksInside(item, 'item', marks, reader)) : []
  })
  const start = Math.min(99_999, Math.max(0, Number.parseInt(part.attributes.start ?? '1', 10) || 0))
  const list =
    part.tag === 'OL' ? { type: 'orderedList', attrs: { start }, content: items } : { type: 'bulletList', content: items }
  putHere(items.length > 0 ? [list] : [], reader)
}

export const readQuote: PartReader = (part, marks, reader) => {
  if (/pull/i.test(part.attributes.class ?? '')) return readPullQuote(part, marks, reader)
  reader.sink.flush()
  const isTop = reader.place === 'top'
  const blocks = blocksInside(part, isTop ? 'quote' : reader.place, marks, reader)
  putHere(isTop && blocks.length > 0 ? [{ type: 'blockquote', content: blocks }] : blocks, reader)
}

export const readPullQuote: PartReader = (part, marks, reader) => {
  reader.sink.flush()
  const [signed] = partsIn(part, 'CITE', 'TABLE')
  const attribution = signed ? plainText(runsInside(signed, [], reader)).slice(0, 200) : ''
  const words = signed ? { ...part, pieces: withoutParts(part.pieces, [signed]) } : part
  const kept = keepMarks(runsInside(words, marks, reader), pullQuoteMarks)
  for (const type of kept.lost) countDropped(reader.losses, `${type} in a pull quote`)
  putOnTop(kept.inlines.length > 0 ? [{ type: 'pullQuote', attrs: { attribution }, content: kept.inlines }] : [], reader)
}

/** Text whose line ends count. */
export const readLines: PartReader = (part, _marks, reader) => {
  const text = rawText(part.pieces).replaceAll('\0', '')
  const content = text
    .split(/\r?\n/)
    .flatMap((line, index): AnyNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ])
  putHere(text.trim() ? [{ type: 'paragraph', content: trimInlines(content) }] : [], reader)
}

export const readTable: PartReader = (part, marks, reader) => {
  const rows = dataRows(part)
  reader.sink.flush()
  if (!rows) {
    countDropped(reader.losses, 'table that only arranges')
    readPieces(part.pieces, marks, reader)
    return reader.sink.flush()
  }
  for (const caption of partsIn(part, 'CAPTION', 'TABLE')) {
    const content = runsInside(caption, [{ type: 'strong' }], reader)
    putHere(content.length > 0 ? [{ type: 'paragraph', content }] : [], reader)
  }
  putOnTop([tableOf(rows, (cell) => runsInside(cell, marks, reader), reader.losses)], reader)
}

/** Words set apart: a fact box whose title is the heading it begins with. */
export const readAside: PartReader = (part, marks, reader) => {
  if (/pull/i.test(part.attributes.class ?? '')) return readPullQuote(part, marks, reader)
  reader.sink.flush()
  const blocks = blocksInside(part, 'box', marks, reader)
  const [first] = blocks
  const title = first?.type === 'heading' ? plainText(first.content ?? []).slice(0, 200) : ''
  const content = title ? blocks.slice(1) : blocks
  putOnTop(content.length > 0 ? [{ type: 'factBox', attrs: { title }, content }] : blocks, reader)
}

function itemOf(piece: Piece): Part | null {
  if (piece.kind === 'boundary' || (piece.kind === 'text' && piece.text.trim() === '')) return null
  if (piece.kind === 'part' && piece.tag === 'LI') return piece
  return { kind: 'part', tag: 'LI', attributes: {}, pieces: [piece] }
}

function listItem(blocks: SourceBlock[]): SourceBlock[] {
  if (blocks.length === 0) return []
  const content = blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph', content: [] }, ...blocks]
  return [{ type: 'listItem', content }]
}

function spoken(runs: readonly AnyNode[]): string {
  return plainText(runs).replace(/\s+/g, ' ').trim().toLowerCase()
}

function rawText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.text : piece.kind === 'boundary' ? '' : piece.tag === 'BR' ? '\n' : rawText(piece.pieces),
    )
    .join('')
}
