import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright/test'
import { db } from '../db/client'
import { newsletters } from '../db/newsletters/schema'
import { endAndRecord } from '../db/subscribers/suppress'
import { makeDelivery, makeSending, makeSubscriber } from '../db/testing-audience'
import type { Language } from '../lib/languages'
import { test as base, expect, findObstacles } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember, openAs } from './staff'

const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

const evidence = 'They signed up on paper at the book fair in May.'

async function openAudience(browser: Browser, url: string, language: Language = 'en', width = 1280) {
  const publisher = await makeMember('publisher', { language })
  const { page, complaints } = await openAs(browser, publisher, { baseURL: url, viewport: { width, height: 900 } })
  await page.goto('/dashboard/audience')
  return { page, complaints }
}

async function someNewsletter(): Promise<string> {
  const [row] = await db.select({ id: newsletters.id }).from(newsletters).limit(1)
  if (!row) throw new Error('The sample has no newsletter.')
  return row.id
}

/** What stands out of the page's width, but for what scrolls by itself. */
async function listWider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const all = [...document.querySelectorAll('main *')].filter((one) => !one.closest('.table-wrap > *'))
    const wide = all.filter((one) => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > clientWidth)
    return [`${scrollWidth} of ${clientWidth}`, ...wide.map(({ tagName, className }) => `${tagName} ${className}`)]
  })
}

/** Sends the form of a file until the page says these words: it may be seen before its script listens. */
async function bring(page: Page, buffer: Buffer, words: string) {
  const told = page.getByText(words).filter({ visible: true })
  await expect(async () => {
    const field = page.getByRole('textbox', { name: 'Where and how they agreed' })
    if (await field.isVisible()) {
      await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
      await field.fill(evidence)
      await page.getByLabel('They have confirmed elsewhere').check()
      await page.getByRole('button', { name: 'See what would happen' }).click()
    }
    await expect(told).toBeVisible({ timeout: 8000 })
  }).toPass()
}

test('A file is looked through first, approved by somebody else, and brings back nobody who left', async ({ browser, url }) => {
  const newsletterId = await someNewsletter()
  const leaver = await makeSubscriber('leaver@reader.example', [newsletterId], new Date())
  await db.transaction((tx) =>
    endAndRecord(tx, { subscriberId: leaver.id, addressHash: leaver.addressHash, end: 'link' }, new Date()),
  )
  const { page, complaints } = await openAudience(browser, url)
  await page.getByRole('link', { name: 'Imports' }).click()
  await page.getByRole('link', { name: 'Bring a file' }).click()
  const broken = Buffer.concat([
    Buffer.from('email,name\nzoé@reader.example,Zoé\n'),
    Buffer.from('rémi@reader.example,x\n', 'latin1'),
  ])
  await bring(page, broken, 'Line 3 is in a broken encoding.')
  await expect(page.getByRole('textbox', { name: 'Where and how they agreed' })).toHaveValue(evidence)
  await bring(
    page,
    Buffer.from('email;confirmed_at\nnewcomer@reader.example;2025-05-31\nleaver@reader.example;\nnobody;\n'),
    'Nothing has happened yet.',
  )
  await expect(page.getByText('Left before: stay out')).toBeVisible()
  await expect(page.getByRole('row', { name: '4 That is not an address mail can be sent to.' })).toBeVisible()
  await expect(page.getByText('somebody else has to approve it')).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  const address = page.url()

  const other = await openAudience(browser, url)
  await other.page.goto(address)
  await other.page.getByRole('button', { name: 'Add 1 subscriber' }).click()
  await expect(other.page.getByRole('status').filter({ hasText: '1 subscriber has been added.' })).toBeVisible()
  await other.page.goto('/dashboard/audience?q=leaver')
  await other.page.getByRole('link', { name: 'leaver@reader.example' }).click()
  await expect(other.page.getByRole('cell', { name: 'left by the link in a mail' })).toBeVisible()
  expect([...complaints, ...other.complaints]).toEqual([])
})

test('A person is found, their record tells what happened, and nothing is sent to them any more', async ({ browser, url }) => {
  const newsletterId = await someNewsletter()
  const { page, complaints } = await openAudience(browser, url)
  await expect(async () => {
    await page.getByRole('searchbox').fill('newcomer@')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('link', { name: 'newcomer@reader.example' })).toBeVisible({ timeout: 3000 })
    await expect(page.getByRole('link', { name: 'leaver@reader.example' })).toBeHidden()
  }).toPass()
  expect(await findObstacles(page)).toEqual([])
  await page.getByRole('link', { name: 'newcomer@reader.example' }).click()
  await page.getByText('The text as it was shown').click()
  await expect(page.getByText(evidence)).toBeVisible()
  await page.getByRole('button', { name: /^End: / }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The subscription has ended.' })).toBeVisible()
  await page.getByRole('button', { name: 'Never write again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'not written to any more' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Why this address is not written to' })).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  await page.getByRole('button', { name: 'Release' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'may be written to again' })).toBeVisible()

  const bounced = await makeSubscriber('bounced@reader.example', [newsletterId], new Date())
  const edition = await makeSending(newsletterId, 9001, new Date())
  await makeDelivery(edition, bounced, { at: new Date(), bounce: 'hard', bouncedAt: new Date(), enhancedCode: '5.1.1' })
  await page.goto(`/dashboard/audience/${bounced.id}`)
  await expect(page.getByRole('cell', { name: /came back for good/ })).toBeVisible()
  await page.goto(`/dashboard/newsletters/editions/${edition}/report`)
  await expect(page.getByRole('row', { name: 'Came back for good 1 100%' })).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('The list of those never written to grows by an address or a file, and the audience leaves as one', async ({
  browser,
  url,
}) => {
  const { page, complaints } = await openAudience(browser, url)
  const exported = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = await (await exported).path()
  expect(readFileSync(file, 'utf8')).toContain('bounced@reader.example')
  await page.getByRole('link', { name: 'Suppression list' }).click()
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill('stranger@reader.example')
    await page.getByRole('button', { name: 'Never write to it' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'not written to' })).toBeVisible({ timeout: 3000 })
  }).toPass()
  const buffer = Buffer.from('email\nbounced@reader.example\nstranger@reader.example\n')
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'never.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Take the list' }).click()
  await expect(page.getByText('Taken: 1 new, 1 there before, 0 without a usable address.')).toBeVisible()
  await expect(page.getByRole('row', { name: 'ended by the staff 2' })).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('The audience is read in Arabic on a telephone as well', async ({ browser, url }) => {
  const { page, complaints } = await openAudience(browser, url, 'ar', 360)
  await expect(page.getByRole('heading', { name: 'الجمهور' })).toBeVisible()
  await page.getByText('الأرقام', { exact: true }).click()
  expect(await listWider(page)).toEqual([])
  expect(await findObstacles(page)).toEqual([])
  expect(complaints).toEqual([])
})
