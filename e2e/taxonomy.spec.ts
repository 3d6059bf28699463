import { eq } from 'drizzle-orm'
import type { Browser, BrowserContextOptions, Page } from 'playwright/test'
import { db } from '../db/client'
import { sections } from '../db/sections/schema'
import { someContent } from '../db/testing-content'
import { topics } from '../db/topics/schema'
import type { Language } from '../lib/languages'
import { ask } from './crawl'
import { test as base, expect } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember, openAs } from './staff'
import { untilLeading, untilShown } from './until'
import { findPlace, publish } from './writing'

// A newsroom of its own: what its sections are called stands on every page.
const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

type Wishes = BrowserContextOptions & { language?: Language; role?: 'publisher' | 'editor'; sectionIds?: string[] }

async function openPlace(browser: Browser, url: string, path: string, wishes: Wishes = {}) {
  const { language = 'en', role = 'publisher', sectionIds = [], ...options } = wishes
  const member = await makeMember(role, { language, sectionIds })
  const { page, complaints } = await openAs(browser, member, {
    ...{ baseURL: url, viewport: { width: 1280, height: 900 } },
    ...options,
  })
  await page.goto(path)
  return { page, complaints }
}

/** Fills in and sends a form until the page says so: on a busy machine it may be seen before its script listens. */
async function send(page: Page, button: string, words: string | RegExp) {
  await expect(async () => {
    const note = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: words })
    if (await note.isHidden()) await page.getByRole('button', { name: button }).click()
    await expect(note.first()).toBeVisible({ timeout: 3000 })
  }).toPass()
}

test('A section is made, ordered by keyboard, moved to another address with all its articles, and kept while it is needed', async ({
  browser,
  url,
}) => {
  const { sectionId } = await findPlace()
  await publish(someContent(sectionId, 'A lighthouse is lit'))
  for (const path of ['/news', '/news/a-lighthouse-is-lit', '/news/feed.xml', '/world']) await ask(url, path)
  const { page, complaints } = await openPlace(browser, url, '/dashboard')
  await page.getByText('More').click()
  await page.getByRole('link', { name: 'Sections' }).click()
  await expect(page.getByRole('heading', { name: 'Sections' })).toBeVisible()

  await page.getByLabel('Name', { exact: true }).fill('About')
  await send(page, 'Create the section', 'Another section or page of this edition has this address')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('About')
  await page.getByLabel('Name', { exact: true }).fill('Science')
  await send(page, 'Create the section', 'The section is there')
  await untilShown(url, '/', /href="\/science"/)

  const up = page.getByRole('button', { name: 'Move Science up' })
  await up.focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: 'Science is now number 4 of 5.' })).toBeVisible()
  await expect(up).toBeFocused()
  await expect(page.getByRole('rowheader').nth(3)).toHaveText('Science')
  await untilShown(url, '/', /href="\/science"[\s\S]*href="\/opinion"/)

  await page.getByRole('link', { name: 'News', exact: true }).click()
  await expect(page.getByText(/^\d+ articles stand in it/)).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('World')
  await page.getByLabel('In the address').fill('world')
  await send(page, 'Save', 'Saved. Readers see it.')
  await untilLeading(url, '/news', '/world')
  await untilLeading(url, '/news/a-lighthouse-is-lit', '/world/a-lighthouse-is-lit')
  await untilLeading(url, '/news/feed.xml', '/world/feed.xml')
  await untilShown(url, '/world/a-lighthouse-is-lit', 'A lighthouse is lit')
  await untilShown(url, '/world', /<h1[^>]*>World/)
  await untilShown(url, '/', /href="\/world"/)
  expect((await ask(url, '/')).text).not.toMatch(/href="\/news["/]/)

  await page.getByRole('link', { name: 'All sections' }).click()
  await page.getByRole('link', { name: 'Science' }).click()
  await expect(async () => {
    await page.getByRole('button', { name: 'Remove the section' }).click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sections' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Science' })).toHaveCount(0)
  await expect.poll(async () => (await ask(url, '/science')).status).toBe(404)
  expect(complaints).toEqual([])
})

test('Two who change one section: the second is told, and loses nothing that was typed', async ({ browser, url }) => {
  const [row] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, 'features'))
  const [one, other] = await Promise.all([1, 2].map(() => openPlace(browser, url, `/dashboard/sections/${row?.id}`)))
  if (!one || !other) throw new Error('Two were opened.')
  await one.page.getByLabel('Description').fill('Long reads.')
  await send(one.page, 'Save', 'Saved.')
  await other.page.getByLabel('Description').fill('Longer reads.')
  await send(other.page, 'Save', 'Somebody else has changed this section')
  await expect(other.page.getByLabel('Description')).toHaveValue('Longer reads.')
  await send(other.page, 'Save', 'Saved.')
  await untilShown(url, '/features', 'Longer reads.')
})

