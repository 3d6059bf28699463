import { parseHTML } from 'linkedom'

/** A page as a tree. Nothing in it is run, and nothing it names is fetched. */
export function parsePage(html: string): Document {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
  lowerAttributes(document)
  return document
}

/** A piece of a page, as the element that holds it. */
export function parseFragment(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body><div>${html}</div></body></html>`)
  lowerAttributes(document)
  return document.body
}

/** The parser leaves the names of attributes as they were written, `SRC` and `src`; here they are one, as in browsers. */
function lowerAttributes(document: Document): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (/[A-Z]/.test(name) && !element.hasAttribute(name.toLowerCase())) element.setAttribute(name.toLowerCase(), value)
    }
  }
}

/** The nodes below `root` in their order, each once when it is entered and once when it is left, however deep they are nested. */
export function* journey(root: Node): Generator<{ node: Node; isEnd: boolean; skip: () => void }> {
  let node: Node | null = root.firstChild
  while (node && node !== root) {
    let isSkipped = false
    const skip = () => {
      isSkipped = true
    }
    yield { node, isEnd: false, skip }
    if (!isSkipped && node.firstChild) {
      node = node.firstChild
      continue
    }
    yield { node, isEnd: true, skip }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && node !== root) yield { node, isEnd: true, skip }
    }
    if (node === root) return
    node = node?.nextSibling ?? null
  }
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** The text of a node without that of scripts and styles, white space as it is. */
export function textOf(root: Node): string {
  let text = ''
  for (const { node, isEnd, skip } of journey(root)) {
    if (node.nodeType === 3 && !isEnd) text += node.nodeValue ?? ''
    else if (isElement(node)) {
      if (!isEnd && /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.nodeName)) skip()
      if (/^(P|DIV|BR|LI|TD|TH|H[1-6]|TR|DD|DT|FIGCAPTION|BLOCKQUOTE)$/.test(node.nodeName)) text += '\n'
    }
  }
  return text
}

/** Text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
