import { isSafeLink } from '../../../lib/checks'
import { providerOf } from '../../body/embeds'
import type { AnyNode } from '../../body/rules'
import { keepMarks, plainText, pullQuoteMarks } from '../inline'
import { countDropped, type ImportedPicture, type SourceBlock } from '../rules'
import type { MarkdownBlock, MarkdownInline } from './parse-markdown'
import { onTop, type Place, paragraphOfLines } from './places'
import { type MarkdownReading, readInlines, sourceOf } from './read-inlines'
import { headerPlaces, readTable } from './read-table'

type Container = Extract<MarkdownBlock, { type: 'containerDirective' }>
type Leaf = Extract<MarkdownBlock, { type: 'leafDirective' }>

/** `:::name` … `:::`, whose children `readChild` reads for a place. One of an unknown name gives its contents. */
export function containerBlocks(
  node: Container,
  place: Place,
  reading: MarkdownReading,
  readChild: (child: MarkdownBlock, place: Place) => SourceBlock[],
): SourceBlock[] {
  const { label, children } = labelled(node)
  const inside = (where: Place) => children.flatMap((child) => readChild(child, where))
  switch (node.name) {
    case 'pullquote':
      return onTop([pullQuote(node, inside('quote'), reading)], place, reading)
    case 'factbox': {
      const title = (node.attributes?.title ?? plainText(readInlines(label, reading))).slice(0, 200)
      const content = inside('box')
      return content.length ? onTop([{ type: 'factBox', attrs: { title }, content }], place, reading) : []
    }
    case 'table': {
      const headers = headerPlaces.find((one) => one === node.attributes?.headers) ?? 'first-row'
      const tables = children.flatMap((child) =>
        child.type === 'table' ? readTable(child, headers, reading) : readChild(child, place),
      )
      return onTop(tables, place, reading)
    }
    default:
      countDropped(reading.losses, `directive:${node.name}`)
      return [...(label.length ? [{ type: 'paragraph', content: readInlines(label, reading) }] : []), ...inside(place)]
  }
}

/** `::name[label]{…}`. One of an unknown name stays as the text that it is. */
export function leafBlocks(node: Leaf, reading: MarkdownReading): SourceBlock[] {
  const attributes = node.attributes ?? {}
  const caption = () => readInlines(node.children, reading)
  switch (node.name) {
    case 'figure':
      return figure(attributes, caption(), reading)
    case 'gallery': {
      const mediaIds = (attributes.media ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .slice(0, 60)
        .map((name) => named(name, reading))
      return mediaIds.length
        ? [{ type: 'gallery', attrs: { mediaIds }, content: caption() }]
        : without('gallery without pictures', caption(), reading)
    }
    case 'embed': {
      const url = attributes.url ?? ''
      if (!/^https?:/.test(url) || !isSafeLink(url)) return without('embed without a web address', caption(), reading)
      const provider = (attributes.provider ?? providerOf(url)).slice(0, 100)
      return [{ type: 'embed', attrs: { provider, url, title: plainText(caption()).slice(0, 300) } }]
    }
    case 'related':
      return attributes.article
        ? [{ type: 'relatedArticle', attrs: { articleId: attributes.article } }]
        : without('related without an article', [], reading)
    default:
      countDropped(reading.losses, `directive:${node.name}`)
      return [paragraphOfLines(sourceOf(node, reading))]
  }
}

function figure(
  attributes: Record<string, string | null | undefined>,
  content: AnyNode[],
  reading: MarkdownReading,
): SourceBlock[] {
  if (!attributes.media) return without('figure without a picture', content, reading)
  const size = attributes.size === 'wide' || attributes.size === 'full' ? attributes.size : 'column'
  return [{ type: 'figure', attrs: { mediaId: named(attributes.media, reading), alt: attributes.alt ?? null, size }, content }]
}

/** A block that lacks what makes it one is left out, but its words stay. */
function without(what: string, content: AnyNode[], reading: MarkdownReading): SourceBlock[] {
  countDropped(reading.losses, what)
  return content.length ? [{ type: 'paragraph', content }] : []
}

function named(name: string, reading: MarkdownReading): string {
  return pictureNamed(name, reading.pictures)
}

/** How a picture's name in the source is known from here on: names with a dot and an ending are files, others are ids. */
export function pictureNamed(name: string, pictures: ImportedPicture[]): string {
  if (!/\.(jpe?g|png|webp|avif|gif|tiff?|heic)$/i.test(name)) return name
  const key = `path:${name}`
  if (!pictures.some((picture) => picture.key === key)) {
    pictures.push({ key, path: name, bytes: null, caption: '', alt: '', credit: '' })
  }
  return key
}

function pullQuote(node: Container, blocks: SourceBlock[], reading: MarkdownReading): SourceBlock {
  const content: AnyNode[] = []
  for (const block of blocks) {
    for (const inlines of textBlocksIn(block)) {
      if (content.length) content.push({ type: 'hardBreak' })
      content.push(...inlines)
    }
  }
  const kept = keepMarks(content, pullQuoteMarks)
  for (const type of kept.lost) countDropped(reading.losses, `${type} in a pull quote`)
  return { type: 'pullQuote', attrs: { attribution: (node.attributes?.attribution ?? '').slice(0, 200) }, content: kept.inlines }
}

function textBlocksIn(block: SourceBlock): AnyNode[][] {
  if (block.type === 'paragraph') return [block.content ?? []]
  return (block.content ?? []).flatMap(textBlocksIn)
}

function labelled(node: Container): { label: readonly MarkdownInline[]; children: Container['children'] } {
  const [first, ...rest] = node.children
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data)
    return { label: first.children, children: rest }
  return { label: [], children: node.children }
}
