import { languageAt } from '../../lib/front/addresses'
import { directionOf } from '../../lib/languages'
import { type Answer, type Crawled, isPage } from '../crawl'
import { parsed } from './parsed'

/** What a page has that could run, or that its policy would refuse: any script but structured data, handlers, styles in the page. */
export function scriptFaults({ address, text }: Answer): string[] {
  const bare = text.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
  const tags = [...bare.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag)
  const running = tags.filter(
    (tag) =>
      /^<(script|noscript|iframe|object|embed|base)\b/i.test(tag) ||
      /\s(on[a-z]+|style)=/i.test(tag) ||
      /=\s*"?\s*javascript:/i.test(tag),
  )
  // The front's own words, for when nothing can be drawn, carry one style that the policy names.
  const styles = bare.match(/<style/g)?.length ?? 0
  const isFrontsOwn = !text.includes('/_next/static/')
  const waiting = /<template|hidden=""|<!--\$/.test(bare) ? ['content waits hidden for a script'] : []
  const pageStyle = styles > 0 && !isFrontsOwn ? ['a style sheet stands in the page'] : []
  return [...running, ...waiting, ...pageStyle].map((fault) => `${address}: ${fault}`)
}

/** Elements and attributes that make a browser ask for something, and so may name no other host. */
const asking = [
  ['img', 'src'],
  ['img', 'srcset'],
  ['source', 'src'],
  ['source', 'srcset'],
  ['video', 'src'],
  ['video', 'poster'],
  ['audio', 'src'],
  ['script', 'src'],
  ['form', 'action'],
  ['link[rel~=stylesheet], link[rel~=preload], link[rel~=modulepreload], link[rel~=icon], link[rel~=apple-touch-icon]', 'href'],
  ['link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=manifest], link[rel~=prefetch]', 'href'],
] as const

/** What a browser would ask another host for. */
export function foreignRequests(answer: Answer): string[] {
  const { document } = parsed(answer)
  return asking.flatMap(([selector, attribute]) =>
    [...document.querySelectorAll(selector)]
      .map((element) => element.getAttribute(attribute) ?? '')
      .filter((value) => /(^|\s|,)(https?:)?\/\//.test(value))
      .map((value) => `${answer.address}: ${selector} ${value}`),
  )
}

/** What is wrong with how a page says what it is: language, direction, title, canonical address, headings. */
export function identityFaults(answer: Answer, origin: string): string[] {
  const { address, status } = answer
  const page = parsed(answer)
  const language = languageAt(address)
  const faults: string[] = []
  if (page.language !== language || page.direction !== directionOf(language))
    faults.push(`is ${page.language}, ${page.direction}`)
  if (page.title === '') faults.push('has no title')
  if (page.headings.length !== 1) faults.push(`has ${page.headings.length} headings of the first level`)
  if (page.document.querySelectorAll('main').length !== 1) faults.push('has not one main part')
  // Every question asked of one search page is that page.
  if (status === 200 && page.canonical !== origin + address.replace(/\?.*/, '')) faults.push(`calls itself ${page.canonical}`)
  return faults.map((fault) => `${address}: ${fault}`)
}

/** Titles that more than one page of an edition has, among those that search engines may list; later pages of a list share its title. */
export function sharedTitles(crawled: Crawled): string[] {
  const pages = [...crawled.values()].filter(
    (answer) => answer.status === 200 && isPage(answer) && !/\/before\/|\?/.test(answer.address),
  )
  const indexed = pages.map((answer) => ({ ...parsed(answer), address: answer.address })).filter((page) => page.isIndexed)
  const byTitle = Map.groupBy(indexed, (page) => `${page.language}: ${page.title}`)
  return [...byTitle].flatMap(([title, same]) =>
    same.length > 1 ? [`${title}: ${same.map((one) => one.address).join(' ')}`] : [],
  )
}

/** What is wrong with the links between language versions: each names all, itself too, and is named by all. */
export function translationFaults(crawled: Crawled, origin: string): string[] {
  const faults: string[] = []
  for (const answer of crawled.values()) {
    if (answer.status !== 200 || !isPage(answer)) continue
    const { versions } = parsed(answer)
    if (versions.size === 0) continue
    const own = versions.get(languageAt(answer.address))
    if (own !== origin + answer.address) faults.push(`${answer.address}: names ${own} as itself`)
    if (!versions.has('x-default')) faults.push(`${answer.address}: names none for other languages`)
    for (const [language, url] of versions) {
      const other = crawled.get(url.slice(origin.length))
      if (other?.status !== 200) faults.push(`${answer.address}: names ${url} for ${language}, which answers ${other?.status}`)
      else if (same(parsed(other).versions) !== same(versions)) faults.push(`${answer.address}: ${url} names others`)
    }
  }
  return faults
}

function same(versions: ReadonlyMap<string, string>): string {
  return [...versions].sort().join('\n')
}
