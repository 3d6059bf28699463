import { parseFragment } from './parse-html'

type Thing = Record<string, unknown>

/** What a page says about its article in JSON-LD. */
export type LinkedArticle = {
  headline: string
  description: string
  authors: string[]
  published: string
  modified: string
  section: string
  keywords: string[]
  language: string
  url: string
  image: { url: string; caption: string; credit: string } | null
  text: string
}

const articleTypes = /^(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$/

/** The article that a page's JSON-LD describes, whatever graph it is buried in; null for none. Broken scripts are passed over. */
export function findLinkedArticle(document: Document): LinkedArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''), 0)
    if (article) return describe(article)
  }
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)?|(?:-->|\/\*\]\]>\*\/)?\s*$/g, ''))
  } catch {
    return null
  }
}

function findArticle(value: unknown, depth: number): Thing | null {
  if (depth > 6) return null
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = findArticle(one, depth + 1)
      if (found) return found
    }
    return null
  }
  if (!isThing(value)) return null
  if (listOf(value['@type']).some((type) => typeof type === 'string' && articleTypes.test(type))) return value
  return findArticle(value['@graph'], depth + 1) ?? findArticle(value.mainEntity, depth + 1)
}

function describe(article: Thing): LinkedArticle {
  return {
    headline: words(article.headline) || words(article.name),
    description: words(article.description),
    authors: [...listOf(article.author), ...(article.author ? [] : listOf(article.creator))].map(nameOf).filter(Boolean),
    published: words(article.datePublished),
    modified: words(article.dateModified),
    section: words(listOf(article.articleSection)[0]),
    keywords: listOf(article.keywords)
      .flatMap((one) => nameOf(one).split(','))
      .map((one) => one.trim())
      .filter(Boolean),
    language: words(article.inLanguage) || words(isThing(article.inLanguage) ? article.inLanguage.alternateName : ''),
    url: [article.url, article.mainEntityOfPage, article['@id']].map(addressOf).find((url) => /^https?:/.test(url)) ?? '',
    image: imageOf(listOf(article.image)[0]),
    text: typeof article.articleBody === 'string' ? plain(article.articleBody) : '',
  }
}

function imageOf(value: unknown): LinkedArticle['image'] {
  if (typeof value === 'string') return { url: value, caption: '', credit: '' }
  if (!isThing(value)) return null
  const url = words(value.url) || words(value.contentUrl)
  return url ? { url, caption: words(value.caption), credit: words(value.creditText) } : null
}

function addressOf(value: unknown): string {
  return isThing(value) ? words(value['@id']) || words(value.url) : words(value)
}

function nameOf(value: unknown): string {
  return isThing(value) ? words(value.name) : words(value)
}

/** A text on one line; many pages write character references into their JSON. */
function words(value: unknown): string {
  return typeof value === 'string' ? plain(value).replace(/\s+/g, ' ').trim() : ''
}

function plain(text: string): string {
  return /&[#\w]+;/.test(text) ? (parseFragment(text.replaceAll('<', '&lt;')).textContent ?? text) : text
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
