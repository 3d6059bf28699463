import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { ask, type Crawled, crawl, everywhere } from './crawl'
import { expect } from './fixtures'
import { type Server, serversOn } from './servers'
import { lists } from './writing'

/** The public address of all servers of a newsroom, as behind a load balancer. */
const origin = 'https://meridian.example'

/** Until when a change must be seen, in milliseconds: the bench tells how long it really takes. */
const soon = { timeout: 15_000, intervals: [20] }

/** A database of a test file's own with the sample in it, for journeys that change what is published, and two servers on it. */
export type Newsroom = { servers: readonly [Server, Server] }

/** Copies the sample into a new database and lets the commands of `db/` work on it in this process. */
export async function openNewsroom(): Promise<{ databaseUrl: string; close: () => Promise<void> }> {
  const sample = process.env.SAMPLE_DATABASE_URL
  if (!sample) throw new Error('SAMPLE_DATABASE_URL is not set. The journeys run by "npm test -- build browser".')
  const name = `newsroom_${randomUUID().replaceAll('-', '')}`
  const admin = postgres(withDatabase(sample, 'postgres'), { max: 1, onnotice: () => {} })
  await admin`create database ${admin(name)} template ${admin(new URL(sample).pathname.slice(1))}`
  const databaseUrl = withDatabase(sample, name)
  // Read by `db` at its first use, which therefore lies after this.
  process.env.DATABASE_URL = databaseUrl
  const close = async () => {
    const { closeDatabase } = await import('../db/client')
    await closeDatabase()
    await admin`drop database if exists ${admin(name)} with (force)`
    await admin.end()
  }
  return { databaseUrl, close }
}

/** Runs two servers on a newsroom's database for as long as `use` takes. */
export async function bothServers(
  { databaseUrl, close }: Awaited<ReturnType<typeof openNewsroom>>,
  use: (newsroom: Newsroom) => Promise<void>,
) {
  const servers = serversOn({ databaseUrl, publicUrl: origin })
  try {
    await use({ servers: [await servers.start(), await servers.start()] })
  } finally {
    await servers.end()
    await close()
  }
}

/** Runs one server on a newsroom of its own for as long as `use` takes, which gets its address. */
export async function ownServer(use: (url: string) => Promise<void>) {
  const { databaseUrl, close } = await openNewsroom()
  const servers = serversOn({ databaseUrl })
  await use((await servers.start()).url)
  await servers.end()
  await close()
}

/** Waits until every server shows these words at an address. */
export async function untilShown({ servers }: Newsroom, address: string, words: string) {
  for (const { url } of servers)
    await expect
      .poll(async () => (await ask(url, address)).text.includes(words), { ...soon, message: `${words} at ${address}` })
      .toBe(true)
}

/** Pictures have no words, and a topic's or author's feed says the same in each format; another test asks for all of them. */
const unasked = /^\/media\/|\/(topics|authors)\/[^/]+\/feed\.(atom|json)$/

/** Every address of every server. */
export async function crawlAll({ servers }: Newsroom): Promise<Crawled[]> {
  const wishes = { origin, starts: [...everywhere, '/search?q=bodyword'], except: unasked }
  return Promise.all(servers.map(({ url }) => crawl({ server: url, ...wishes })))
}

/** No address of any server answers with such words; asks for all of them, unless they have just been asked for. */
export async function expectNowhere(newsroom: Newsroom, words: RegExp, asked?: Crawled[]) {
  for (const crawled of asked ?? (await crawlAll(newsroom))) {
    expect(crawled.size).toBeGreaterThan(600)
    const failed = [...crawled.values()].filter(({ status }) => status >= 500).map(({ address }) => address)
    expect(failed, 'addresses that could not be drawn').toEqual([])
    const found = [...crawled.values()].filter(({ text }) => words.test(unmarked(text))).map(({ address }) => address)
    expect(found, `addresses with ${words}`).toEqual([])
  }
}

/** The marked article stands on each page that has to show it: its own, front, lists, its neighbour, feeds, sitemaps, search. */
export async function expectEverywhere({ servers }: Newsroom, address: string, version: string) {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jerusalem' }).format(new Date())
  const [year = '', month = ''] = day.split('-')
  const feeds = ['', lists.section, lists.topic, lists.author].flatMap((list) => [
    `${list}/feed.xml`,
    `${list}/feed.atom`,
    `${list}/feed.json`,
  ])
  const expected: Record<string, string[]> = {
    [address]: ['Headword', 'Standword', 'Kickword', 'Bodyword', 'Seoword'],
    '/': ['Standword'],
    [lists.section]: ['Headword', 'Standword'],
    [lists.topic]: ['Headword'],
    [lists.author]: ['Headword'],
    [`/archive/${day.replaceAll('-', '/')}`]: ['Headword'],
    '/news/the-neighbour-of-an-article': ['Headword'],
    '/search?q=bodyword': ['Headword', 'Bodyword'],
    '/sitemaps/news.xml': ['Headword'],
    ...Object.fromEntries(feeds.map((feed) => [feed, ['Headword', 'Bodyword']])),
  }
  for (const { url } of servers) {
    for (const [where, words] of Object.entries(expected)) {
      const text = unmarked((await ask(url, where)).text)
      for (const word of words) expect(text, `${where} shows ${word}-${version}`).toContain(`${word}-${version}`)
    }
    expect((await ask(url, `/sitemaps/articles-${year}-${month}.xml`)).text).toContain(`<loc>${origin}${address}</loc>`)
  }
}

/** A search marks what was looked for, also in the middle of our words. */
function unmarked(html: string): string {
  return html.replace(/<\/?mark>/g, '')
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
