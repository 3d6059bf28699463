import type { AnyNode } from '../../body/rules'
import { type SourceMark, trimInlines } from '../inline'
import type { ImportedPicture, Losses, SourceBlock } from '../rules'
import type { Part, Piece } from './pieces'
import { newSink, type Sink } from './sink'

/** Where blocks are being put decides what they may be. */
export type Place = 'top' | 'quote' | 'item' | 'box'

export type BodyReading = { losses: Losses; pictures: ImportedPicture[]; headline: string }

type Marks = readonly SourceMark[]

/** Reads the pieces of one place. Blocks that may only stand at the top are put behind the block they were found in. */
export type BodyReader = BodyReading & {
  place: Place
  /** How many lists it is in. */
  depth: number
  sink: Sink
  /** Blocks for the top, found in this place. */
  hoisted: SourceBlock[]
  readPart: PartReader
}

export type PartReader = (part: Part, marks: Marks, reader: BodyReader) => void

export function newBodyReader(reading: BodyReading, readPart: PartReader, place: Place = 'top', depth = 0): BodyReader {
  return { ...reading, place, depth, sink: newSink(), hoisted: [], readPart }
}

export function readPieces(pieces: readonly Piece[], marks: Marks, reader: BodyReader): void {
  for (const piece of pieces) {
    if (piece.kind === 'text') reader.sink.text(piece.text, marks)
    else if (piece.kind === 'boundary') reader.sink.flush()
    else reader.readPart(piece, marks, reader)
  }
}

/** Ends the paragraph and puts blocks that may stand anywhere, then those that waited for the top. */
export function putHere(blocks: readonly SourceBlock[], reader: BodyReader): void {
  reader.sink.flush()
  reader.sink.blocks.push(...blocks)
  if (reader.place === 'top') reader.sink.blocks.push(...reader.hoisted.splice(0))
}

/** Ends the paragraph and puts blocks that may only stand at the top. */
export function putOnTop(blocks: readonly SourceBlock[], reader: BodyReader): void {
  if (reader.place === 'top') putHere(blocks, reader)
  else {
    reader.sink.flush()
    reader.hoisted.push(...blocks)
  }
}

/** The blocks inside a part, read for another place. What belongs at the top waits in `reader.hoisted`. */
export function blocksInside(part: Part, place: Place, marks: Marks, reader: BodyReader): SourceBlock[] {
  const inner = newBodyReader(reader, reader.readPart, place, place === 'item' ? reader.depth + 1 : reader.depth)
  readPieces(part.pieces, marks, inner)
  inner.sink.flush()
  reader.hoisted.push(...inner.hoisted)
  return inner.sink.blocks
}

/** The words inside a part as one run list; paragraphs in it are joined by line breaks. */
export function runsInside(part: Part, marks: Marks, reader: BodyReader): AnyNode[] {
  const runs: AnyNode[] = []
  for (const block of blocksInside(part, 'quote', marks, reader).flatMap(paragraphsIn)) {
    if (runs.length > 0) runs.push({ type: 'hardBreak' })
    runs.push(...(block.content ?? []))
  }
  return trimInlines(runs)
}

function paragraphsIn(block: SourceBlock): SourceBlock[] {
  return block.type === 'paragraph' ? [block] : (block.content ?? []).flatMap(paragraphsIn)
}
