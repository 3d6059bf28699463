import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'
import { longestDocument } from '../rules'

/** One `<item>` or `<wp:author>` of an export: the texts of its elements by name, in order. */
export type WxrItem = {
  kind: 'item' | 'author' | 'channel'
  line: number
  texts: Map<string, string>
  categories: { domain: string; slug: string; name: string }[]
  meta: Map<string, string>
  /** What the parser found wrong in it. */
  fault: string | null
}

/** Thrown for what is no WordPress export, or not one that can be read to its end. */
export class UnreadableExport extends Error {}

const chunkSize = 64 * 1024

/**
 * Reads an export as a stream: no more than one item is in memory. XML faults are kept with the item they are in. Entities that a
 * document type defines are not expanded.
 */
export async function* parseWxr(path: string, onBytes: (bytes: number) => void): AsyncGenerator<WxrItem> {
  const reading = newReading()
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    const bytes = Buffer.from(chunk)
    onBytes(bytes.length)
    feed(reading, decoder.decode(bytes, { stream: true }))
    yield* reading.done.splice(0)
  }
  feed(reading, decoder.decode())
  reading.parser.close()
  yield* reading.done.splice(0)
  if (!reading.isExport) throw new UnreadableExport('is XML, but not a WordPress export')
}

type Reading = {
  parser: SaxesParser
  done: WxrItem[]
  isExport: boolean
  /** Characters since anything was recognised. */
  pending: number
}

function feed(reading: Reading, text: string): void {
  reading.pending += text.length
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exports contain characters that XML forbids
  reading.parser.write(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' '))
  if (reading.pending > longestDocument) {
    throw new UnreadableExport(
      `has a piece longer than ${longestDocument / 1_048_576} MB at line ${reading.parser.line}; nothing after it was read`,
    )
  }
}

function newReading(): Reading {
  const parser = new SaxesParser()
  const reading: Reading = { parser, done: [], isExport: false, pending: 0 }
  const channel = newItem('channel', 1)
  let item = channel
  let text = ''
  let category: { domain: string; slug: string } | null = null
  let metaKey = ''
  const collect = (some: string) => {
    reading.pending = 0
    text += some
    if (text.length > longestDocument)
      throw new UnreadableExport(`has a text longer than ${longestDocument / 1_048_576} MB at line ${parser.line}`)
  }
  parser.on('error', (error) => {
    item.fault ??= error.message.replace(/^\S+: /, '')
  })
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('opentag', ({ name, attributes }) => {
    reading.pending = 0
    text = ''
    if (name === 'rss' || name.startsWith('wp:'))
      reading.isExport ||= name.startsWith('wp:') || Object.keys(attributes).includes('xmlns:wp')
    if (name === 'item') item = newItem('item', parser.line)
    else if (name === 'wp:author' && item.kind === 'channel') item = newItem('author', parser.line)
    else if (name === 'category' && item.kind === 'item')
      category = { domain: attributes.domain ?? '', slug: attributes.nicename ?? '' }
  })
  parser.on('closetag', ({ name }) => {
    reading.pending = 0
    if (name === 'item' || (name === 'wp:author' && item.kind === 'author')) {
      reading.done.push(item)
      item = channel
    } else if (name === 'category' && category) {
      item.categories.push({ ...category, name: text.trim() })
      category = null
    } else if (name === 'wp:meta_key') metaKey = text
    else if (name === 'wp:meta_value') item.meta.set(metaKey, text)
    else if (!item.texts.has(name)) item.texts.set(name, text)
    text = ''
    if (name === 'channel' || (item.kind === 'channel' && name === 'wp:base_blog_url')) reading.done.push(item)
  })
  return reading
}

function newItem(kind: WxrItem['kind'], line: number): WxrItem {
  return { kind, line, texts: new Map(), categories: [], meta: new Map(), fault: null }
}
