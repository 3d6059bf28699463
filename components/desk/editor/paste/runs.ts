import { elementsIn, isBlock, rename, styleOf, unwrap } from '@/components/desk/editor/paste/elements'

const meanings: Record<string, string> = { B: 'strong', I: 'em', CITE: 'em', DFN: 'em', VAR: 'em' }

const kept = /^(A|BDI|BR|EM|IFRAME|IMG|STRONG|SUB|SUP)$/

/** Leaves of inline elements and styles what we have marks for: bold, italic, raised, lowered, links. */
export function readRuns(body: HTMLElement): void {
  // From the inside out, so that what is unwrapped takes read content along.
  for (const element of elementsIn(body, '*').reverse()) {
    const style = styleOf(element)
    const marks = marksOf(style)
    if (marks.length > 0 && ![...element.childNodes].some(isBlock) && element.textContent?.trim()) wrapContent(element, marks)
    if (isBlock(element)) continue
    const isUndone =
      (/^(B|STRONG)$/.test(element.tagName) && /^(normal|[1-5]00)$/.test(style['font-weight'] ?? '')) ||
      (/^(I|EM)$/.test(element.tagName) && style['font-style'] === 'normal')
    const meaning = meanings[element.tagName]
    if (isUndone) unwrap(element)
    else if (meaning) rename(element, meaning)
    else if (!kept.test(element.tagName)) unwrap(element)
  }
}

function marksOf(style: Record<string, string>): string[] {
  const marks: string[] = []
  if (/^(bold|bolder|[6-9]00)$/.test(style['font-weight'] ?? '')) marks.push('strong')
  if (/^(italic|oblique)/.test(style['font-style'] ?? '')) marks.push('em')
  if (style['vertical-align'] === 'super') marks.push('sup')
  if (style['vertical-align'] === 'sub') marks.push('sub')
  return marks
}

function wrapContent(element: HTMLElement, marks: string[]): void {
  for (const mark of marks) {
    const wrapper = element.ownerDocument.createElement(mark)
    wrapper.append(...element.childNodes)
    element.append(wrapper)
  }
}
