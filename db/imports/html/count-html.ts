import { decodeReferences, wordsOf } from '../words'

/** A run of a page's text between two block tags. `linked` counts the words in links. */
type Line = { words: string[]; linked: number }

const voided = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/
const raw =
  /^(script|style|textarea|title|xmp|noscript|template|svg|math|iframe|object|canvas|video|audio|select|button|form|nav|footer|dialog|head|noframes|applet|map|menu)$/
const flowing =
  /^(a|b|i|u|s|em|strong|font|span|small|big|sub|sup|abbr|acronym|cite|code|del|ins|dfn|kbd|mark|q|samp|var|tt|strike|bdi|bdo|wbr|nobr|data|ruby|basefont|label|blink|time)$/
/** Inside these a date or label is part of a sentence. */
const sentence = /^(p|li|td|blockquote|figcaption)$/
const aside =
  /(?:^|[\s_-])(?:share|sharing|social|newsletter|subscribe|related|recommend\w*|comments?|disqus|advert\w*|ads?|promo|breadcrumbs?|byline|author|timestamp|published|pubdate|post-meta|entry-meta|tags|print|toolbar|cookie|paywall|skip|screen-reader\w*|visually-hidden)(?:$|[\s_-])/i

/** Text marked as furniture is passed over only while it is short. */
const shortAside = 40
const shortestArticle = 40
/** What a line costs that adds nothing: so a text ends where the links and labels begin. */
const linePrice = 8

/**
 * The words of a saved page's article, from its raw bytes: a scanner of its own for tags, encodings and character references, and
 * its own idea of where the article is, so that it can disagree with the parser.
 */
export function countHtml(bytes: Uint8Array): string[] {
  const html = decode(bytes)
  for (const open of [/<article[\s>]/gi, /<[a-z]+[^>]*itemprop=["'][^"']*articleBody/gi, /<main[\s>]/gi]) {
    const longest = [...html.matchAll(open)]
      .map((match) => scan(html, match.index, true).lines.flatMap(({ words }) => words))
      .sort((a, b) => b.length - a.length)[0]
    if (longest && longest.length >= shortestArticle) return longest
  }
  return densest(scan(html, 0, false).lines)
}

/** The words of a piece of HTML, without looking for an article in it. */
export function countFragment(html: string): string[] {
  return scan(html, 0, false).lines.flatMap(({ words }) => words)
}

/** The run of lines that has most words in prose and fewest in links and labels. */
function densest(lines: readonly Line[]): string[] {
  let best = { from: 0, to: 0, score: 0 }
  let from = 0
  let score = 0
  for (const [at, { words, linked }] of lines.entries()) {
    if (score <= 0) {
      score = 0
      from = at
    }
    score += words.length - 2 * linked - linePrice
    if (score > best.score) best = { from, to: at + 1, score }
  }
  return lines.slice(best.from, best.to).flatMap(({ words }) => words)
}

/** Reads tags and text from `start` on; with `single`, to the end of the element that begins there. */
function scan(html: string, start: number, single: boolean): { lines: Line[] } {
  const lines: Line[] = []
  const open: { name: string; linesBefore: number; isAside: boolean }[] = []
  let text = ''
  let linked = ''
  let links = 0
  const endLine = () => {
    const words = wordsOf(decodeReferences(text))
    if (words.length > 0) lines.push({ words, linked: wordsOf(decodeReferences(linked)).length })
    text = ''
    linked = ''
  }
  for (let at = start; at < html.length; ) {
    const next = html.indexOf('<', at)
    const end = next < 0 ? html.length : next
    text += html.slice(at, end)
    if (links > 0) linked += ` ${html.slice(at, end)}`
    if (next < 0) break
    const tag = readTag(html, next)
    at = tag.end
    if (!tag.name) {
      if (tag.isText) text += '<'
      continue
    }
    if (!flowing.test(tag.name)) endLine()
    if (tag.name === 'a') links = Math.max(0, links + (tag.isClosing ? -1 : 1))
    if (tag.isClosing) {
      const opened = open.findLastIndex(({ name }) => name === tag.name)
      if (opened < 0) continue
      const [closed] = open.splice(opened)
      if (closed?.isAside) leaveShort(lines, closed.linesBefore)
      if (single && open.length === 0) break
    } else if (
      !tag.isEmpty &&
      (raw.test(tag.name) || (/^(time|label)$/.test(tag.name) && !open.some(({ name }) => sentence.test(name))))
    )
      at = closingOf(html, tag.name, at)
    else if (!voided.test(tag.name) && !tag.isEmpty)
      open.push({
        name: tag.name,
        linesBefore: lines.length,
        isAside: !flowing.test(tag.name) && tag.name !== 'p' && aside.test(tag.names),
      })
  }
  endLine()
  return { lines }
}

function leaveShort(lines: Line[], from: number): void {
  const words = lines.slice(from).reduce((sum, line) => sum + line.words.length, 0)
  if (words <= shortAside) lines.splice(from)
}

type Tag = { name: string; names: string; isClosing: boolean; isEmpty: boolean; isText: boolean; end: number }

function readTag(html: string, at: number): Tag {
  const none = { name: '', names: '', isClosing: false, isEmpty: false, isText: false }
  if (html.startsWith('<!--', at)) return { ...none, end: after(html, '-->', at + 4) }
  if (html[at + 1] === '!' || html[at + 1] === '?') return { ...none, end: after(html, '>', at) }
  const start = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(html.slice(at, at + 60))
  if (!start) return { ...none, isText: true, end: at + 1 }
  let end = at + start[0].length
  for (let quote = ''; end < html.length; end += 1) {
    const character = html[end] ?? ''
    if (quote) quote = character === quote ? '' : quote
    else if ((character === '"' || character === "'") && /[=\s]/.test(html[end - 1] ?? '')) quote = character
    else if (character === '>') break
  }
  const inside = html.slice(at, end)
  const names = [...inside.matchAll(/\s(?:class|id|itemprop)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)]
    .map((match) => match[1] ?? match[2] ?? '')
    .join(' ')
  return {
    name: (start[2] ?? '').toLowerCase(),
    names,
    isClosing: start[1] === '/',
    isEmpty: inside.endsWith('/'),
    isText: false,
    end: end + 1,
  }
}

/** Where the element that began before `at` is closed, counting those of its name inside it. */
function closingOf(html: string, name: string, at: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi')
  tags.lastIndex = at
  let depth = 1
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    depth += match[1] ? -1 : /^(script|style|textarea|title|xmp)$/.test(name) ? 0 : 1
    if (depth === 0) return after(html, '>', match.index)
  }
  return at
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 3000)).toString('latin1')
  const said = /charset\s*=\s*["']?\s*([a-z0-9_-]+)/i.exec(head)?.[1] ?? /encoding=["']([a-z0-9_-]+)/i.exec(head)?.[1]
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const label of [marked ?? said ?? 'utf-8', 'utf-8', 'windows-1252']) {
    try {
      return new TextDecoder(label, { fatal: label !== 'windows-1252' }).decode(bytes)
    } catch {}
  }
  return ''
}
