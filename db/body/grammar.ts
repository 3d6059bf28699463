import type { MarkSpec, NodeSpec } from 'prosemirror-model'
import { isLanguageTag, isSafeLink, isUuid } from '../../lib/checks'

/**
 * The one grammar of body text, for whoever builds a schema of it: the check of what comes in (`nodes.ts`) and the editor. Every
 * attribute is checked on every way in: save, paste, import, API.
 */
export const bodyNodes = {
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
} satisfies Record<string, NodeSpec>

/** In the order in which marks are kept on a run. */
export const bodyMarks = {
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
} satisfies Record<string, MarkSpec>

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
