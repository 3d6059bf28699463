import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawNewsletter } from '../components/email/newsletter/draw-newsletter'
import { goldenLooks } from '../components/email/newsletter/testing-looks'
import { expect, findObstacles, findTooWide, test } from './fixtures'

test.describe.configure({ mode: 'parallel' })

const picture = readFileSync(join(import.meta.dirname, '..', 'db', 'sample', 'media', 'map-oman.webp'))

for (const [name, look] of Object.entries(goldenLooks))
  for (const width of [320, 600])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`A newsletter can be read by everybody: ${name}, ${width} px, ${colorScheme}`, async ({ page }, info) => {
        await page.route('https://meridian.example/media/**', (route) =>
          route.fulfill({ body: picture, contentType: 'image/webp' }),
        )
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await page.setContent(drawNewsletter(look).html)

        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(page.getByRole('table')).toHaveCount(0)
        expect(await findTooWide(page)).toEqual([])
        expect(await findObstacles(page)).toEqual([])
        for (const link of await page.getByRole('link').all())
          expect((await link.boundingBox())?.height, (await link.getAttribute('href')) ?? '').toBeGreaterThanOrEqual(44)
        await page.screenshot({ path: info.outputPath(`${name}-${width}-${colorScheme}.png`), fullPage: true })
      })

test('Where a program throws a document’s head and attributes away, an Arabic newsletter is still read from the right', async ({
  page,
}) => {
  const { html } = drawNewsletter(goldenLooks['arabic-with-latin-names'])
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? ''
  await page.setContent(`<!doctype html><html lang="en"><title>Mail</title><body>${body}</body>`)
  const heading = page.getByRole('heading', { level: 2 }).first()
  const { direction, textAlign } = await heading.evaluate((element) => getComputedStyle(element))
  expect([direction, textAlign]).toEqual(['rtl', 'right'])
})
