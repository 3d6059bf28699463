import { parseHTML } from 'linkedom'
import type { Answer } from '../crawl'

/** A page, and what it says of itself. */
export type Parsed = {
  document: Document
  language: string
  direction: string
  title: string
  canonical: string
  isIndexed: boolean
  headings: string[]
  /** Language versions by `hreflang`. */
  versions: ReadonlyMap<string, string>
}

const known = new WeakMap<Answer, Parsed>()

/** An answer's page, parsed once. */
export function parsed(answer: Answer): Parsed {
  const present = known.get(answer)
  if (present) return present
  const { document } = parseHTML(lowerCased(answer.text))
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? ''
  const links = [...document.querySelectorAll('link[rel=alternate][hreflang]')]
  const page = {
    document,
    language: document.documentElement.getAttribute('lang') ?? '',
    direction: document.documentElement.getAttribute('dir') ?? '',
    title: document.querySelector('title')?.textContent ?? '',
    canonical: attribute('link[rel=canonical]', 'href').replace(/^(https?:\/\/[^/]+)$/, '$1/'),
    isIndexed: !/noindex/.test(attribute('meta[name=robots]', 'content')),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
    versions: new Map(links.map((link) => [link.getAttribute('hreflang') ?? '', withPath(link.getAttribute('href') ?? '')])),
  }
  known.set(answer, page)
  return page
}

/** `https://example.org` and `https://example.org/` are one address. */
function withPath(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}

/** HTML reads `hrefLang` and `hreflang` as one; the parser here does not. */
function lowerCased(html: string): string {
  return html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s[A-Za-z-]+=/g, (name) => name.toLowerCase()))
}
