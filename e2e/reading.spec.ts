import { expect, test } from './fixtures'
import { canal, older } from './sample'

// Everything here works for a reader whose browser runs no script.
test.use({ javaScriptEnabled: false })

test('A reader goes from the front page to a section and an article', async ({ page, reader }) => {
  await reader.open('/')
  await expect(page.getByRole('heading', { level: 1, name: 'The Meridian' })).toBeAttached()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: canal.section }).click()
  await expect(page.getByRole('heading', { level: 1, name: canal.section })).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: canal.headline }).click()
  await expect(page).toHaveURL(canal.address)
  await expect(page.getByRole('heading', { level: 1, name: canal.headline })).toBeVisible()
  await expect(page.getByRole('figure').first().getByRole('img')).toBeVisible()
  await expect(page.getByText('It has no locks. The two seas stand at nearly the same level')).toBeVisible()
})

test('A reader goes on from an article to its topic, its author and its day', async ({ page, reader }) => {
  const main = page.getByRole('main')
  await reader.open(canal.address)
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: canal.topic }).click()
  await expect(page.getByRole('heading', { level: 1, name: canal.topic })).toBeVisible()
  await main.getByRole('link', { name: canal.headline }).click()

  await main.getByRole('link', { name: canal.author }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: canal.author })).toBeVisible()
  await expect(main.getByRole('link', { name: canal.headline })).toBeVisible()

  await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click()
  await main.getByRole('region', { name: '2026' }).getByRole('link', { name: 'November' }).click()
  await expect(page.getByRole('heading', { level: 1, name: canal.month })).toBeVisible()
  await main.getByRole('link', { name: canal.day }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(canal.day)
  await expect(main.getByRole('link', { name: canal.headline })).toBeVisible()
  await page.getByRole('navigation', { name: 'Archive' }).getByRole('link', { name: 'The day before' }).click()
  await expect(main.getByRole('link', { name: canal.headline })).toBeHidden()
})

test('A reader follows a list to its last page, meets every article once, and comes back', async ({ page, reader }) => {
  const pages = page.getByRole('navigation', { name: 'Pages of this list' })
  const met: string[] = []
  await reader.open(`/topics/${older.topic}`)
  for (;;) {
    met.push(...(await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()))
    const next = pages.getByRole('link', { name: 'Older articles' })
    if ((await next.count()) === 0) break
    await next.click()
    await expect(pages.getByRole('link', { name: 'Back to the newest' })).toBeVisible()
  }
  expect(met).toEqual(Array.from({ length: older.count }, (_, at) => older.headline(older.count - at)))
  await pages.getByRole('link', { name: 'Back to the newest' }).click()
  await expect(page).toHaveURL(`/topics/${older.topic}`)
})

test('A reader finds the newsletters from under an article', async ({ page, reader }) => {
  await reader.open(canal.address)
  const box = page.getByRole('region', { name: 'New newsletter: Jerusalem Dispatch' })
  await box.getByRole('link', { name: 'Jerusalem Dispatch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jerusalem Dispatch' })).toBeVisible()
  await page.getByRole('link', { name: 'See all newsletters' }).click()
  for (const name of ['Jerusalem Dispatch', 'Turkey Unpacked', 'The Meridian Weekly', 'Salt and Sweet Water'])
    await expect(page.getByRole('main').getByRole('heading', { name })).toBeVisible()
})

test('A publisher learns on what terms an article may be republished', async ({ page, reader }) => {
  await reader.open(canal.address)
  await page.getByRole('link', { name: 'read our conditions' }).click()
  await expect(page.getByRole('heading', { level: 1, name: canal.headline })).toBeVisible()
  for (const name of ['The conditions', 'How fees come about', 'Pictures in this article'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'licensing@meridian.example' })).toHaveAttribute('href', /^mailto:/)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Republish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Republish' })).toBeVisible()
})

test('A reader changes to the same article in another language, and to another edition', async ({ page, reader }) => {
  const others = page.getByRole('navigation', { name: 'This article in other languages' })
  await reader.open(canal.address)
  await others.getByRole('link', { name: 'Comment fonctionne le canal de Suez' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Comment fonctionne le canal de Suez' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')

  await page.getByRole('navigation', { name: 'Éditions' }).getByRole('link', { name: 'العربية' }).click()
  await expect(page).toHaveURL('/ar')
  await page.getByRole('navigation', { name: 'الطبعات' }).getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL('/')
})

test('Arabic stands from right to left', async ({ page, reader }) => {
  await reader.open('/ar/shuruh/kayfa-tamal-qanat-al-suways')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveCSS('direction', 'rtl')
  const [column, sections] = await Promise.all([
    page.getByRole('main').boundingBox(),
    page.getByRole('navigation', { name: 'الأقسام' }).getByRole('link').first().boundingBox(),
  ])
  const middle = (column?.x ?? 0) + (column?.width ?? 0) / 2
  expect(sections?.x, 'the first section stands on the right').toBeGreaterThan(middle)
})

test('On paper stands the article, and nothing that only a screen can use', async ({ page, reader }) => {
  await reader.open(canal.address)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: canal.headline })).toBeVisible()
  await expect(page.getByText('It has no locks.')).toBeVisible()
  for (const name of ['Sections', 'Editions', 'Topics', 'This article in other languages'])
    await expect(page.getByRole('navigation', { name, includeHidden: true })).toBeHidden()
  for (const name of [/^New newsletter/, 'Share', 'Related'])
    await expect(page.getByRole('region', { name, includeHidden: true })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Search', includeHidden: true }).first()).toBeHidden()
})
