import { elementsIn, isBlankElement, isBlock, isElement, rename, styleOf, unwrap } from '@/components/desk/editor/paste/elements'
import { type PastedPictures, readFrames, takePictures } from '@/components/desk/editor/paste/pictures'
import { readRuns } from '@/components/desk/editor/paste/runs'
import { readTables } from '@/components/desk/editor/paste/tables'
import { readWordLists } from '@/components/desk/editor/paste/word-lists'

const worthless =
  'script, style, meta, link, title, base, noscript, template, object, embed, svg, math, canvas, audio, video, button, input, select, textarea, xml, [hidden]'

const containers = 'div, section, article, main, aside, header, footer, figure, figcaption, blockquote, address, form, fieldset'

/**
 * Makes of what another program put on the clipboard elements that the grammar has nodes and marks for. What is dropped is markup,
 * never words; pictures are taken out and given back.
 */
export function cleanHtml(body: HTMLElement, newId: () => string): PastedPictures {
  // Of another page's own ids and names nothing may be read.
  for (const element of elementsIn(body, '[data-id]')) element.removeAttribute('data-id')
  for (const element of elementsIn(body, worthless)) element.remove()
  removeComments(body)
  for (const element of elementsIn(body, '*')) if (isHidden(element)) element.remove()
  readWordLists(body)
  // Word's own elements, `o:p` and such, say nothing.
  for (const element of elementsIn(body, '*')) if (element.tagName.includes(':')) unwrap(element)
  readRuns(body)
  for (const heading of elementsIn(body, ':is(li, blockquote) :is(h1, h2, h3, h4, h5, h6)')) rename(heading, 'p')
  for (const term of elementsIn(body, 'dt, dd, center, summary')) rename(term, 'p')
  for (const pre of elementsIn(body, 'pre')) breakLines(pre)
  const pictures = takePictures(body, newId)
  readFrames(body)
  readTables(body)
  readBreaks(body)
  for (const block of elementsIn(body, 'p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, blockquote').reverse()) {
    if (isBlankElement(block) && !block.matches('[data-id], [data-embed]')) block.remove()
  }
  return pictures
}

/**
 * Takes style sheets out of a source, and names handlers of events so that they are none. Nothing would run either way; but a
 * browser whose page forbids both complains as soon as it reads them, even where it only reads.
 */
export function withoutHandlers(source: string): string {
  return source
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'])on(?=[a-z]+\s*=)/gi, '$1data-on'))
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) node.removeChild(child)
    else removeComments(child)
  }
}

function isHidden(element: Element): boolean {
  const style = styleOf(element)
  return style.display === 'none' || style['mso-hide'] === 'all'
}

function breakLines(pre: HTMLElement): void {
  const lines = (pre.textContent ?? '').replace(/\n$/, '').split('\n')
  const paragraph = rename(pre, 'p')
  paragraph.replaceChildren(
    ...lines.flatMap((line, place) => (place === 0 ? [line] : [paragraph.ownerDocument.createElement('br'), line])),
  )
}

/** Two line breaks begin a paragraph; one at an edge of a block, or between blocks, is none. */
function readBreaks(body: HTMLElement): void {
  for (const container of [body, ...elementsIn(body, containers)]) wrapLines(container)
  for (const first of elementsIn(body, 'br')) {
    const paragraph = first.parentElement
    const second = nextOf(first)
    if (paragraph?.tagName === 'P' && isElement(second) && second.tagName === 'BR') {
      const rest = paragraph.ownerDocument.createElement('p')
      while (second.nextSibling) rest.append(second.nextSibling)
      paragraph.after(rest)
      first.remove()
      second.remove()
    } else if (isEdge(second) || isEdge(previousOf(first))) first.remove()
  }
}

/** Words and breaks that stand right in a division are put into paragraphs, when it has other blocks beside them or more lines. */
function wrapLines(container: HTMLElement): void {
  const isMixed = [...container.children].some((child) => child.tagName === 'BR' || isBlock(child))
  if (!isMixed) return
  let paragraph: HTMLElement | null = null
  for (const child of [...container.childNodes]) {
    if (isBlock(child)) {
      paragraph = null
      continue
    }
    if (!paragraph && !child.textContent?.trim() && !isElement(child)) continue
    if (!paragraph) {
      paragraph = container.ownerDocument.createElement('p')
      child.before(paragraph)
    }
    paragraph.append(child)
  }
}

function isEdge(node: Node | null): boolean {
  return node === null || isBlock(node)
}

function nextOf(node: Node): Node | null {
  const next = node.nextSibling
  return next && next.nodeType === 3 && !next.textContent?.trim() ? nextOf(next) : next
}

function previousOf(node: Node): Node | null {
  const previous = node.previousSibling
  return previous && previous.nodeType === 3 && !previous.textContent?.trim() ? previousOf(previous) : previous
}
