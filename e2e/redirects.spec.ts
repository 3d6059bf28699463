import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright/test'
import { db } from '../db/client'
import { redirects } from '../db/redirects/schema'
import type { Language } from '../lib/languages'
import { test as base, expect, findObstacles } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember, openAs } from './staff'
import { leadsTo, untilLeading } from './until'

const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

async function openRedirects(browser: Browser, url: string, wishes: BrowserContextOptions & { language?: Language } = {}) {
  const { language = 'en', ...options } = wishes
  const publisher = await makeMember('publisher', { language })
  const { page, complaints } = await openAs(browser, publisher, {
    ...{ baseURL: url, viewport: { width: 1280, height: 900 } },
    ...options,
  })
  await page.goto('/dashboard/redirects')
  return { page, complaints }
}

/** Sends the form of one redirect until the page says so: it may be seen before its script listens. */
async function send(page: Page, from: string, to: string, words: string | RegExp, button = 'Add') {
  await expect(async () => {
    const note = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: words })
    await page.getByLabel('Address', { exact: true }).fill(from)
    await page.getByLabel('Leads to').fill(to)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(note.first()).toBeVisible({ timeout: 3000 })
  }).toPass()
}

test('A publisher makes redirects that readers follow at once, and is told what cannot be one', async ({ browser, url }) => {
  for (const path of ['/old-about', '/2009/05/page.php', '/sister']) expect(await leadsTo(url, path)).toBe('404')
  const { page, complaints } = await openRedirects(browser, url)
  await send(page, '/old-about', '/about', 'Saved: /old-about.')
  await untilLeading(url, '/old-about', '/about')
  await send(page, '/2009/05/page.php?id=7', '/old-about', 'It leads straight to where the next redirect led.')
  await untilLeading(url, '/2009/05/page.php', '/about')
  await send(page, '/sister', 'https://sister.example/paper', 'Saved: /sister.')
  await untilLeading(url, '/sister', 'https://sister.example/paper')

  for (const [from, to, words] of [
    ['/about', '/', 'Something stands at this address'],
    ['/search', '/', 'The program itself answers'],
    ['/x', 'http://other.example/', 'It can lead to a path of ours'],
    ['/x', '/nothing', 'Nothing stands where it would lead'],
    ['/x', '/x', 'It would lead back to itself'],
    ['/sister', '/', 'This address leads somewhere already'],
  ] as const) {
    await send(page, from, to, words)
    await expect(page.getByLabel('Address', { exact: true })).toHaveValue(from)
  }

  await page.getByRole('button', { name: 'Remove /sister' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Removed: /sister.' })).toBeVisible()
  await untilLeading(url, '/sister', '404')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await untilLeading(url, '/sister', 'https://sister.example/paper')

  await page.getByRole('link', { name: '/sister' }).click()
  await expect(page.getByRole('heading', { name: 'Change a redirect' })).toBeVisible()
  await send(page, '/brother', '/contact', 'Saved: /brother.', 'Save')
  await untilLeading(url, '/brother', '/contact')
  await untilLeading(url, '/sister', '404')
  expect(complaints).toEqual([])
})

test('Many come from a file: first the verdict on every line, then all in one', async ({ browser, url }) => {
  const { page, complaints } = await openRedirects(browser, url)
  await page.getByRole('link', { name: 'Import from CSV' }).click()
  await expect(page.getByRole('heading', { name: 'Import from CSV' })).toBeVisible()
  const archive = Array.from({ length: 3000 }, (_, number) => `/archive-of-old/${number}.html;/about`)
  const file = [
    '\ufefffrom;to',
    ...archive,
    '/قديم;/ar',
    '/brother;/about',
    '/old-about;/about',
    '/about;/contact',
    '/one;/two;/three',
    '/ring;/ring-too',
    '/ring-too;/ring',
    '=cmd;/about',
  ].join('\r\n')
  const choose = async (bytes: Buffer) => {
    await page.getByLabel('File').setInputFiles({ name: 'redirects.csv', mimeType: 'text/csv', buffer: bytes })
    await page.getByRole('button', { name: 'Look what would happen' }).click()
  }
  await expect(async () => {
    await choose(Buffer.from('/caf\xe9,/about', 'latin1'))
    await expect(page.getByRole('alert').filter({ hasText: 'This is not UTF-8 text.' })).toBeVisible({ timeout: 5000 })
  }).toPass()
  await choose(Buffer.from(file))
  const verdicts = page.getByRole('region', { name: 'Look what would happen' })
  await expect(verdicts.getByText('5 lines are left out.')).toBeVisible()
  for (const [address, verdict] of [
    ['/about', 'something stands there'],
    ['/ring', 'leads back to itself'],
    ['=cmd', 'not an address of ours'],
    ['/brother', 'replaces where it leads now'],
  ] as const)
    await expect(
      verdicts
        .getByRole('row')
        .filter({ has: page.getByText(address, { exact: true }) })
        .filter({ hasText: verdict })
        .first(),
    ).toBeVisible()
  await expect(verdicts.getByRole('row').filter({ hasText: 'has not exactly two cells' })).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  expect(await leadsTo(url, '/archive-of-old/7.html')).toBe('404')

  const [report] = await Promise.all([
    page.waitForEvent('download'),
    verdicts.getByRole('button', { name: 'Every line with its verdict, as CSV' }).click(),
  ])
  const told = readFileSync(await report.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(told).toHaveLength(3009)
  expect(told).toContain("3009,'=cmd,/about,not an address of ours")

  await verdicts.getByRole('button', { name: 'Make 3,002 changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Done: 3,002 redirects were written.' })).toBeVisible()
  await untilLeading(url, '/archive-of-old/7.html', '/about')
  await untilLeading(url, '/قديم', '/ar')
  await untilLeading(url, '/brother', '/about')

  await page.getByRole('link', { name: 'All redirects' }).click()
  await page.getByRole('searchbox').fill('2999')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('rowheader')).toHaveText(['/archive-of-old/2999.html'])
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible()
  const [exported] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as CSV' }).click()])
  const lines = readFileSync(await exported.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toContain('/2009/05/page.php,/about')
  expect(lines).toHaveLength((await db.$count(redirects)) + 1)
  expect(complaints).toEqual([])
})
