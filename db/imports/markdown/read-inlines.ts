import { isLanguageTag, isSafeLink } from '../../../lib/checks'
import { directionOf } from '../../../lib/languages'
import type { AnyNode } from '../../body/rules'
import { appendText, type SourceMark, withMark } from '../inline'
import { countDropped, type ImportedPicture, type Losses } from '../rules'
import type { MarkdownInline } from './parse-markdown'

/** What reading one document carries along. */
export type MarkdownReading = {
  text: string
  losses: Losses
  pictures: ImportedPicture[]
  /** `[label]: address` lines by normalised label. */
  definitions: Map<string, string>
  /** Blocks that may only stand at the top, found further in: they follow the block they were found in. */
  hoisted: AnyNode[]
}

type Run = { into: AnyNode[]; marks: SourceMark[] }

/** Reads running text. Pictures in it are collected in `reading.pictures` and told to `onImage`. */
export function readInlines(
  nodes: readonly MarkdownInline[],
  reading: MarkdownReading,
  onImage?: (key: string) => void,
): AnyNode[] {
  const run: Run = { into: [], marks: [] }
  for (const node of nodes) readInline(node, run, reading, onImage)
  return run.into
}

function readInline(node: MarkdownInline, run: Run, reading: MarkdownReading, onImage?: (key: string) => void): void {
  const inside = (children: readonly MarkdownInline[], mark: SourceMark | null) => {
    const marks = mark ? withMark(run.marks, mark) : run.marks
    for (const child of children) readInline(child, { into: run.into, marks }, reading, onImage)
  }
  switch (node.type) {
    case 'text':
      appendText(run.into, node.value.replace(/[ \t]*\n[ \t]*/g, ' '), run.marks)
      break
    case 'emphasis':
      inside(node.children, { type: 'em' })
      break
    case 'strong':
      inside(node.children, { type: 'strong' })
      break
    case 'break':
      run.into.push({ type: 'hardBreak' })
      break
    case 'link':
      inside(node.children, linkTo(node.url, reading))
      break
    case 'linkReference': {
      const url = reading.definitions.get(node.identifier)
      inside(node.children, url === undefined ? null : linkTo(url, reading))
      break
    }
    case 'textDirective':
      if (node.name === 'br') run.into.push({ type: 'hardBreak' })
      else inside(node.children, runMark(node.name, node.attributes ?? {}, reading))
      break
    case 'inlineCode':
      countDropped(reading.losses, 'code formatting')
      appendText(run.into, node.value, run.marks)
      break
    case 'html':
      countDropped(reading.losses, 'raw HTML, kept as text')
      appendText(run.into, node.value.replace(/\s+/g, ' '), run.marks)
      break
    case 'image':
      notePicture(node.url, node.alt ?? '', node.title ?? '', reading, onImage)
      break
    case 'imageReference':
      notePicture(reading.definitions.get(node.identifier) ?? '', node.alt ?? '', '', reading, onImage)
      break
    default:
      // Extensions that are not loaded make no other nodes; should one appear, its words stay.
      countDropped(reading.losses, node.type)
      appendText(run.into, sourceOf(node, reading), run.marks)
      break
  }
}

/** The characters a node was made of. */
export function sourceOf(
  node: { position?: { start: { offset?: number }; end: { offset?: number } } },
  reading: MarkdownReading,
): string {
  return reading.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

function linkTo(url: string, reading: MarkdownReading): SourceMark | null {
  if (url.startsWith('article:')) return { type: 'link', attrs: { href: null, articleId: url.slice('article:'.length) } }
  if (isSafeLink(url)) return { type: 'link', attrs: { href: url, articleId: null } }
  countDropped(reading.losses, 'link that leads nowhere')
  return null
}

function runMark(
  name: string,
  attributes: Record<string, string | null | undefined>,
  reading: MarkdownReading,
): SourceMark | null {
  if (name === 'sub' || name === 'sup') return { type: name }
  const { lang, dir } = attributes
  if (!isLanguageTag(lang)) {
    countDropped(reading.losses, 'lang without a language')
    return null
  }
  return { type: 'lang', attrs: { lang, dir: dir === 'ltr' || dir === 'rtl' ? dir : directionOf(lang) } }
}

function notePicture(url: string, alt: string, title: string, reading: MarkdownReading, onImage?: (key: string) => void): void {
  const key = `path:${url}`
  if (!reading.pictures.some((picture) => picture.key === key)) {
    reading.pictures.push({ key, path: url, bytes: null, caption: title, alt, credit: '' })
  }
  if (onImage) onImage(key)
  else countDropped(reading.losses, 'image inside text')
}
