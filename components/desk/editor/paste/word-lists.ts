import { elementsIn, isElement, styleOf } from '@/components/desk/editor/paste/elements'

type Item = { element: HTMLElement; level: number; isOrdered: boolean; start: number }

/** Word writes lists as paragraphs that carry a level and a bullet of their own: makes lists of them again. */
export function readWordLists(body: HTMLElement): void {
  const items = elementsIn(body, '[style*="mso-list"]').flatMap((element) => readItem(element) ?? [])
  let row: Item[] = []
  for (const item of items) {
    if (row.length > 0 && !follows(row.at(-1), item)) {
      build(row)
      row = []
    }
    row.push(item)
  }
  build(row)
}

function readItem(element: HTMLElement): Item | null {
  const level = /level(\d+)/.exec(styleOf(element)['mso-list'] ?? '')?.[1]
  if (!level) return null
  const sign = elementsIn(element, '[style*="mso-list"]').find((inner) => /ignore/i.test(inner.getAttribute('style') ?? ''))
  const text = sign?.textContent?.trim() ?? ''
  sign?.remove()
  const isOrdered = /^\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.test(text)
  return { element, level: Number(level), isOrdered, start: Number(/^\(?(\d+)/.exec(text)?.[1] ?? 1) }
}

function follows(last: Item | undefined, { element }: Item): boolean {
  let next = last?.element.nextSibling ?? null
  while (next && !isElement(next) && !next.textContent?.trim()) next = next.nextSibling
  return next === element
}

type Open = { list: HTMLElement; level: number; isOrdered: boolean }

function build(items: readonly Item[]): void {
  const place = items[0]?.element
  if (!place) return
  const document = place.ownerDocument
  const open: Open[] = []
  for (const { element, level, isOrdered, start } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    // The other kind of sign on the same level is another list.
    if (last?.level === level && last.isOrdered !== isOrdered) open.pop()
    let here = open.at(-1)
    if (here?.level !== level) {
      const list = document.createElement(isOrdered ? 'ol' : 'ul')
      if (start !== 1) list.setAttribute('start', String(start))
      if (here) (here.list.lastElementChild ?? here.list).append(list)
      else place.before(list)
      here = { list, level, isOrdered }
      open.push(here)
    }
    const item = document.createElement('li')
    const paragraph = document.createElement('p')
    here.list.append(item)
    item.append(paragraph)
    if (element !== place) element.remove()
    paragraph.append(...element.childNodes)
  }
  place.remove()
}
