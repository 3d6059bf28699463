import { eq } from 'drizzle-orm'
import { publishArticle } from '../db/articles/commands'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { events } from '../db/events/schema'
import { findReceipts } from '../db/receipts/queries'
import { receiptPlaces } from '../db/receipts/rules'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { openNewsroom } from './newsroom'
import { type Server, serversOn } from './servers'
import { findPlace, lists, markedContent, publish } from './writing'

/** Everywhere such articles appear by themselves, their own addresses aside. */
const pages = [lists.section, lists.topic, lists.author, '/', '/feed.xml', '/sitemaps/news.xml', '/search?q=headword']

/** Milliseconds ahead: enough to have every page drawn and kept before. */
const ahead = 25_000

const test = base.extend<object, { server: Server }>({
  server: [
    async ({ playwright: _ }, use) => {
      // Two servers and nothing else: no worker runs.
      const { databaseUrl, close } = await openNewsroom()
      const servers = serversOn({ databaseUrl, publicUrl: 'https://meridian.example' })
      const server = await servers.start()
      await servers.start()
      await use(server)
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
  const scheduled = await publish({ ...markedContent(place, 'scheduled'), slug: 'scheduled' }, at)
  const embargoed = await publish({ ...markedContent(place, 'embargoed'), slug: 'embargoed' }, new Date(Date.now() + 3_600_000))
  await db.update(articles).set({ embargoUntil: at }).where(eq(articles.id, embargoed))
  await publishArticle(embargoed, { now: new Date() })

  await expectHidden(server, ['scheduled', 'embargoed'])
  expect(Date.now(), 'every page was drawn before the moment').toBeLessThan(at.getTime())
  for (const version of ['scheduled', 'embargoed'])
    await Promise.all([`/news/${version}`, ...pages].map((address) => expectAppears(server, address, version, at)))

  // Both servers have settled it at once: it became live once, and each tells since when its readers see it where.
  for (const articleId of [scheduled, embargoed]) await expectReceipts(articleId, at)
  const [row] = await db.select({ status: articles.status }).from(articles).where(eq(articles.id, scheduled))
  expect(row?.status).toBe('live')
  const happened = await db.select({ action: events.action }).from(events).where(eq(events.subjectId, scheduled))
  expect(happened).toEqual([{ action: 'article.appeared' }])
})

/** Each of the two servers has seen the article in every place, and not before its moment. */
async function expectReceipts(articleId: string, at: Date) {
  await expect
    .poll(async () => (await findReceipts(articleId))?.receipts.length, { timeout: 20_000 })
    .toBe(2 * receiptPlaces.length)
  const report = await findReceipts(articleId)
  expect(report?.instanceIds).toHaveLength(2)
  expect(report?.visibleAt).toBe(at.toISOString())
  for (const { place, state, ms } of report?.receipts ?? []) {
    expect(state, place).toBe('shown')
    expect(ms, place).toBeGreaterThanOrEqual(0)
  }
}

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
