import type { Browser, Page } from 'playwright/test'
import { db } from '../db/client'
import { findFrontState } from '../db/fronts/arrangements'
import { arrangeFront } from '../db/fronts/commands'
import { someContent } from '../db/testing-content'
import { localTimeOf } from '../lib/days'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember, openAs } from './staff'
import { findPlace, publish } from './writing'

// A newsroom of its own: what stands on the front is seen by every other journey.
const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

// Each test goes on where the one before ended.
test.describe.configure({ mode: 'serial', timeout: 300_000 })

/** The time zone of the sample. */
const timeZone = 'Asia/Jerusalem'

/** Milliseconds ahead at which a banner ends. */
const ahead = 12_000

async function openFront(browser: Browser, url: string, path = '/en') {
  const publisher = await makeMember('publisher')
  const { page, complaints } = await openAs(browser, publisher, { baseURL: url, viewport: { width: 1280, height: 900 } })
  await page.goto(`/dashboard/fronts${path}`)
  return { page, complaints, name: publisher.name }
}

const zone = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
const row = (page: Page, headline: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Move “${headline}”` }) })

/** What stands in a zone, in order. */
const standing = (page: Page, name: string) => zone(page, name).getByRole('strong')

async function untilSaved(page: Page) {
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

test('A publisher places by keyboard, by button and by dragging, in words of the place; readers see it once it is published', async ({
  browser,
  url,
}) => {
  const { sectionId } = await findPlace()
  for (const name of ['Almond', 'Birch', 'Chestnut']) await publish(someContent(sectionId, `${name} in the news`))
  const { page, complaints } = await openFront(browser, url, '')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByText('No changes: this is live')).toBeVisible()

  const handle = page.getByRole('button', { name: 'Move “Almond in the news”' })
  await expect(async () => {
    // On a busy machine the page may be seen before its script listens.
    if (await handle.isHidden()) await page.getByRole('button', { name: 'Place in Secondary: Almond in the news' }).click()
    await expect(handle).toBeVisible({ timeout: 2000 })
  }).toPass()
  await handle.press('Space')
  await expect(page.getByText('Lifted: “Almond in the news”, place 1 of 4 in Secondary.')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Move “Almond in the news”' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText('Dropped: “Almond in the news”, place 1 of 2 in Lead.')).toBeAttached()
  // The old lead has no room any more.
  await expect(zone(page, 'Lead').getByText('Lead has no place for it')).toBeVisible()
  await zone(page, 'Lead')
    .getByRole('button', { name: /^Remove: The cedars/ })
    .click()

  await drag(page, page.getByRole('listitem').filter({ hasText: 'Birch in the news' }), zone(page, 'Feature'))
  await expect(standing(page, 'Feature').first()).toHaveText('Birch in the news')

  await row(page, 'Almond in the news').getByText('Words and times').click()
  await page.getByLabel('Headline here').first().fill('Almond, as only the front says')
  await page.getByLabel('Kicker here').first().fill('Orchards')
  await untilSaved(page)
  await zone(page, 'Feature')
    .getByRole('button', { name: /^Remove: The railway/ })
    .click()
  await untilSaved(page)
  expect((await ask(url, '/')).text).not.toContain('Almond, as only')

  await page.getByRole('link', { name: 'Preview' }).click()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('link', { name: 'Almond, as only the front says' })).toBeVisible()
  await expect(frame.getByText('Orchards')).toBeVisible()
  await page.getByText('Phone').click()
  await page.getByText('Dark').click()
  await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(23, 22, 20)')
  await page.getByText('Light').click()
  await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(253, 252, 249)')

  await page.getByRole('link', { name: 'Arrange' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published. Readers see it.')).toBeVisible()
  await expect
    .poll(async () => (await ask(url, '/')).text, { timeout: 15_000, intervals: [50] })
    .toContain('Almond, as only the front says')
  const { text } = await ask(url, '/')
  expect(text.indexOf('Birch in the news')).toBeGreaterThan(text.indexOf('Almond, as only the front says'))
  expect(complaints).toEqual([])
})

test('What was done is undone by key and by button, and an old front is fetched back from the history', async ({
  browser,
  url,
}) => {
  const { page, complaints } = await openFront(browser, url)
  const lead = standing(page, 'Lead')
  await zone(page, 'Lead').getByRole('button', { name: 'Remove: Almond' }).click()
  await expect(lead).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(lead).toHaveText(['Almond, as only the front says'])
  await page.keyboard.press('Control+Shift+Z')
  await expect(lead).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No changes: this is live')).toBeVisible()

  await page.getByRole('link', { name: 'History' }).click()
  const first = page.getByRole('row').filter({ hasText: 'from an import' })
  await first.getByRole('link', { name: /^View no/ }).click()
  const viewed = page.frameLocator('iframe').getByRole('link', { name: /^The cedars/ })
  await expect(viewed.first()).toBeVisible()
  // The page may be ready before, while or after the one in the frame is read.
  for (let time = 0; time < 4; time++) {
    await page.reload()
    await expect(viewed.first()).toBeVisible()
  }
  await page.goBack()
  await first.getByRole('button', { name: /the draft$/ }).click()
  await expect(page.getByText('It is the draft now.')).toBeVisible()
  await page.getByRole('link', { name: 'Arrange' }).click()
  await expect(standing(page, 'Lead')).toHaveText([/^The cedars/])
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(standing(page, 'Lead')).toHaveText(['Almond, as only the front says'])
  await expect(page.getByText('No changes: this is live')).toBeVisible()
  await expect
    .poll(async () => (await findFrontState('en')).hasDraft, { timeout: 15_000, message: 'the draft is discarded' })
    .toBe(false)
  expect(complaints).toEqual([])
})

test('Two who arrange at once lose nothing: what clashes is shown side by side, and either can be taken', async ({
  browser,
  url,
}) => {
  const one = await openFront(browser, url)
  const other = await openFront(browser, url)
  for (const { page } of [one, other]) await row(page, 'Almond, as only the front says').getByText('Words and times').click()

  await one.page.getByLabel('Headline here').first().fill('What the first wrote')
  await untilSaved(one.page)
  await other.page.getByRole('button', { name: 'Place in Secondary: Chestnut in the news' }).click()
  await other.page.getByLabel('Headline here').first().fill('What the second wrote')
  const alert = other.page.getByRole('alert').filter({ hasText: one.name })
  await expect(alert.getByText('Theirs: What the first wrote')).toBeVisible()
  await expect(standing(other.page, 'Lead')).toHaveText(['What the first wrote'])
  await expect(standing(other.page, 'Secondary').first()).toHaveText('Chestnut in the news')
  await alert.getByRole('button', { name: 'Use yours' }).click()
  await untilSaved(other.page)

  await one.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(standing(one.page, 'Lead')).toHaveText(['What the second wrote'])
  await expect(standing(one.page, 'Secondary').first()).toHaveText('Chestnut in the news')
  await one.page.getByRole('link', { name: 'History' }).click()
  await expect(one.page.getByRole('row').filter({ hasText: 'Set aside' }).filter({ hasText: other.name })).toHaveCount(1)
  expect([...one.complaints, ...other.complaints]).toEqual([])
})

test('What a dead server could not take is kept in the browser, and offered when the page is opened again', async ({
  browser,
  url,
}) => {
  const { page } = await openFront(browser, url)
  await page.route('**/dashboard/fronts/en', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await zone(page, 'Feature').getByRole('button', { name: 'Remove: Birch in the news' }).click()
  await expect(page.getByText('Not saved: the server does not answer.')).toBeVisible()
  page.on('dialog', (dialog) => dialog.accept())
  await page.unroute('**/dashboard/fronts/en')
  await page.reload()
  await expect(standing(page, 'Feature').first()).toHaveText('Birch in the news')
  await page.getByRole('button', { name: 'Bring them back' }).click()
  await expect(row(page, 'Birch in the news')).toHaveCount(0)
  await untilSaved(page)
})

test('Breaking news stands over every page of its edition, and ends by the clock', async ({ browser, url }) => {
  const { page, complaints } = await openFront(browser, url)
  await page.getByRole('button', { name: 'Add breaking news' }).click()
  await page.getByLabel('What has happened').fill('Something has happened')
  await expect(page.getByText('Breaking news needs an end.')).toBeVisible()
  const tomorrow = localTimeOf(new Date(Date.now() + 86_400_000), timeZone)
  await page.getByRole('region', { name: 'Breaking news' }).getByLabel('Until').fill(tomorrow)
  await page.getByRole('button', { name: 'Link the breaking news here: Chestnut in the news' }).click()
  await expect(page.getByText('It leads to “Chestnut in the news”.')).toBeVisible()
  await untilSaved(page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published. Readers see it.')).toBeVisible()
  for (const address of ['/', '/news', '/about', '/news/birch-in-the-news', '/search'])
    await expect.poll(async () => (await ask(url, address)).text, { timeout: 15_000 }).toContain('Something has happened')
  expect((await ask(url, '/fr')).text).not.toContain('Something has happened')

  const reader = await browser.newPage({ baseURL: url })
  await reader.goto('/')
  await reader.getByRole('complementary', { name: 'Breaking news' }).getByRole('link').click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Chestnut in the news' })).toBeVisible()
  expect(complaints).toEqual([])

  const endsAt = new Date(Date.now() + ahead)
  const banner = { text: 'It ends soon', link: null, startsAt: null, endsAt: endsAt.toISOString() }
  await db.transaction((tx) => arrangeFront(tx, 'en', [], banner))
  await expect.poll(async () => (await ask(url, '/news')).text, { timeout: ahead }).toContain('It ends soon')
  await expect
    .poll(async () => (await ask(url, '/news')).text.includes('It ends soon'), { timeout: ahead + 15_000, intervals: [200] })
    .toBe(false)
  expect(Date.now()).toBeGreaterThanOrEqual(endsAt.getTime())
})

/** Drags with the mouse, as a hand does it: pressed, moved in steps, released. */
async function drag(page: Page, what: ReturnType<Page['getByRole']>, to: ReturnType<Page['getByRole']>) {
  await to.scrollIntoViewIfNeeded()
  await what.scrollIntoViewIfNeeded()
  const from = await what.boundingBox()
  const target = await to.boundingBox()
  if (!from || !target) throw new Error('There is nothing to drag, or nowhere to.')
  await page.mouse.move(from.x + from.width / 2, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(target.x + 40, target.y + 30, { steps: 8 })
  await page.mouse.up()
}
