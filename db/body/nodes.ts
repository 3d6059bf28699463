import { type Node, Schema } from 'prosemirror-model'
import { isLanguageTag, isSafeLink, isUuid } from '../../lib/checks'
import type { AnyNode, Body } from './rules'

/** The one grammar of body text. Every attribute is checked on every way in: save, paste, import, API. */
const bodySchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block flow', content: 'inline*', attrs: identified() },
    heading: {
      group: 'block',
      content: 'inline*',
      marks: 'em link sub sup lang',
      attrs: { ...identified(), level: check(oneOf(2, 3, 4)) },
    },
    bulletList: { group: 'block flow', content: 'listItem+', attrs: identified() },
    orderedList: { group: 'block flow', content: 'listItem+', attrs: { ...identified(), start: check(isListStart, 1) } },
    listItem: { content: 'paragraph flow*' },
    blockquote: { group: 'block', content: 'flow+', attrs: identified() },
    pullQuote: {
      group: 'block',
      content: 'inline*',
      marks: 'em lang',
      attrs: { ...identified(), attribution: check(textUpTo(200), '') },
    },
    figure: {
      group: 'block',
      content: 'inline*',
      attrs: {
        ...identified(),
        mediaId: check(isUuid),
        alt: check((value) => value === null || textUpTo(1000)(value), null),
        size: check(oneOf('column', 'wide', 'full'), 'column'),
      },
    },
    gallery: { group: 'block', content: 'inline*', attrs: { ...identified(), mediaIds: check(areMediaIds) } },
    embed: {
      group: 'block',
      attrs: { ...identified(), provider: check(textUpTo(100), ''), url: check(isWebUrl), title: check(textUpTo(300), '') },
    },
    table: { group: 'block', content: 'tableRow+', attrs: identified() },
    tableRow: { content: '(tableCell | tableHeader)+' },
    tableCell: { content: 'inline*' },
    tableHeader: { content: 'inline*' },
    factBox: {
      group: 'block',
      content: '(paragraph | heading | bulletList | orderedList)+',
      attrs: { ...identified(), title: check(textUpTo(200), '') },
    },
    relatedArticle: { group: 'block', attrs: { ...identified(), articleId: check(isUuid) } },
    divider: { group: 'block', attrs: identified() },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      inclusive: false,
      attrs: {
        href: check((value) => value === null || isSafeLink(value), null),
        articleId: check((value) => value === null || isUuid(value), null),
      },
    },
    strong: {},
    em: {},
    sub: { excludes: 'sup sub' },
    sup: { excludes: 'sub sup' },
    lang: { attrs: { lang: check(isLanguageTag), dir: check(oneOf('ltr', 'rtl')) } },
  },
})

const maximumNodes = 20_000
const maximumDepth = 12
const maximumText = 1_000_000

export type BodyCheck = { ok: true; body: Body } | { ok: false; reason: string }

/**
 * Takes any JSON and gives back a body that satisfies the schema, or says in words why it is none. Unknown nodes and marks are
 * refused; attributes that the schema does not have are left out.
 */
export function checkBody(json: unknown): BodyCheck {
  const size = measure(json)
  if (size !== null) return { ok: false, reason: size }
  try {
    const node = bodySchema.nodeFromJSON(json)
    node.check()
    const twice = repeatedId(node)
    if (twice) return { ok: false, reason: `Two blocks have the id ${twice}.` }
    return { ok: true, body: node.toJSON() }
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : 'The text is not of the schema.' }
  }
}

function repeatedId(doc: Node): string | null {
  const seen = new Set<string>()
  let twice: string | null = null
  doc.descendants((node) => {
    const id: unknown = node.attrs.id
    if (typeof id !== 'string') return
    if (seen.has(id)) twice = id
    seen.add(id)
  })
  return twice
}

function measure(json: unknown): string | null {
  let nodes = 0
  let text = 0
  const look = (value: unknown, depth: number): string | null => {
    if (depth > maximumDepth) return `The text is nested more than ${maximumDepth} levels deep.`
    if (!isNode(value)) return 'The text is not a tree of nodes.'
    nodes += 1
    text += value.text?.length ?? 0
    if (nodes > maximumNodes) return `The text has more than ${maximumNodes} parts.`
    if (text > maximumText) return `The text has more than ${maximumText} characters.`
    for (const child of value.content ?? []) {
      const fault = look(child, depth + 1)
      if (fault) return fault
    }
    return null
  }
  return look(json, 0)
}

function isNode(value: unknown): value is AnyNode {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return false
  if ('text' in value && typeof value.text !== 'string') return false
  return !('content' in value) || Array.isArray(value.content)
}

/** An attribute with its test; without a default it must be given. */
function check(test: (value: unknown) => boolean, fallback?: unknown) {
  const validate = (value: unknown) => {
    if (!test(value)) throw new RangeError(`The value ${JSON.stringify(value)?.slice(0, 80)} is not allowed here.`)
  }
  return fallback === undefined ? { validate } : { default: fallback, validate }
}

/** The default only lets the library make blank nodes of its own; `check` refuses it, so every block that is kept has an id. */
function identified() {
  return { id: check((value) => typeof value === 'string' && /^[A-Za-z0-9_-]{4,40}$/.test(value), null) }
}

function oneOf(...allowed: unknown[]) {
  return (value: unknown) => allowed.includes(value)
}

function textUpTo(length: number) {
  return (value: unknown) => typeof value === 'string' && value.length <= length
}

function isListStart(value: unknown) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100_000
}

function areMediaIds(value: unknown) {
  return Array.isArray(value) && value.length > 0 && value.length <= 60 && value.every(isUuid)
}

function isWebUrl(value: unknown) {
  return isSafeLink(value) && /^https?:/.test(String(value))
}