test('A topic is renamed and others become one with it; readers find the articles by the name that stays', async ({
  browser,
  url,
}) => {
  const [features] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, 'features'))
  const [cairo] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'cairo'))
  await publish(someContent(features?.id ?? '', 'A tram returns', { topicIds: [cairo?.id ?? ''] }))
  await untilShown(url, '/topics/cairo', 'A tram returns')
  await ask(url, '/topics/nile-delta')
  const { page, complaints } = await openPlace(browser, url, '/dashboard/topics')

  await page.getByRole('searchbox').fill('مصر')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Egypt' }).click()
  const english = page.getByRole('group', { name: /English/ })
  await english.getByLabel('Name', { exact: true }).fill('Nile Delta')
  await page.getByLabel('In the address').fill('nile-delta')
  await send(page, 'Save', 'Saved. Readers see it.')
  await untilLeading(url, '/topics/egypt', '/topics/nile-delta')
  await untilLeading(url, '/fr/topics/egypt', '/fr/topics/nile-delta')
  await untilLeading(url, '/topics/egypt/feed.json', '/topics/nile-delta/feed.json')
  await untilShown(url, '/topics/nile-delta', /<h1[^>]*>Nile Delta/)

  await page.goto('/dashboard/topics')
  await page.getByLabel('Choose Cairo').check()
  await page.getByLabel('Choose Nile Delta').check()
  await page.getByRole('button', { name: 'Merge the chosen ones …' }).click()
  await expect(page.getByText('This cannot be undone')).toBeVisible()
  await page.getByRole('radio', { name: 'Nile Delta' }).check()
  await expect(async () => {
    await page.getByRole('button', { name: 'Merge for good' }).click({ timeout: 3000 })
    await expect(page.getByRole('status').filter({ hasText: /^Merged\. \d+ articles? w/ })).toBeVisible({ timeout: 5000 })
  }).toPass()
  await untilLeading(url, '/topics/cairo', '/topics/nile-delta')
  await untilShown(url, '/topics/nile-delta', 'A tram returns')
  await untilShown(url, '/features/a-tram-returns', 'href="/topics/nile-delta"')
  expect((await ask(url, '/search?q=%22nile+delta%22')).text).toContain('A tram returns')
  expect(complaints).toEqual([])
})

test('A contributor is made, renamed as readers see it, and removed while nothing is by them', async ({ browser, url }) => {
  const { page, complaints } = await openPlace(browser, url, '/dashboard/contributors/new')
  await send(page, 'Create the contributor', 'It needs a name in at least one edition.')
  await page
    .getByRole('group', { name: /Arabic/ })
    .getByLabel('Name', { exact: true })
    .fill('هدى سالم')
  await page.getByRole('button', { name: 'Create the contributor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'هدى سالم' })).toBeVisible()
  await untilShown(url, `/ar/authors/${encodeURIComponent('هدى-سالم')}`, 'هدى سالم')
  await expect(async () => {
    await page.getByRole('button', { name: 'Remove the contributor' }).click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Contributors' })).toBeVisible()

  await page.getByRole('link', { name: 'Leila Haddad' }).click()
  await expect(page.getByText(/articles name it/)).toBeVisible()
  await page
    .getByRole('group', { name: /English/ })
    .getByLabel('Name', { exact: true })
    .fill('Leila Haddad-Nasr')
  await page.getByLabel('In the address').fill('leila-haddad-nasr')
  await send(page, 'Save', 'Saved. Readers see it.')
  await untilLeading(url, '/authors/leila-haddad', '/authors/leila-haddad-nasr')
  await untilShown(url, '/authors/leila-haddad-nasr', /<h1[^>]*>Leila Haddad-Nasr/)
  expect((await ask(url, '/search?q=haddad-nasr')).text).toContain('Leila Haddad-Nasr')
  expect(complaints).toEqual([])
})

test('An editor of one section changes that one only', async ({ browser, url }) => {
  const [own] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, 'explainers'))
  const wishes = { role: 'editor' as const, sectionIds: [own?.id ?? ''] }
  const { page } = await openPlace(browser, url, '/dashboard/sections', wishes)
  await expect(page.getByText('You decide about sections of your own')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Opinion' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Explainers' }).click()
  await page.getByLabel('Description').fill('How it works.')
  await send(page, 'Save', 'Saved.')
  await page.goto('/dashboard/topics/merge')
  await expect(page.getByRole('heading', { name: 'This is not here' })).toBeVisible()
})
