import { eq } from 'drizzle-orm'
import { publishArticle } from '../db/articles/commands'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { openNewsroom } from './newsroom'
import { type Server, serversOn } from './servers'
import { findPlace, lists, markedContent, publish } from './writing'

/** Everywhere the article appears by itself, and is looked for before. */
const where = [
  '/news/quillfeather',
  '/',
  lists.section,
  lists.topic,
  lists.author,
  '/feed.xml',
  '/sitemaps/news.xml',
  '/search?q=headword',
]

/** Milliseconds ahead: enough to have every page drawn and kept before. */
const ahead = 10_000

const test = base.extend<object, { server: Server }>({
  server: [
    async ({ playwright: _ }, use) => {
      // One server and nothing else: no worker runs.
      const { databaseUrl, close } = await openNewsroom()
      const servers = serversOn({ databaseUrl })
      await use(await servers.start())
      await servers.end()
      await close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

test.describe.configure({ mode: 'serial' })

test('A scheduled article appears everywhere at its moment, and not before', async ({ server }) => {
  await expectHidden(server, 'scheduled')
  const at = new Date(Date.now() + ahead)
  await publish(markedContent(await findPlace(), 'scheduled'), at)
  await expectAppears(server, 'scheduled', at)
})

test('An embargo ends at its moment, and not before', async ({ server }) => {
  const place = await findPlace()
  const articleId = await publish({ ...markedContent(place, 'embargoed'), slug: 'embargoed' }, new Date(Date.now() + 3_600_000))
  const until = new Date(Date.now() + ahead)
  await db.update(articles).set({ embargoUntil: until }).where(eq(articles.id, articleId))
  await publishArticle(articleId, { now: new Date() })
  await expectAppears(server, 'embargoed', until, ['/news/embargoed', ...where.slice(1)])
})

/** Each page is kept without the article before its moment, and shows it soon after. */
async function expectAppears(server: Server, version: string, at: Date, addresses = where) {
  await expectHidden(server, version, addresses)
  expect(Date.now(), 'the pages were drawn in time').toBeLessThan(at.getTime())
  for (const address of addresses) {
    const look = async () => {
      // A server with a slow clock of its own is not what is tested: it is the same machine.
      const isShown = (await ask(server.url, address)).text.includes(`word-${version}`)
      if (isShown) expect(Date.now(), `${address} waits for the moment`).toBeGreaterThanOrEqual(at.getTime())
      return isShown
    }
    await expect.poll(look, { timeout: ahead + 20_000, intervals: [50], message: address }).toBe(true)
  }
}

async function expectHidden(server: Server, version: string, addresses = where) {
  for (const address of addresses) expect((await ask(server.url, address)).text, address).not.toContain(`word-${version}`)
}
