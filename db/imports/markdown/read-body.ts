import { headingMarks, keepMarks, plainText } from '../inline'
import { countDropped, type ImportedPicture, type Losses, type SourceBlock } from '../rules'
import { type MarkdownBlock, type MarkdownInline, parseMarkdown } from './parse-markdown'
import { onTop, type Place, paragraphOfLines } from './places'
import { containerBlocks, leafBlocks } from './read-directives'
import { type MarkdownReading, readInlines, sourceOf } from './read-inlines'
import { readTable } from './read-table'

/** Lists nested deeper become paragraphs: the schema allows twelve levels in all. */
const deepestList = 4

/** Reads a body written in Markdown. Ids and references are the caller's to give. */
export function readMarkdownBody(text: string, losses: Losses): { body: SourceBlock[]; pictures: ImportedPicture[] } {
  const root = parseMarkdown(text)
  const reading: MarkdownReading = { text, losses, pictures: [], definitions: new Map(), hoisted: [] }
  collectDefinitions(root.children, reading)
  const body: SourceBlock[] = []
  for (const node of root.children) {
    body.push(...readBlock(node, 'top', reading, 0))
    body.push(...reading.hoisted.splice(0))
  }
  return { body, pictures: reading.pictures }
}

function readBlock(node: MarkdownBlock, place: Place, reading: MarkdownReading, depth: number): SourceBlock[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node.children, place, reading)
    case 'heading':
      return [readHeading(node.depth, node.children, place, reading)]
    case 'list':
      return readList(node, reading, depth)
    case 'blockquote': {
      const content = node.children.flatMap((child) => readBlock(child, place === 'top' ? 'quote' : place, reading, depth))
      return place === 'top' && content.length ? [{ type: 'blockquote', content }] : content
    }
    case 'thematicBreak':
      if (place === 'top') return [{ type: 'divider' }]
      countDropped(reading.losses, 'divider')
      return []
    case 'table':
      return onTop(readTable(node, 'first-row', reading), place, reading)
    case 'code':
      countDropped(reading.losses, 'code formatting')
      return [paragraphOfLines(node.value)]
    case 'html':
      countDropped(reading.losses, 'raw HTML, kept as text')
      return [paragraphOfLines(node.value)]
    case 'containerDirective':
      return containerBlocks(node, place, reading, (child, where) => readBlock(child, where, reading, depth))
    case 'leafDirective':
      return onTop(leafBlocks(node, reading), place, reading)
    case 'definition':
      return []
    default:
      countDropped(reading.losses, node.type)
      return [paragraphOfLines(sourceOf(node, reading))]
  }
}

function readParagraph(children: readonly MarkdownInline[], place: Place, reading: MarkdownReading): SourceBlock[] {
  const keys: string[] = []
  const content = readInlines(children, reading, (key) => keys.push(key))
  const figures = keys.map((key) => figureOf(key, reading))
  const isWords = plainText(content).trim() !== ''
  return [...(isWords || !figures.length ? [{ type: 'paragraph', content }] : []), ...onTop(figures, place, reading)]
}

function figureOf(key: string, reading: MarkdownReading): SourceBlock {
  const picture = reading.pictures.find((one) => one.key === key)
  const content = picture?.caption ? [{ type: 'text', text: picture.caption }] : []
  return { type: 'figure', attrs: { mediaId: key, alt: picture?.alt || null, size: 'column' }, content }
}

function readHeading(depth: number, children: readonly MarkdownInline[], place: Place, reading: MarkdownReading): SourceBlock {
  const content = readInlines(children, reading)
  if (place === 'quote' || place === 'item') {
    countDropped(reading.losses, 'heading inside a list or quotation')
    return { type: 'paragraph', content }
  }
  const kept = keepMarks(content, headingMarks)
  return { type: 'heading', attrs: { level: Math.min(4, Math.max(2, depth)) }, content: kept.inlines }
}

function readList(node: Extract<MarkdownBlock, { type: 'list' }>, reading: MarkdownReading, depth: number): SourceBlock[] {
  const items = node.children.map((item) => item.children.flatMap((child) => readBlock(child, 'item', reading, depth + 1)))
  if (depth >= deepestList) {
    countDropped(reading.losses, 'list nested too deep')
    return items.flat()
  }
  const content = items.map((blocks) => ({
    type: 'listItem',
    content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph', content: [] }, ...blocks],
  }))
  if (!node.ordered) return [{ type: 'bulletList', content }]
  return [{ type: 'orderedList', attrs: { start: Math.min(node.start ?? 1, 99_999) }, content }]
}

function collectDefinitions(nodes: readonly MarkdownBlock[], reading: MarkdownReading): void {
  for (const node of nodes) {
    if (node.type === 'definition' && !reading.definitions.has(node.identifier))
      reading.definitions.set(node.identifier, node.url)
    if (node.type === 'blockquote' || node.type === 'containerDirective') collectDefinitions(node.children, reading)
    if (node.type === 'list') for (const item of node.children) collectDefinitions(item.children, reading)
  }
}
