/**
 * The text of articles and pages: ProseMirror JSON of our own schema (`grammar.ts` is that schema, `nodes.ts` checks what comes
 * in). These are its shapes for whoever draws it; the walker's switch over `type` is exhaustive.
 */
export const bodySchemaVersion = 1

export type Body = { type: 'doc'; content: Block[] }

export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | PullQuote
  | Figure
  | Gallery
  | Embed
  | Table
  | FactBox
  | RelatedArticle
  | Divider

/** Every block keeps its `id` for life: merging, comments and deep links hold on to it. */
type Identified = { id: string }

export type Paragraph = { type: 'paragraph'; attrs: Identified; content?: Inline[] }
export type Heading = { type: 'heading'; attrs: Identified & { level: 2 | 3 | 4 }; content?: Inline[] }
export type BulletList = { type: 'bulletList'; attrs: Identified; content: ListItem[] }
export type OrderedList = { type: 'orderedList'; attrs: Identified & { start: number }; content: ListItem[] }
export type ListItem = { type: 'listItem'; content: (Paragraph | BulletList | OrderedList)[] }
export type Blockquote = { type: 'blockquote'; attrs: Identified; content: (Paragraph | BulletList | OrderedList)[] }
export type PullQuote = { type: 'pullQuote'; attrs: Identified & { attribution: string }; content?: Inline[] }
/** A picture by reference; its content is the caption of this use, empty for the picture's own. */
export type Figure = {
  type: 'figure'
  attrs: Identified & { mediaId: string; alt: string | null; size: 'column' | 'wide' | 'full' }
  content?: Inline[]
}
export type Gallery = { type: 'gallery'; attrs: Identified & { mediaIds: string[] }; content?: Inline[] }
export type Embed = { type: 'embed'; attrs: Identified & { provider: string; url: string; title: string } }
export type Table = { type: 'table'; attrs: Identified; content: TableRow[] }
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type TableCell = { type: 'tableCell' | 'tableHeader'; content?: Inline[] }
export type FactBox = {
  type: 'factBox'
  attrs: Identified & { title: string }
  content: (Paragraph | Heading | BulletList | OrderedList)[]
}
export type RelatedArticle = { type: 'relatedArticle'; attrs: Identified & { articleId: string } }
export type Divider = { type: 'divider'; attrs: Identified }

export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' }

export type Mark =
  | { type: 'strong' }
  | { type: 'em' }
  | { type: 'sub' }
  | { type: 'sup' }
  | { type: 'lang'; attrs: { lang: string; dir: 'ltr' | 'rtl' } }
  | { type: 'link'; attrs: { href: string | null; articleId: string | null } }

/** What can hold words or blocks, whatever its type: for the walks that do not care which. */
export type AnyNode = {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  content?: AnyNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** Nodes that stand on a line of their own when a body is read as plain text. */
const lineEnders = new Set([
  'paragraph',
  'heading',
  'pullQuote',
  'figure',
  'gallery',
  'embed',
  'tableCell',
  'tableHeader',
  'divider',
  'relatedArticle',
])

/** The words of a body in reading order, a line for each block. Titles of embeds and fact boxes are words too. */
export function bodyText(body: Body): string {
  return textOf(body)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/**
 * Counts words as a newspaper does: runs of letters and digits, with the hyphens and apostrophes inside them. Marks that
 * combine with a letter (Arabic vowel signs among them) do not split it.
 */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*(?:[-’'.,:/\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*)*/gu)?.length ?? 0
}

/** Minutes, at 220 words each; at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220))
}

/** The pictures and articles that a body refers to, in order of appearance, each once. */
export function referencesOf(body: Body): { mediaIds: string[]; articleIds: string[] } {
  const mediaIds = new Set<string>()
  const articleIds = new Set<string>()
  for (const node of walk(body)) {
    if (node.type === 'figure') mediaIds.add(String(node.attrs?.mediaId))
    if (node.type === 'gallery' && Array.isArray(node.attrs?.mediaIds))
      for (const id of node.attrs.mediaIds) mediaIds.add(String(id))
    if (node.type === 'relatedArticle') articleIds.add(String(node.attrs?.articleId))
    for (const mark of node.marks ?? [])
      if (mark.type === 'link' && mark.attrs?.articleId) articleIds.add(String(mark.attrs.articleId))
  }
  return { mediaIds: [...mediaIds], articleIds: [...articleIds] }
}

function* walk(node: AnyNode | Body): Generator<AnyNode> {
  yield node
  for (const child of node.content ?? []) yield* walk(child)
}

function textOf(node: AnyNode | Body): string {
  if (node.type === 'hardBreak') return '\n'
  if ('text' in node && node.text) return node.text
  const title = 'attrs' in node ? (node.attrs?.title ?? node.attrs?.attribution) : undefined
  const own = typeof title === 'string' && title ? `${title}\n` : ''
  const inner = (node.content ?? []).map(textOf).join('')
  const words = node.type === 'pullQuote' ? `${inner}\n${own}` : own + inner
  return lineEnders.has(node.type) ? `${words}\n` : words
}
