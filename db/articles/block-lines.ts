import type { Block, Inline, ListItem, TableCell, TableRow } from '../body/rules'
import { lineKey, type Token, tokensOf } from './diff-words'
import type { LineRole } from './differences'
import { spelled } from './same'

/** A token of a block: a word, or the beginning of a line with what the line is. */
export type BlockToken = Token & { line: LineRole | null }

/**
 * A block as it is compared: line after line, each with a token for its beginning and one for each word. What a line is, and a
 * word's marks with their attributes, are part of the token: an added link or a changed address is a change of the word. What kind
 * of block it is and its own attributes are not in here.
 */
export function blockTokens(block: Block): BlockToken[] {
  return linesOf(block, atTop)
}

type BodyNode = Block | ListItem | TableRow | TableCell

/** Where a node stands; `start` is said once in a numbered list, by its first item. */
type Place = Pick<LineRole, 'marker' | 'number' | 'depth'> & { isTop: boolean; start: number | null }

const atTop: Place = { isTop: true, marker: null, number: null, depth: 0, start: null }

function linesOf(node: BodyNode, place: Place): BlockToken[] {
  const inside: Place = { ...place, isTop: false }
  switch (node.type) {
    case 'paragraph':
    case 'pullQuote':
      return line(node.type, place, node.content)
    case 'heading':
      return line('heading', place, node.content, node.attrs.level)
    case 'figure':
    case 'gallery':
      return line('caption', place, node.content)
    case 'tableCell':
      return line('cell', place, node.content)
    case 'tableHeader':
      return line('headerCell', place, node.content)
    case 'bulletList':
      return node.content.flatMap((item) => linesOf(item, { ...listed(inside), marker: 'bullet' }))
    case 'orderedList': {
      const { start } = node.attrs
      const numbered = (index: number): Place => ({
        ...listed(inside),
        marker: 'number',
        number: start + index,
        start: index === 0 && !place.isTop ? start : null,
      })
      return node.content.flatMap((item, index) => linesOf(item, numbered(index)))
    }
    case 'listItem':
    case 'tableRow': {
      const [first, ...others] = node.content
      const beginning: Place = node.type === 'tableRow' ? { ...inside, marker: 'row' } : inside
      const rest: Place = { ...inside, marker: null, number: null, start: null }
      return [...(first ? linesOf(first, beginning) : []), ...others.flatMap((child) => linesOf(child, rest))]
    }
    case 'blockquote':
    case 'factBox':
    case 'table':
      return node.content.flatMap((child) => linesOf(child, inside))
    case 'embed':
    case 'relatedArticle':
    case 'divider':
      return []
  }
}

function listed(place: Place): Place {
  return { ...place, depth: place.depth + 1 }
}

function line(type: LineRole['type'], place: Place, content: readonly Inline[] = [], level: number | null = null): BlockToken[] {
  const { isTop, marker, number, depth, start } = place
  // A block that is one line says what it is by its attributes.
  const key = isTop ? 'top' : spelled([type, marker, depth, level, start])
  const beginning = { key: `${lineKey}${key}`, text: '', marks: [], marksKey: '', line: { type, marker, number, level, depth } }
  return [beginning, ...wordTokens(content)]
}

/** The words of a text, however it is cut into runs. */
function wordTokens(content: readonly Inline[]): BlockToken[] {
  const stretches: { text: string; marks: Token['marks']; marksKey: string }[] = []
  for (const node of content) {
    const text = node.type === 'text' ? node.text : '\n'
    const marks = node.type === 'text' ? (node.marks ?? []) : []
    const marksKey = spelled([...marks].sort((one, other) => (one.type < other.type ? -1 : 1)))
    const last = stretches.at(-1)
    if (last?.marksKey === marksKey) last.text += text
    else stretches.push({ text, marks, marksKey })
  }
  return stretches.flatMap(({ text, marks, marksKey }) =>
    tokensOf(text, marks, marksKey).map((token) => ({ ...token, line: null })),
  )
}
