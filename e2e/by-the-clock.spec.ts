import { eq } from 'drizzle-orm'
import { publishArticle } from '../db/articles/commands'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { openNewsroom } from './newsroom'
import { type Server, serversOn } from './servers'
import { findPlace, lists, markedContent, publish } from './writing'

/** Everywhere such articles appear by themselves, their own addresses aside. */
const pages = [lists.section, lists.topic, lists.author, '/', '/feed.xml', '/sitemaps/news.xml', '/search?q=headword']

/** Milliseconds ahead: enough to have every page drawn and kept before. */
const ahead = 15_000

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
    { scope: 'worker', timeout: 300_000 },
  ],
})

test('A scheduled article appears at its moment and an embargo ends at its own, everywhere and not before', async ({
  server,
}) => {
  // Asked once before, so that pages are kept which know nothing of either.
  await expectHidden(server, ['scheduled', 'embargoed'])
  const place = await findPlace()
  const at = new Date(Date.now() + ahead)
  await publish({ ...markedContent(place, 'scheduled'), slug: 'scheduled' }, at)
  const embargoed = await publish({ ...markedContent(place, 'embargoed'), slug: 'embargoed' }, new Date(Date.now() + 3_600_000))
  await db.update(articles).set({ embargoUntil: at }).where(eq(articles.id, embargoed))
  await publishArticle(embargoed, { now: new Date() })

  await expectHidden(server, ['scheduled', 'embargoed'])
  expect(Date.now(), 'every page was drawn before the moment').toBeLessThan(at.getTime())
  for (const version of ['scheduled', 'embargoed'])
    await Promise.all([`/news/${version}`, ...pages].map((address) => expectAppears(server, address, version, at)))
})

/** An address shows the article soon after its moment, having hidden it until then. */
async function expectAppears(server: Server, address: string, version: string, at: Date) {
  const look = async () => {
    const isShown = (await ask(server.url, address)).text.includes(`word-${version}`)
    if (isShown) expect(Date.now(), `${address} waits for the moment`).toBeGreaterThanOrEqual(at.getTime())
    return isShown
  }
  await expect.poll(look, { timeout: ahead + 20_000, intervals: [100], message: address }).toBe(true)
}

async function expectHidden(server: Server, versions: string[]) {
  const addresses = [...versions.map((version) => `/news/${version}`), ...pages]
  const answers = await Promise.all(addresses.map((address) => ask(server.url, address)))
  for (const { address, text } of answers) for (const version of versions) expect(text, address).not.toContain(`word-${version}`)
}
