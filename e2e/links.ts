import type { Answer } from './crawl'

/**
 * Every address of ours that an answer names, as paths with queries: in attributes, style sheets, feeds, sitemaps, structured data and headers.
 * What is shown to readers as text is no address.
 */
export function addressesIn({ address, text, headers }: Pick<Answer, 'address' | 'text' | 'headers'>, origin: string): string[] {
  const type = headers.get('content-type') ?? ''
  const location = headers.get('location')
  const rules = headers.get('speculation-rules')
  const named = [...(location ? [location] : []), ...(rules ? [rules.replaceAll('"', '')] : []), ...namedIn(type, text, origin)]
  return [...new Set(named.flatMap((one) => ours(one, address, origin)))]
}

function namedIn(type: string, text: string, origin: string): string[] {
  if (type.startsWith('text/html')) return [...attributesIn(text), ...absoluteIn(structuredDataIn(text), origin)]
  if (type.startsWith('text/css')) return urlsInStyle(text)
  if (type.startsWith('image/svg')) return []
  return absoluteIn(text, origin)
}

/** What the attributes of a page's elements name: links, forms, pictures, styles. */
function attributesIn(html: string): string[] {
  const found: string[] = []
  for (const [, name = '', value = ''] of html.matchAll(/\s(href|src|srcset|imagesrcset|action|poster|data)="([^"]*)"/gi)) {
    const plain = unescaped(value)
    if (/srcset/i.test(name)) found.push(...plain.split(',').flatMap((one) => one.trim().split(/\s+/)[0] ?? []))
    else found.push(plain)
  }
  return found
}

export function urlsInStyle(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map(
    ([, url, imported]) => url ?? imported ?? '',
  )
}

/** The texts of a page's structured data. */
function structuredDataIn(html: string): string {
  return [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, data]) => data ?? '').join('\n')
}

/** Whole addresses of ours in a text, also one that is escaped: a quotation mark ends an address in either spelling. */
function absoluteIn(text: string, origin: string): string[] {
  const address = new RegExp(`${origin.replaceAll('.', '\\.')}(?:[^\\s"'<>\\\\&]|&amp;)*`, 'g')
  return [...text.matchAll(address)].map(([url]) => unescaped(url))
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** A path of ours, or nothing for what belongs to others; the fragment is the browser's own affair. */
function ours(named: string, address: string, origin: string): string[] {
  if (!URL.canParse(named, origin + address)) return []
  const url = new URL(named, origin + address)
  return url.origin === origin ? [url.pathname + url.search] : []
}
