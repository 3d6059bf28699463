const blocks =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/

export function isBlock(node: Node | null): boolean {
  return isElement(node) && blocks.test(node.tagName)
}

export function isElement(node: Node | null): node is HTMLElement {
  return node?.nodeType === 1
}

export function elementsIn(root: Element, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)]
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Another kind of element with the same content, in its place. Attributes are not taken along. */
export function rename(element: Element, tag: string): HTMLElement {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

/** What an element's own style says, by property, in small letters. */
export function styleOf(element: Element): Record<string, string> {
  const declarations = (element.getAttribute('style') ?? '').toLowerCase().split(';')
  return Object.fromEntries(
    declarations.map((declaration) => {
      const [property = '', ...value] = declaration.split(':')
      return [property.trim(), value.join(':').trim()]
    }),
  )
}

/** Without anything to read; pictures that wait count as something. */
export function isBlankElement(element: Element): boolean {
  return !/[^\s\u00a0\u200b]/.test(element.textContent ?? '') && !element.querySelector('img, hr, table, [data-id], [data-embed]')
}
