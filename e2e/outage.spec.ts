import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishArticle, reviseArticle } from '../db/articles/commands'
import { closeDatabase } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { makeSection, someContent } from '../db/testing-content'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/embedded-postgres/server'
import { headerFaults } from './checks/headers'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { type Server, serversOn } from './servers'
import { publish } from './writing'

type Installation = {
  server: Server
  stopPostgres: () => Promise<void>
  startPostgres: () => Promise<void>
  articleId: string
  sectionId: string
}

const test = base.extend<object, { installation: Installation }>({
  installation: [
    async ({ playwright: _ }, use) => {
      // A Postgres of this file's own: it is going to be stopped.
      const folder = mkdtempSync(join(tmpdir(), 'broadsheet-outage-'))
      let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ folder, isDurable: false })
      process.env.DATABASE_URL = postgres.url
      await migrateDatabase(postgres.url)
      const sectionId = await makeSection('en', 'news')
      const articleId = await publish(someContent(sectionId, 'Read before the outage'))
      await publish(someContent(sectionId, 'Never read before'))
      const servers = serversOn({ databaseUrl: postgres.url })
      await use({
        server: await servers.start(),
        articleId,
        sectionId,
        stopPostgres: () => postgres.stop(),
        startPostgres: async () => {
          postgres = await startEmbeddedPostgres({ folder, isDurable: false })
        },
      })
      await servers.end()
      await closeDatabase()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.server.url),
})

/** What the front says by itself, in each edition. */
const sorry = [
  ['/archive', 'We will be back in a moment'],
  ['/fr/archive', 'De retour dans un instant'],
  ['/ar/archive', 'نعود بعد لحظات'],
] as const

/** Addresses nobody has asked for, which no start draws ahead. */
const unread = ['/archive', '/corrections', '/search?q=outage', '/topics/nothing']

test('Without Postgres readers keep what is in memory, and are told so elsewhere; all comes back by itself', async ({
  installation,
  page,
  reader,
}) => {
  const { server, articleId, sectionId } = installation
  const kept = ['/', '/news', '/news/read-before-the-outage']
  for (const address of kept) expect((await ask(server.url, address)).status).toBe(200)

  await installation.stopPostgres()
  await expect.poll(async () => (await ask(server.url, '/readyz')).status, { timeout: 30_000 }).toBe(503)
  expect((await ask(server.url, '/healthz')).status).toBe(200)
  for (const address of kept) expect((await ask(server.url, address)).status, address).toBe(200)
  for (const address of unread) {
    const answer = await ask(server.url, address)
    expect(answer.status, address).toBe(503)
    expect(Number(answer.headers.get('retry-after')), address).toBeGreaterThan(0)
    expect(headerFaults(answer)).toEqual([])
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [address, heading] of sorry) {
      await reader.open(address)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      expect(await reader.findObstacles(), `${address}, ${colorScheme}`).toEqual([])
    }
  }

  await installation.startPostgres()
  await expect.poll(async () => (await ask(server.url, '/readyz')).status, { timeout: 30_000 }).toBe(200)
  for (const address of ['/archive', '/corrections', '/search?q=outage'])
    expect((await ask(server.url, address)).status, address).toBe(200)

  await reviseArticle(
    null,
    articleId,
    someContent(sectionId, 'Read before the outage', { standfirst: 'Changed after it.' }),
    'News',
  )
  await publishArticle(articleId, { now: new Date() })
  for (const address of kept)
    await expect
      .poll(async () => (await ask(server.url, address)).text.includes('Changed after it.'), { message: address })
      .toBe(true)
})
