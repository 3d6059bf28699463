import { oneLine, textOf } from './parse-html'

/** What a page carries around and inside its article that is no part of it. */
const furnitureTags: ReadonlySet<string> = new Set([
  'NAV',
  'FORM',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'FOOTER',
  'DIALOG',
  'MENU',
])

const machineTags: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'CANVAS',
  'OBJECT',
  'APPLET',
  'EMBED',
  'MATH',
  'LINK',
  'META',
  'BASE',
  'HEAD',
  'TITLE',
  'FRAME',
  'FRAMESET',
  'NOFRAMES',
  'PORTAL',
  'MAP',
  'AREA',
  'PARAM',
  'PROGRESS',
  'METER',
])

const furnitureNames =
  /(^|[\s_-])(share|sharing|social|newsletter|subscribe|related|recommend\w*|comments?|disqus|advert\w*|ads?|promo|breadcrumbs?|byline|author|timestamp|published|pubdate|post-meta|entry-meta|tags|print|toolbar|cookie|paywall|skip|screen-reader\w*|visually-hidden)($|[\s_-])/i

const standfirstNames =
  /(^|[\s_-])(standfirst|dek|lede|subtitle|sub-?headline|chapo|chapeau|sous-titre|article-summary)($|[\s_-])/i

/** More words than this are never taken for furniture because of a class name alone. */
const mostWords = 40
const longestStandfirst = 90

/** What an element is when it is not content: the kind under which the ledger counts it. */
export function furnitureKind(element: Element): string | null {
  const tag = element.nodeName.toUpperCase()
  if (machineTags.has(tag)) return tag.toLowerCase()
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true')
    return wordsIn(element) <= mostWords ? 'hidden' : null
  // A date over the article is no part of its text; one in a sentence is.
  if (tag === 'TIME' || tag === 'LABEL') return element.closest('p, li, td, blockquote, figcaption') ? null : tag.toLowerCase()
  if (furnitureTags.has(tag)) return tag.toLowerCase()
  if (tag === 'P' || tag === 'IMG' || tag === 'A')
    return isNamed(element, /^(byline|author)$/i) && wordsIn(element) <= mostWords ? 'byline' : null
  const names = namesOf(element)
  const name =
    furnitureNames.exec(names)?.[2] ?? (/(^|\s)(author|datePublished|dateModified)($|\s)/.test(names) ? 'byline' : null)
  if (name && wordsIn(element) <= mostWords) return `.${name.toLowerCase()}`
  return null
}

/** Whether an element is the article's summary, which becomes a field. */
export function isStandfirst(element: Element): boolean {
  return standfirstNames.test(namesOf(element)) && wordsIn(element) <= longestStandfirst
}

/** Whether an element is little but links, as lists of other articles are. */
export function isLinkList(element: Element): boolean {
  const words = wordsIn(element)
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + wordsIn(link), 0)
  return words > 0 && linked > words * 0.6
}

export function wordsIn(node: Node): number {
  return oneLine(textOf(node)).split(' ').filter(Boolean).length
}

function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('itemprop') ?? ''}`
}

function isNamed(element: Element, name: RegExp): boolean {
  return namesOf(element)
    .split(/\s+/)
    .some((one) => name.test(one))
}
