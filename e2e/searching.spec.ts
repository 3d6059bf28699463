import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { canal, older } from './sample'

// A search is a form and a page: no script is needed.
test.use({ javaScriptEnabled: false })

test('A reader finds an article by words of it, marked where they stand', async ({ page, reader }) => {
  await reader.open('/')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await searchFor(page, 'suez locks')
  await expect(page).toHaveURL(/\/search\?.*q=suez(\+|%20)locks/)
  const found = page.getByRole('main').getByRole('listitem').filter({ hasText: canal.headline })
  await expect(found.locator('mark').first()).toBeVisible()
  await found.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: canal.headline })).toBeVisible()
})

test('The beginning of a word is enough, and so is a word with a wrong letter', async ({ page, reader }) => {
  await reader.open('/search')
  for (const words of ['desalin', 'desalinaton']) {
    await searchFor(page, words)
    await expect(page.getByRole('link', { name: /desalination/i }).first(), words).toBeVisible()
    await expect(page.getByLabel('Search the archive')).toHaveValue(words)
  }
})

test('A reader narrows a search by section, author and date', async ({ page, reader }) => {
  await reader.open('/search?q=letter')
  const main = page.getByRole('main')
  await main.getByText('Filters').click()
  await main.getByLabel('Author').selectOption({ label: older.author.name })
  await main.getByLabel('From').fill('2012-01-10')
  await main.getByLabel('Until').fill('2012-01-12')
  await main.getByRole('button', { name: 'Search' }).click()
  await expect(main.getByText('3 articles found')).toBeVisible()
  await expect(main.getByRole('listitem').getByRole('link', { name: older.headline(11) })).toBeVisible()
  await expect(main.getByLabel('Until')).toHaveValue('2012-01-12')

  await main.getByLabel('Section').selectOption({ label: 'Opinion' })
  await main.getByRole('button', { name: 'Search' }).click()
  await expect(main.getByText('No articles found')).toBeVisible()
})

test('A search with many results goes on, page by page', async ({ page, reader }) => {
  await reader.open('/search?q=office')
  const results = page.getByRole('main').getByRole('heading', { level: 2 })
  const first = await results.allInnerTexts()
  await page.getByRole('link', { name: 'More results' }).click()
  await expect(page.getByRole('link', { name: 'Back to the first results' })).toBeVisible()
  const second = await results.allInnerTexts()
  expect(second.filter((headline) => first.includes(headline))).toEqual([])
})

test('Nothing found is said in words, and hostile words do no harm', async ({ page, reader }) => {
  for (const words of ['zzzzzz', '<script>alert(1)</script>', "'); drop table articles; --", '&|!:*()', '%_\\']) {
    const answer = await reader.open(`/search?q=${encodeURIComponent(words)}`)
    expect(answer.status(), words).toBe(200)
    await expect(page.getByLabel('Search the archive')).toHaveValue(words)
  }
  await searchFor(page, 'zzzzzz')
  await expect(page.getByText('Nothing matches these words.')).toBeVisible()
})

test('Arabic is found however it is spelled', async ({ page, reader }) => {
  // With and without the definite article's hamza, diacritics, and the final letter that is typed in two ways.
  for (const words of ['قناة السويس', 'قناه السويس', 'قَنَاة السُّوَيْس']) {
    await reader.open(`/ar/search?q=${encodeURIComponent(words)}`)
    await expect(page.getByRole('link', { name: 'كيف تعمل قناة السويس' }).first(), words).toBeVisible()
  }
})

async function searchFor(page: Page, words: string) {
  await page.getByRole('main').getByLabel('Search the archive').fill(words)
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
}
