import { providerOf } from '../../body/embeds'
import type { AnyNode, Body } from '../../body/rules'
import { type HeaderPlace, headerPlaces, isHeader } from '../markdown/read-table'
import { attributeText, inlineMarkdown, isEmptyText, type Line, plainMarkdown } from './inline-markdown'

/** What rows are called outside; null for one that is not there. */
export type Names = { article: (id: string) => string | null; media: (id: string) => string | null }

/** Lists at each depth have another sign, and so do two in a row: the same would make them one, or a divider. */
const bullets = ['-', '*', '+'] as const
const points = ['.', ')'] as const

/** A body as Markdown that reads back as the same body. Empty paragraphs are left out: Markdown has none. */
export function bodyMarkdown(body: Body, names: Names): string {
  return blocks(body.content, names, 0)
}

function blocks(nodes: readonly AnyNode[], names: Names, depth: number): string {
  const written: string[] = []
  let before: { type: string; sign: number } = { type: '', sign: 0 }
  for (const node of nodes) {
    const sign = node.type === before.type ? before.sign + 1 : 0
    const text = block(node, names, depth, sign)
    if (text === null) continue
    written.push(text)
    before = { type: node.type, sign }
  }
  return written.join('\n\n')
}

function block(node: AnyNode, names: Names, depth: number, sign: number): string | null {
  const { attrs = {}, content = [] } = node
  const words = (line: Line) => inlineMarkdown(content, line, names.article)
  switch (node.type) {
    case 'paragraph':
      return isEmptyText(content) ? null : words('block')
    case 'heading':
      return `${'#'.repeat(Number(attrs.level))} ${words('heading')}`.trimEnd()
    case 'bulletList':
      return list(content, names, depth, () => bullets[(depth + sign) % bullets.length] ?? '-')
    case 'orderedList':
      return list(content, names, depth, (index) => `${Number(attrs.start) + index}${points[sign % points.length]}`)
    case 'blockquote':
      return prefixed(blocks(content, names, depth), '> ')
    case 'pullQuote':
      return container('pullquote', { attribution: attrs.attribution }, words('block'))
    case 'factBox':
      return container('factbox', { title: attrs.title }, blocks(content, names, depth))
    case 'figure': {
      const media = names.media(String(attrs.mediaId))
      return media === null ? null : leaf('figure', words('label'), { media, alt: attrs.alt, size: attrs.size })
    }
    case 'gallery': {
      const media = (Array.isArray(attrs.mediaIds) ? attrs.mediaIds : []).flatMap((id) => names.media(String(id)) ?? []).join(' ')
      return media === '' ? null : leaf('gallery', words('label'), { media })
    }
    case 'embed': {
      const provider = attrs.provider === providerOf(String(attrs.url)) ? null : attrs.provider
      return leaf('embed', plainMarkdown(String(attrs.title), 'label'), { url: attrs.url, provider })
    }
    case 'relatedArticle': {
      const article = names.article(String(attrs.articleId))
      return article === null ? null : leaf('related', '', { article })
    }
    case 'table':
      return table(content, names)
    case 'divider':
      return '---'
    default:
      return null
  }
}

function list(items: readonly AnyNode[], names: Names, depth: number, signOf: (index: number) => string): string {
  const written = items.map((item, index) => {
    const sign = `${signOf(index)} `
    const text = blocks(item.content ?? [], names, depth + 1)
    return text === '' ? sign.trimEnd() : sign + prefixed(text, ' '.repeat(sign.length)).slice(sign.length)
  })
  return written.join(written.some((text) => text.includes('\n\n')) ? '\n\n' : '\n')
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')
}

function container(name: string, attributes: Record<string, unknown>, inside: string): string {
  return `:::${name}${attributesOf(attributes, true)}\n${inside}${inside ? '\n' : ''}:::`
}

function leaf(name: string, label: string, attributes: Record<string, unknown>): string {
  return `::${name}${label ? `[${label}]` : ''}${attributesOf(attributes, false)}`
}

/** `dropEmpty` leaves out what says the same as nothing. */
function attributesOf(attributes: Record<string, unknown>, dropEmpty: boolean): string {
  const written = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === undefined || (dropEmpty && value === '')) return []
    return [`${name}="${attributeText(String(value))}"`]
  })
  return written.length ? `{${written.join(' ')}}` : ''
}

function table(rows: readonly AnyNode[], names: Names): string {
  const width = Math.max(...rows.map((row) => row.content?.length ?? 0))
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, column) => inlineMarkdown(row.content?.[column]?.content ?? [], 'cell', names.article)),
  )
  const [head = '', ...rest] = cells.map((row) => `| ${row.join(' | ')} |`)
  const text = [head, `|${' --- |'.repeat(width)}`, ...rest].join('\n')
  const headers = headersOf(rows)
  return headers === 'first-row' ? text : container('table', { headers }, text)
}

/** The pattern of header cells that fits the table best. */
function headersOf(rows: readonly AnyNode[]): HeaderPlace {
  const misfits = (headers: HeaderPlace) =>
    rows.reduce(
      (sum, row, y) =>
        sum + (row.content ?? []).filter((cell, x) => (cell.type === 'tableHeader') !== isHeader(x, y, headers)).length,
      0,
    )
  return headerPlaces.reduce((best, headers) => (misfits(headers) < misfits(best) ? headers : best))
}
