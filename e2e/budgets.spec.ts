import { readdirSync, readFileSync } from 'node:fs'
import lighthouse from 'lighthouse'
import { chromium, type Page, type Request } from 'playwright/test'
import { freePort } from '../lib/ports'
import { expect, test } from './fixtures'
import { canal } from './sample'

/** Bytes a reader may be sent for an article of 900 words (issue, "Budgets"); a KB is 1,024 of them. */
const budget = { html: 15 * 1024, styles: 12 * 1024, fonts: 90 * 1024, all: 120 * 1024 }

/** The articles the budgets are tried on: of 900 words or more, with a picture, one in each script. */
const articles = [canal.address, '/features/ibn-battuta-road', '/ar/shuruh/kayfa-tamal-qanat-al-suways']

for (const address of articles) {
  test(`An article is light: ${address}`, async ({ page, reader, baseURL }) => {
    const requests: Request[] = []
    page.on('requestfinished', (request) => requests.push(request))
    await reader.open(address)
    await page.waitForLoadState('networkidle')
    const sent = { html: 0, styles: 0, fonts: 0, script: 0, all: 0 }
    for (const request of requests) {
      const { responseBodySize: bytes } = await request.sizes()
      const type = request.resourceType()
      if (type === 'document') sent.html += bytes
      if (type === 'stylesheet') sent.styles += bytes
      if (type === 'font') sent.fonts += bytes
      if (type === 'script') sent.script += bytes
      if (type !== 'image') sent.all += bytes
    }
    const words = Number((await page.content()).match(/"wordCount":(\d+)/)?.[1])
    console.log(`${baseURL}${address}: ${words} words, ${JSON.stringify(sent)} bytes`)
    expect(words).toBeGreaterThan(600)
    expect(sent.script).toBe(0)
    for (const kind of ['html', 'styles', 'fonts', 'all'] as const) expect(sent[kind], kind).toBeLessThanOrEqual(budget[kind])
    expect(sent.fonts, 'its own type').toBeGreaterThan(0)
  })
}

for (const [name, viewport] of [
  ['a telephone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const) {
  test(`Nothing moves while a page comes in, on ${name}`, async ({ page, reader }) => {
    await page.setViewportSize(viewport)
    await page.addInitScript(() => {
      Object.assign(window, { shifts: [] })
      new PerformanceObserver((list) =>
        Reflect.get(window, 'shifts').push(...list.getEntries().map((entry) => Reflect.get(entry, 'value'))),
      ).observe({
        type: 'layout-shift',
        buffered: true,
      })
    })
    for (const address of ['/', '/ar', '/explainers', ...articles]) {
      await reader.open(address)
      await page.evaluate(() => document.fonts.ready)
      await readToTheEnd(page)
      expect.soft(await page.evaluate(() => Reflect.get(window, 'shifts')), address).toEqual([])
    }
  })
}

test('Lighthouse finds nothing to say of the front page and of an article', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: process.env.BROWSER_PATH,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox'],
  })
  for (const address of ['/', canal.address]) {
    const onlyCategories = ['accessibility', 'best-practices', 'seo']
    const result = await lighthouse(`${baseURL}${address}`, { port, onlyCategories, logLevel: 'error' })
    const faults = Object.values(result?.lhr.audits ?? {}).filter(({ score }) => score !== null && score < 1)
    const named = faults.map(({ id, title }) => `${id} (${title})`).join(', ')
    for (const category of onlyCategories)
      expect.soft(result?.lhr.categories[category]?.score, `${address}, ${category}: ${named}`).toBe(1)
  }
  await browser.close()
})

async function readToTheEnd(page: Page) {
  for (let isAtEnd = false; !isAtEnd; ) {
    await page.keyboard.press('PageDown')
    isAtEnd = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(innerHeight + scrollY >= document.documentElement.scrollHeight - 2)),
          ),
        ),
    )
  }
}

test('No script of the dashboard carries what stands in for Node', () => {
  const chunks = readdirSync('.next/static/chunks').filter((name) => name.endsWith('.js'))
  expect(chunks.length).toBeGreaterThan(0)
  const isHeavy = (name: string) =>
    /crypto-browserify|"return function\*\(\) \{\}"/.test(readFileSync(`.next/static/chunks/${name}`, 'utf8'))
  expect(chunks.filter(isHeavy)).toEqual([])
})
