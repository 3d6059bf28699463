import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parseHTML } from 'linkedom'
import type { Answer, Crawled } from '../crawl'
import { parsed } from './parsed'
import { xmlFaults } from './xml'

type Entry = { id: string; url: string; title: string; html: string }

/** The feeds among what was crawled. */
export function feedsOf(crawled: Crawled): Answer[] {
  return [...crawled.values()].filter(({ address, status }) => status === 200 && /\/feed\.(xml|atom|json)$/.test(address))
}

/** What a feed holds, read by a reader of its format; throws for one that is none. */
function entriesOf({ address, text }: Answer): Entry[] {
  if (address.endsWith('.json')) {
    const { items = [] } = parseJsonFeed(JSON.parse(text))
    return items.map((item) => entry(item.id, item.url, item.title, item.content_html))
  }
  if (address.endsWith('.atom')) {
    const { entries = [] } = parseAtomFeed(text)
    return entries.map((one) => entry(one.id, one.links?.[0]?.href, one.title?.value, one.content?.value))
  }
  const { items = [] } = parseRssFeed(text)
  return items.map((item) => entry(item.guid?.value, item.link, item.title, item.content?.encoded))
}

function entry(id = '', url = '', title = '', html = ''): Entry {
  return { id, url, title, html }
}

/** What is wrong with a feed: its form, its entries' names and links, and whether each holds the whole text of its article or correction. */
export function feedFaults(feed: Answer, crawled: Crawled, origin: string): string[] {
  const faults = feed.address.endsWith('.json') ? [] : xmlFaults(feed.text)
  const entries = entriesOf(feed)
  const list = crawled.get(feed.address.replace(/\/feed\.\w+$/, '') || '/')
  const shown = list ? parsed(list).document.querySelectorAll('main article, .correction-list > li').length : 0
  // As long as the list it is of, or longer: a page shows 20, a feed holds 30.
  if (entries.length < Math.min(shown, 20)) faults.push(`holds ${entries.length} of the ${shown} articles of its list`)
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) faults.push('names two entries the same')
  faults.push(...entries.flatMap((one) => entryFaults(one, crawled, origin)))
  return faults.map((fault) => `${feed.address}: ${fault}`)
}

function entryFaults({ id, url, title, html }: Entry, crawled: Crawled, origin: string): string[] {
  const faults: string[] = []
  if (!/^urn:uuid:[0-9a-f-]{36}$/.test(id)) faults.push(`names an entry ${id}`)
  const [address = '', anchor] = url.split('#')
  const page = address.startsWith(origin) ? crawled.get(address.slice(origin.length)) : undefined
  if (page?.status !== 200) return [...faults, `leads to ${url}, which answers ${page?.status}`]
  const loose = [...html.matchAll(/\s(?:href|src)="(?!https?:|mailto:|tel:)([^"]*)"|\ssrcset="\/([^"]*)"/g)].map(
    ([found]) => found,
  )
  if (loose.length > 0) faults.push(`${title}: has links that lead nowhere outside the site: ${loose.join(' ')}`)
  // A correction is told whole by what stands at its anchor.
  if (anchor) return textOf(html).includes(textAt(page, anchor)) ? faults : [...faults, `${title}: is not what ${url} says`]
  // So is an edition of a newsletter by the headlines in it.
  const headings = parsed(page).document.querySelectorAll('.edition-body h2')
  if (headings.length > 0)
    return [...headings].every(({ textContent }) => textOf(html).includes(textContent ?? ''))
      ? faults
      : [...faults, `${title}: lacks headlines`]
  const [whole, carried] = [wordsOfArticle(page), countWords(textOf(html))]
  if (carried < whole) faults.push(`${title}: carries ${carried} of ${whole} words`)
  return faults
}

/** What a correction's place on its article's page says, without its kind and date. */
function textAt(page: Answer, anchor: string): string {
  const place = parsed(page).document.getElementById(anchor)
  const head = place?.querySelector('.correction-head')?.textContent ?? ''
  return place?.textContent?.replace(head, '').trim() ?? `nothing at ${anchor}`
}

/** As the page tells machines. */
function wordsOfArticle(page: Answer): number {
  return Number(page.text.match(/"wordCount":(\d+)/)?.[1] ?? Number.POSITIVE_INFINITY)
}

function textOf(html: string): string {
  return (
    parseHTML(`<html><body>${html.replace(/<\/(p|li|h\d|td|th|figcaption|blockquote|dt|dd)>/g, ' $&')}</body></html>`).document
      .body.textContent ?? ''
  )
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
