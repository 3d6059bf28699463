import { wordsIn } from '../components/words/words'
import { expect, test } from './fixtures'

test.use({ javaScriptEnabled: false })

for (const [language, address] of [
  ['en', '/nowhere'],
  ['en', '/explainers/no-such-article'],
  ['en', '/2013/05/an-old-link.html'],
  ['fr', '/fr/nulle-part'],
  ['ar', '/ar/shuruh/la-shay'],
] as const) {
  test(`An address with nothing says so and offers a search: ${address}`, async ({ page, reader }) => {
    const words = wordsIn(language)
    const answer = await reader.open(address)
    expect(answer.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: words.notFoundHeading })).toBeVisible()
    await expect(page.getByRole('navigation', { name: words.sections })).toBeVisible()
    await page.getByRole('main').getByLabel(words.searchLabel).fill('canal')
    await page.getByRole('main').getByRole('button', { name: words.searchButton }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.search })).toBeVisible()
  })
}

test('An address spelled in another way leads to the one spelling', async ({ page, reader }) => {
  for (const [spelled, one] of [
    ['/explainers/', '/explainers'],
    ['/en/explainers', '/explainers'],
    ['/explainers?utm_source=x', '/explainers'],
    ['/%65xplainers', '/explainers'],
  ] as const) {
    await reader.open(spelled)
    await expect(page, spelled).toHaveURL(one)
  }
})

test('An address that cannot be read is refused in words', async ({ page }) => {
  for (const address of ['/a%00b', '/%E0%A4%A', '/a//b']) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(400)
    expect(await answer.text()).toContain('This address cannot be read')
  }
})
