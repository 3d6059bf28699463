import type { AnyNode } from '../../body/rules'
import type { SourceBlock } from '../rules'
import type { MarkdownReading } from './read-inlines'

/** Where a block stands decides what it may be. */
export type Place = 'top' | 'quote' | 'item' | 'box'

/** Blocks that may only stand at the top are put behind the block they were found in; paragraphs stay where they are. */
export function onTop(blocks: SourceBlock[], place: Place, reading: MarkdownReading): SourceBlock[] {
  if (place === 'top') return blocks
  reading.hoisted.push(...blocks.filter(({ type }) => type !== 'paragraph'))
  return blocks.filter(({ type }) => type === 'paragraph')
}

export function paragraphOfLines(text: string): SourceBlock {
  const content: AnyNode[] = []
  for (const line of text.replaceAll('\0', '').split(/\r?\n/)) {
    if (content.length) content.push({ type: 'hardBreak' })
    if (line) content.push({ type: 'text', text: line })
  }
  return { type: 'paragraph', content }
}
