import { expect, test } from './fixtures'
import { canal, kindsOfPages } from './sample'

for (const scheme of ['light', 'dark'] as const) {
  // In the dark nothing but the colours differs.
  const rule = scheme === 'dark' ? 'color-contrast' : undefined
  for (const [language, addresses] of Object.entries(kindsOfPages)) {
    test(`No kind of page has an obstacle for anybody: ${language}, ${scheme}`, async ({ page, reader }) => {
      test.setTimeout(300_000)
      await page.emulateMedia({ colorScheme: scheme })
      for (const address of addresses) {
        await reader.open(address)
        expect.soft(await reader.findObstacles(rule), address).toEqual([])
      }
    })
  }

  test(`Nor have the pages about one article, or a form with faults: ${scheme}`, async ({ page, reader }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await reader.open(canal.address)
    await page.getByRole('link', { name: 'read our conditions' }).click()
    expect.soft(await reader.findObstacles(rule), 'republish').toEqual([])
    await reader.open(canal.address)
    await page.getByRole('link', { name: 'Report an error' }).click()
    expect.soft(await reader.findObstacles(rule), 'report an error').toEqual([])
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    expect.soft(await reader.findObstacles(rule), 'a form with faults').toEqual([])
  })
}

test('A page can be read on a narrow screen and at twice the size without scrolling sideways', async ({ page, reader }) => {
  // WCAG 2.2, 1.4.10: 320 CSS pixels, which is 1280 at 400 %.
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of [...kindsOfPages.en, ...kindsOfPages.ar]) {
    await reader.open(address)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(overflow, address).toBe(0)
  }
})
