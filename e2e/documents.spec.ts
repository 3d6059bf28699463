import { encodeCursor } from '../db/articles/cursor'
import { articleDataFaults, articlePages, licenceFaults, publicationFaults, thingsOn } from './checks/articles'
import { feedFaults, feedsOf } from './checks/feeds'
import { headerFaults } from './checks/headers'
import { foreignRequests, identityFaults, scriptFaults, sharedTitles, translationFaults } from './checks/pages'
import { listRoutes, unreachedRoutes } from './checks/routes'
import { listedAddresses, newsFaults, sitemapFaults } from './checks/sitemaps'
import { ask, type Crawled, crawl, everywhere, isPage, typeOf } from './crawl'
import { test as base, expect } from './fixtures'
import { urlsInStyle } from './links'
import { serversOn } from './servers'
import { untilPicturesAreMade } from './until'

/** The front page's articles as a list, from its second page on. */
const behindTheFront = `/before/${encodeCursor({ publishedAt: new Date(), articleId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' })}`

/** Addresses with nothing, at each depth, and questions: nothing leads there, and readers come there all the same. */
const byHand = [
  '/nowhere',
  '/news/nowhere',
  '/a/b/c/d',
  '/fr/nulle-part',
  '/ar/news/la-shay',
  '/topics/nobody',
  '/media/nothing.webp',
]
const questions = [
  '/search?q=canal',
  '/fr/search?q=canal',
  '/ar/search?q=%D9%82%D9%86%D8%A7%D8%A9',
  '/search?q=zzzzzz',
  '/search',
]

const test = base.extend<object, { everything: Crawled; origin: string }>({
  origin: [async ({ playwright: _ }, use) => use(process.env.BASE_URL ?? ''), { scope: 'worker' }],
  everything: [
    async ({ origin }, use) => {
      await untilPicturesAreMade()
      await use(await crawl({ server: origin, starts: [...everywhere, ...byHand, ...questions, behindTheFront] }))
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

test('Every address of the site answers, and none leads to nothing', ({ everything }) => {
  const expected = (address: string) => (byHand.includes(address) ? 404 : 200)
  const wrong = [...everything.values()].filter(({ address, status }) => status !== expected(address))
  expect(wrong.map(({ address, status, from }) => `${address} answers ${status}; ${from} leads there`)).toEqual([])
  console.log(`${everything.size} addresses, ${[...everything.values()].filter(isPage).length} of them pages`)
})

test('Every route of the site has been drawn with real parameters', ({ everything }) => {
  expect(listRoutes().length).toBeGreaterThan(20)
  expect(unreachedRoutes(everything)).toEqual([])
})

test('No page carries script, nor anything its policy would refuse', ({ everything }) => {
  expect(pagesOf(everything).flatMap(scriptFaults)).toEqual([])
})

test('No page and no style sheet asks another host for anything', ({ everything }) => {
  const styles = [...everything.values()].filter((answer) => typeOf(answer) === 'text/css')
  expect(styles.length).toBeGreaterThan(0)
  expect(styles.flatMap(({ text }) => urlsInStyle(text)).filter((url) => /^(https?:)?\/\//.test(url))).toEqual([])
  expect(pagesOf(everything).flatMap(foreignRequests)).toEqual([])
})

test('Every answer has the strict headers and no cookie: pages, absences, feeds, pictures, styles', ({ everything }) => {
  expect([...everything.values()].flatMap((answer) => headerFaults(answer))).toEqual([])
  const types = new Set([...everything.values()].map(typeOf))
  for (const type of ['text/html', 'text/css', 'font/woff2', 'image/jpeg', 'image/webp', 'application/rss+xml', 'text/plain'])
    expect(types).toContain(type)
})

test('On https every answer asks browsers to stay there', async ({ origin }) => {
  const servers = serversOn({ databaseUrl: process.env.DATABASE_URL ?? '', publicUrl: 'https://meridian.example' })
  const server = await servers.start()
  const addresses = ['/', '/nowhere', '/feed.xml', '/robots.txt', '/search?q=canal', '/reader/icon.svg']
  const answers = await Promise.all(addresses.map((address) => ask(server.url, address)))
  await servers.end()
  expect(answers.flatMap((answer) => headerFaults(answer, { isSecure: true }))).toEqual([])
  expect(answers[0]?.text).not.toContain(origin)
})

test('Every page says what it is: language, direction, title, address', ({ everything, origin }) => {
  expect(pagesOf(everything).flatMap((page) => identityFaults(page, origin))).toEqual([])
  expect(sharedTitles(everything)).toEqual([])
})

test('Language versions name each other', ({ everything, origin }) => {
  expect(translationFaults(everything, origin)).toEqual([])
  for (const address of ['/', '/explainers', '/explainers/how-suez-canal-works', '/about'])
    expect(everything.get(address)?.text, address).toContain('hrefLang="ar"')
})

test('Every article tells machines what it is, who wrote it, when, and whose its pictures are', ({ everything, origin }) => {
  const articles = articlePages(everything)
  expect(articles.length).toBeGreaterThanOrEqual(48)
  expect(articles.flatMap((page) => articleDataFaults(page, origin))).toEqual([])
  expect(articles.flatMap((page) => licenceFaults(page, /^Halyard Pictures/))).toEqual([])
  expect(articles.some(({ text }) => text.includes('"acquireLicensePage"') && text.includes('"creditText"'))).toBe(true)
})

test('Every page has sound structured data, and the homes say who publishes', ({ everything }) => {
  for (const page of pagesOf(everything)) expect(() => thingsOn(page), page.address).not.toThrow()
  expect(['/', '/fr', '/ar'].flatMap((address) => everything.get(address) ?? []).flatMap(publicationFaults)).toEqual([])
})

test('Feeds are valid, whole, and lead back', ({ everything, origin }) => {
  const feeds = feedsOf(everything)
  for (const list of ['', '/explainers', '/topics/egypt', '/authors/leila-haddad', '/corrections', '/fr', '/ar/shuruh'])
    for (const format of ['xml', 'atom', 'json']) expect(feeds.map(({ address }) => address)).toContain(`${list}/feed.${format}`)
  expect(feeds.flatMap((feed) => feedFaults(feed, everything, origin))).toEqual([])
})

test('Sitemaps name every article once, and nothing that is not there', ({ everything, origin }) => {
  expect(sitemapFaults(everything, origin)).toEqual([])
  expect(newsFaults(everything, Date.now())).toEqual([])
  const listed = listedAddresses(everything, origin)
  expect(listed.filter((address, at) => listed.indexOf(address) !== at)).toEqual([])
  const articles = articlePages(everything).map(({ address }) => address)
  expect(articles.filter((address) => !listed.includes(address))).toEqual([])
  expect(listed.filter((address) => everything.get(address)?.status !== 200)).toEqual([])
})

test('Robots are shown the sitemaps and kept from nothing that pages need', ({ everything, origin }) => {
  const robots = everything.get('/robots.txt')?.text ?? ''
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)
  expect(robots).toContain(`Sitemap: ${origin}/sitemaps/news.xml`)
  expect(robots.split('\n\n')[0]).not.toMatch(/Disallow: \/(media|_next|reader|$)/m)
})

function pagesOf(everything: Crawled) {
  return [...everything.values()].filter(isPage)
}
