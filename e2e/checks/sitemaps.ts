import type { Answer, Crawled } from '../crawl'
import { textsOf, xmlFaults } from './xml'

/** A sitemap may hold so many addresses, and the news one so many articles (sitemaps.org, Google). */
const [largest, largestNews] = [50_000, 1000]
const newsWindow = 2 * 86_400_000

/** The sitemaps that the index names, news aside. */
function partsOf(crawled: Crawled, origin: string): Answer[] {
  const index = crawled.get('/sitemap.xml')
  const named = textsOf(index?.text ?? '', 'loc').map((url) => crawled.get(url.slice(origin.length)))
  return named.flatMap((part) => (part && !part.address.endsWith('/news.xml') ? [part] : []))
}

/** Every address that the ordinary sitemaps name, as often as they name it. */
export function listedAddresses(crawled: Crawled, origin: string): string[] {
  return partsOf(crawled, origin)
    .flatMap((part) => textsOf(part.text, 'loc'))
    .map((url) => (url.startsWith(origin) ? url.slice(origin.length) : url))
}

/** What is wrong with the form of the sitemaps. */
export function sitemapFaults(crawled: Crawled, origin: string): string[] {
  const index = crawled.get('/sitemap.xml')
  if (index?.status !== 200) return ['there is no sitemap']
  return [index, ...partsOf(crawled, origin)].flatMap((part) => {
    const faults = xmlFaults(part.text)
    const urls = textsOf(part.text, 'loc')
    if (urls.length === 0 || urls.length > largest) faults.push(`names ${urls.length} addresses`)
    faults.push(...urls.filter((url) => !url.startsWith(`${origin}/`)).map((url) => `names ${url}`))
    faults.push(...textsOf(part.text, 'lastmod').filter((moment) => Number.isNaN(Date.parse(moment))))
    return faults.map((fault) => `${part.address}: ${fault}`)
  })
}

/** What is wrong with the news sitemap: it holds what was first published within two days, with title, name, language and date. */
export function newsFaults(crawled: Crawled, now: number): string[] {
  const news = crawled.get('/sitemaps/news.xml')
  if (news?.status !== 200) return ['there is no news sitemap']
  const faults = xmlFaults(news.text)
  const count = textsOf(news.text, 'loc').length
  if (count > largestNews) faults.push(`names ${count} articles`)
  for (const element of ['news:name', 'news:language', 'news:publication_date', 'news:title'])
    if (textsOf(news.text, element).filter((text) => text !== '').length !== count) faults.push(`has not one ${element} for each`)
  const old = textsOf(news.text, 'news:publication_date').filter((moment) => now - Date.parse(moment) > newsWindow)
  return [...faults, ...old.map((moment) => `still names an article of ${moment}`)]
}
