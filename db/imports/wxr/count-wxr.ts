import { createReadStream } from 'node:fs'
import { countFragment } from '../html/count-html'
import { decodeReferences } from '../words'

const opening = '<content:encoded>'
const closing = '</content:encoded>'

/**
 * The words of each item's content in a WordPress export, in the order of items, from its raw bytes: a scanner of its own that
 * looks for marks in the stream. Items without content give none.
 */
export async function* countWxr(path: string): AsyncGenerator<string[]> {
  let text = ''
  let content: string | null = null
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    text += decoder.decode(Buffer.from(chunk), { stream: true })
    for (;;) {
      if (content !== null) {
        const end = endOfContent(text)
        if (end < 0) break
        content = text.slice(0, end)
        text = text.slice(end + closing.length)
        yield countContent(content)
        content = null
      }
      const [mark, at] = nextMark(text)
      if (mark === null) {
        text = text.slice(-opening.length)
        break
      }
      text = text.slice(at + mark.length)
      if (mark === opening) content = ''
    }
  }
}

function nextMark(text: string): [string | null, number] {
  const at = text.indexOf(opening)
  return at < 0 ? [null, -1] : [opening, at]
}

/** A closing mark inside CDATA is a text about exports. */
function endOfContent(text: string): number {
  let from = 0
  for (;;) {
    const end = text.indexOf(closing, from)
    const cdata = text.indexOf('<![CDATA[', from)
    if (end < 0 || cdata < 0 || end < cdata) return end
    const cdataEnd = text.indexOf(']]>', cdata)
    if (cdataEnd < 0) return -1
    from = cdataEnd + 3
  }
}

function countContent(raw: string): string[] {
  const html = raw.includes('<![CDATA[') ? raw.replace(/<!\[CDATA\[|\]\]>/g, '') : decodeReferences(raw)
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map((match) => match[1]))
  const isMark = (mark: string, name: string) =>
    closed.has(name) || /[=/_-]|^\[(?:caption|gallery|audio|video|playlist|more)\b/.test(mark)
  const plain = html
    .replace(/\[embed[^\]]*\][\s\S]*?\[\/embed\]/g, ' ')
    .replace(/\[\[(\/?[a-z][^[\]]*)\]\]/gi, ' $1 ')
    .replace(/\[\/?([a-z][\w-]*)(?:\s[^[\]]*=[^[\]]*|\s*\/|\s+https?:[^\]]*)?\]/gi, (mark: string, name: string) =>
      isMark(mark, name) ? ' ' : mark,
    )
    .replace(/(^|\n|<p>)\s*https?:\/\/\S+?\s*(?=\n|<|$)/g, '$1 ')
  return countFragment(plain)
}
