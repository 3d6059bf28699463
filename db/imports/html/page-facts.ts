import { isLanguage, type Language } from '../../../lib/languages'
import { slugFrom } from '../../articles/rules'
import { parseMoment } from '../moments'
import type { ImportedByline, Named } from '../rules'
import { findLinkedArticle, type LinkedArticle } from './json-ld'
import { oneLine, textOf } from './parse-html'

/** What a saved page says about its article besides the text. */
export type PageFacts = {
  headline: string
  description: string
  language: string | null
  section: Named | null
  topics: Named[]
  bylines: ImportedByline[]
  published: Date | null
  updated: Date | null
  /** Where it was published, as a whole address; null when the page does not say. */
  address: string | null
  image: { url: string; caption: string; credit: string } | null
  text: string
}

const noArticle: LinkedArticle = {
  headline: '',
  description: '',
  authors: [],
  published: '',
  modified: '',
  section: '',
  keywords: [],
  language: '',
  url: '',
  image: null,
  text: '',
}

/** Collects the facts: JSON-LD first, then meta elements, then what stands on the page. */
export function factsOf(document: Document, html: string, timeZone: string): PageFacts {
  const linked = findLinkedArticle(document) ?? noArticle
  const meta = metaOf(document)
  const section = linked.section || meta('article:section', 'section')
  const keywords = linked.keywords.length ? linked.keywords : meta.all('article:tag', 'news_keywords', 'keywords')
  const image = meta('og:image', 'twitter:image')
  return {
    headline:
      linked.headline ||
      visibleHeadline(document) ||
      titleOf(meta('og:title', 'twitter:title', 'dc.title') || oneLine(document.title ?? ''), meta('og:site_name')),
    description: linked.description || meta('og:description', 'description', 'twitter:description', 'dc.description'),
    language: languageOf(document, linked, meta),
    section: section ? { slug: slugFrom(section), name: section } : null,
    topics: [...new Set(keywords.map((word) => word.trim()).filter(Boolean))]
      .slice(0, 20)
      .map((name) => ({ slug: slugFrom(name), name })),
    bylines: namesOf(document, linked, meta).map((name) => ({ contributor: slugFrom(name), name, role: 'reporter' })),
    published: firstMoment(
      [
        linked.published,
        meta(
          'article:published_time',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'pubdate',
          'parsely-pub-date',
          'sailthru.date',
          'publish-date',
        ),
        marked(document, 'datePublished'),
        timeOf(document),
      ],
      timeZone,
    ),
    updated: firstMoment(
      [
        linked.modified,
        meta('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified'),
        marked(document, 'dateModified'),
      ],
      timeZone,
    ),
    address: addressOf(document, html, linked, meta),
    image: linked.image ?? (image ? { url: image, caption: '', credit: '' } : null),
    text: linked.text,
  }
}

type Meta = ((...names: string[]) => string) & { all: (...names: string[]) => string[] }

function metaOf(document: Document): Meta {
  const found = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv') ??
      ''
    ).toLowerCase()
    const content = oneLine(element.getAttribute('content') ?? '')
    if (name && content) found.set(name, [...(found.get(name) ?? []), content])
  }
  const first = (...names: string[]) => names.flatMap((name) => found.get(name) ?? [])[0] ?? ''
  const all = (...names: string[]) =>
    (names.map((name) => found.get(name) ?? []).find((values) => values.length > 0) ?? []).flatMap((value) => value.split(','))
  return Object.assign(first, { all })
}

function visibleHeadline(document: Document): string {
  const element =
    document.querySelector('[itemprop~=headline], article h1, main h1') ??
    (document.querySelectorAll('h1').length === 1 ? document.querySelector('h1') : null)
  return element ? oneLine(textOf(element)) : ''
}

/** A title without the publication's name that sites append to it. */
function titleOf(title: string, siteName: string): string {
  if (siteName) {
    const name = siteName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return title.replace(new RegExp(`\\s*[|–—:·-]\\s*${name}\\s*$`, 'i'), '').trim()
  }
  const parts = title.split(/\s+[|–—·]\s+|\s+-\s+/)
  return parts.length > 1 && (parts[0]?.length ?? 0) >= 15 ? (parts[0] ?? title) : title
}

function languageOf(document: Document, linked: LinkedArticle, meta: Meta): Language | null {
  const said = [
    linked.language,
    document.documentElement?.getAttribute('lang') ?? '',
    meta('og:locale', 'content-language', 'dc.language'),
  ]
  for (const one of said) {
    const language = one.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  const text = document.body ? textOf(document.body).slice(0, 20_000) : ''
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  return arabic > (text.match(/\p{L}/gu)?.length ?? 0) / 2 && arabic > 0 ? 'ar' : null
}

function namesOf(document: Document, linked: LinkedArticle, meta: Meta): string[] {
  if (linked.authors.length) return unique(linked.authors)
  const said = meta
    .all('author', 'article:author', 'dc.creator', 'parsely-author', 'byl')
    .filter((name) => !/^https?:/.test(name.trim()))
  if (said.length) return unique(said.flatMap(splitNames))
  const element = document.querySelector(
    '[itemprop~=author] [itemprop~=name], [itemprop~=author], [rel~=author], .byline, .author',
  )
  const text = element ? oneLine(textOf(element)) : ''
  return text.length <= 120 ? unique(splitNames(text)) : []
}

function splitNames(text: string): string[] {
  const bare = text.replace(/^\s*(by|from|par|propos recueillis par|بقلم|كتب|كتبت)\s*:?\s+/i, '')
  return bare.split(/\s*(?:,|;|\band\b|\bet\b|&|\sو(?=\p{L}))\s*/u).filter((name) => /^\p{L}[\p{L}\p{M}'’. -]{2,60}$/u.test(name))
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 10)
}

function marked(document: Document, property: string): string {
  const element = document.querySelector(`[itemprop~=${property}]`)
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? ''
}

function timeOf(document: Document): string {
  return document.querySelector('article time[datetime], time[pubdate][datetime], time[datetime]')?.getAttribute('datetime') ?? ''
}

function firstMoment(texts: readonly string[], timeZone: string): Date | null {
  for (const text of texts) {
    const moment = text ? parseMoment(text, timeZone) : null
    if (moment) return moment
  }
  return null
}

function addressOf(document: Document, html: string, linked: LinkedArticle, meta: Meta): string | null {
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 2000))?.[1] ?? ''
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? ''
  const found = [canonical, meta('og:url'), linked.url, saved].find((url) => /^https?:\/\//i.test(url) && URL.canParse(url))
  return found ?? null
}
