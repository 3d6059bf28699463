import { headingMarks, keepMarks, plainText } from '../inline'
import type { SourceBlock } from '../rules'
import { type BodyReading, newBodyReader, type PartReader, putHere, putOnTop, readPieces } from './body-reader'
import type { Piece } from './pieces'
import { readAside, readHeading, readLines, readList, readPullQuote, readQuote, readTable } from './read-blocks'
import { readFigure, readFrame, readImage, readLooseCaption, readPost } from './read-figures'
import { marksUnder } from './sink'
import { splitInlineCredit } from './split-credit'

/** Builds body blocks from the pieces of a page. `reading.headline` is left out where the text repeats it as a heading. */
export function bodyOf(pieces: readonly Piece[], reading: BodyReading): SourceBlock[] {
  const reader = newBodyReader(reading, readPart)
  readPieces(pieces, [], reader)
  putHere([], reader)
  return adoptCaptions(reader.sink.blocks.filter(saysSomething), reading).map(headingOrSame)
}

function saysSomething(block: SourceBlock): boolean {
  return block.type !== 'paragraph' || plainText(block.content ?? []).trim() !== ''
}

/** In old pages the line under a picture is a caption when it ends in a credit. */
function adoptCaptions(blocks: readonly SourceBlock[], { pictures }: BodyReading): SourceBlock[] {
  const adopted: SourceBlock[] = []
  for (const block of blocks) {
    const before = adopted.at(-1)
    const picture = pictures.find(({ key }) => key === before?.attrs?.mediaId)
    const { inlines, credit } = splitInlineCredit(block.content ?? [])
    const isCaption = before?.type === 'figure' && !before.content?.length && block.type === 'paragraph' && credit !== ''
    if (!isCaption || !picture || plainText(inlines).length > longestCaption) {
      adopted.push(block)
      continue
    }
    adopted.splice(-1, 1, { ...before, content: inlines })
    picture.credit ||= credit
    picture.caption ||= plainText(inlines)
  }
  return adopted
}

/** A short line that is bold from end to end and no sentence was a subhead before there were styles for one. */
function headingOrSame(block: SourceBlock): SourceBlock {
  const runs = block.content ?? []
  const text = plainText(runs).trim()
  const isBold = runs.length > 0 && runs.every((run) => run.marks?.some(({ type }) => type === 'strong'))
  if (block.type !== 'paragraph' || !isBold || text.length > longestSubhead || /[.:;,!?…»”"]$/.test(text)) return block
  return { type: 'heading', attrs: { level: 2 }, content: keepMarks(runs, headingMarks).inlines }
}

/** Characters. */
const longestCaption = 400
const longestSubhead = 80

const readers: Record<string, PartReader> = {
  BR: (_part, _marks, { sink }) => sink.lineBreak(),
  HR: (_part, _marks, reader) => putOnTop([{ type: 'divider' }], reader),
  IMG: readImage,
  H1: readHeading,
  H2: readHeading,
  H3: readHeading,
  H4: readHeading,
  H5: readHeading,
  H6: readHeading,
  UL: readList,
  OL: readList,
  BLOCKQUOTE: readQuote,
  PRE: readLines,
  TABLE: readTable,
  FIGURE: readFigure,
  FIGCAPTION: readLooseCaption,
  ASIDE: readAside,
  IFRAME: readFrame,
  VIDEO: readFrame,
  AUDIO: readFrame,
}

const readPart: PartReader = (part, marks, reader) => {
  const names = part.attributes.class ?? ''
  const related = part.attributes['data-article']
  if (part.tag === 'BLOCKQUOTE' && /twitter-tweet|instagram-media|tiktok-embed|bluesky-embed/.test(names))
    return readPost(part, marks, reader)
  if (part.tag === 'FIGURE' && /pull/i.test(names)) return readPullQuote(part, marks, reader)
  if (part.tag === 'ASIDE' && related) return putOnTop([{ type: 'relatedArticle', attrs: { articleId: related } }], reader)
  const read = Object.hasOwn(readers, part.tag) ? (readers[part.tag] ?? readRun) : readRun
  read(part, marks, reader)
}

/** Elements that mark words, and those that are nothing by themselves. */
const readRun: PartReader = (part, marks, reader) => {
  const isBlock = /^(LI|DT|TR|TD|TH|CAPTION)$/.test(part.tag)
  if (isBlock) reader.sink.flush()
  if (part.tag === 'Q') reader.sink.text('“', marks)
  readPieces(part.pieces, marksUnder(part, marks, reader.losses), reader)
  if (part.tag === 'Q') reader.sink.text('”', marks)
  if (isBlock) reader.sink.flush()
}
