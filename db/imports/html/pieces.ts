import { countDropped, type Losses } from '../rules'
import { furnitureKind, isLinkList, isStandfirst } from './furniture'
import { isElement, journey, oneLine, textOf } from './parse-html'

/** What is left of a page's tree when only what can mean something is kept; `boundary` is where one block ends. */
export type Piece = { kind: 'text'; text: string } | { kind: 'boundary' } | Part

export type Part = { kind: 'part'; tag: string; attributes: Record<string, string>; pieces: Piece[] }

/** Elements that mean something for the body. */
const parts: ReadonlySet<string> = new Set([
  'A',
  'B',
  'STRONG',
  'I',
  'EM',
  'CITE',
  'DFN',
  'VAR',
  'SUB',
  'SUP',
  'Q',
  'BR',
  'HR',
  'IMG',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'LI',
  'DT',
  'BLOCKQUOTE',
  'PRE',
  'TABLE',
  'TR',
  'TD',
  'TH',
  'CAPTION',
  'FIGURE',
  'FIGCAPTION',
  'ASIDE',
  'IFRAME',
  'VIDEO',
  'AUDIO',
])

/** Elements without a meaning of their own that stand in a line. */
const inline: ReadonlySet<string> = new Set([
  'SPAN',
  'FONT',
  'SMALL',
  'BIG',
  'U',
  'ABBR',
  'ACRONYM',
  'CODE',
  'KBD',
  'SAMP',
  'TT',
  'S',
  'STRIKE',
  'DEL',
  'INS',
  'MARK',
  'BDI',
  'BDO',
  'WBR',
  'NOBR',
  'TIME',
  'LABEL',
  'DATA',
  'RUBY',
  'RB',
  'BLINK',
  'BASEFONT',
])

const kept = [
  'href',
  'src',
  'data-src',
  'data-original',
  'data-lazy-src',
  'srcset',
  'alt',
  'title',
  'class',
  'lang',
  'dir',
  'start',
  'width',
  'height',
  'colspan',
  'rowspan',
  'role',
  'data-media',
  'data-size',
  'data-article',
  'data-provider',
  'cite',
] as const

/** Beyond this, elements nested in elements lose their meaning and keep their words. */
const deepest = 40

export type PieceWishes = {
  losses: Losses
  /** Called with the text of the article's summary, when it stands in the article. */
  onStandfirst?: (text: string) => void
  /** Pieces of content management systems have no furniture in them. */
  isPage: boolean
}

/** Reads the tree below `root`. What is left out is counted by type. */
export function piecesOf(root: Element, wishes: PieceWishes): Piece[] {
  const top: Part = { kind: 'part', tag: 'ROOT', attributes: {}, pieces: [] }
  const open = [top]
  /** Which part an element became; null for one that was left out. */
  const became = new Map<Node, Part | null>()
  for (const { node, isEnd, skip } of journey(root)) {
    const into = open.at(-1) ?? top
    if (!isElement(node)) {
      if (node.nodeType === 3 && !isEnd) into.pieces.push({ kind: 'text', text: node.nodeValue ?? '' })
    } else if (!isEnd) {
      if (leaveOut(node, wishes)) {
        became.set(node, null)
        skip()
      } else {
        const part = open.length < deepest ? partOf(node) : null
        if (part) {
          became.set(node, part)
          open.push(part)
        }
        if (part || !isInline(node)) into.pieces.push(part ?? { kind: 'boundary' })
      }
    } else if (became.get(node)) open.pop()
    else if (!became.has(node) && !isInline(node)) into.pieces.push({ kind: 'boundary' })
  }
  return top.pieces
}

/** The parts of a tag inside a part, not looking into parts of the tag `border`. */
export function partsIn(part: Part, tag: string, border: string): Part[] {
  return part.pieces.flatMap((piece) => {
    if (piece.kind !== 'part') return []
    if (piece.tag === tag) return [piece]
    return piece.tag === border ? [] : partsIn(piece, tag, border)
  })
}

/** The pieces without those parts, wherever they stand. */
export function withoutParts(pieces: readonly Piece[], left: readonly Part[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind !== 'part') return [piece]
    return left.includes(piece) ? [] : [{ ...piece, pieces: withoutParts(piece.pieces, left) }]
  })
}

function isInline(node: Element): boolean {
  return inline.has(node.nodeName.toUpperCase())
}

function partOf(node: Element): Part | null {
  const tag = node.nodeName.toUpperCase()
  const isSpan = isInline(node) && node.hasAttribute('lang')
  if (!parts.has(tag) && !isSpan && !isCaption(node)) return null
  return { kind: 'part', tag: isCaption(node) ? 'FIGCAPTION' : tag, attributes: attributesOf(node), pieces: [] }
}

function leaveOut(node: Element, { losses, onStandfirst, isPage }: PieceWishes): boolean {
  if (isPage && isStandfirst(node)) {
    onStandfirst?.(oneLine(textOf(node)))
    return true
  }
  const kind = furnitureKind(node)
  const isFurniture = isPage || !kind?.startsWith('.')
  if (kind && isFurniture) {
    countDropped(losses, kind)
    return true
  }
  if (isPage && node.nodeName.toUpperCase() === 'ASIDE' && isLinkList(node)) {
    countDropped(losses, 'aside of links')
    return true
  }
  return false
}

function isCaption(node: Element): boolean {
  return (
    /(^|[\s_-])(caption|legend|wp-caption-text|légende)($|[\s_-])/i.test(node.getAttribute('class') ?? '') &&
    !/^(FIGURE|IMG|TABLE|A)$/i.test(node.nodeName) &&
    !node.querySelector('img')
  )
}

function attributesOf(node: Element): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = node.getAttribute(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
