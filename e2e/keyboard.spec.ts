import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { canal } from './sample'

/** Everything a page offers to press, type into or follow, as a keyboard must reach it: not the field that only programs fill in. */
const operable = 'a[href], button, input:not([type=hidden], [aria-hidden] input), select, textarea, summary'

for (const address of ['/', canal.address, '/search?q=canal', '/ar/shuruh']) {
  test(`A keyboard alone reaches everything, and shows where it is: ${address}`, async ({ page, reader }) => {
    await reader.open(address)
    const all = await numberOperable(page)
    const reached: string[] = []
    for (let presses = 0; presses <= 2 * all.length; presses++) {
      await page.keyboard.press('Tab')
      const { name, isShown } = await describeFocus(page)
      if (name === null) break
      // A wide table is a stop too, to be scrolled by the arrow keys.
      if (name !== '') reached.push(name)
      expect(isShown, `${name} shows that it has the focus`).toBe(true)
    }
    expect(reached[0]).toMatch(/^0 /)
    expect([...reached].sort()).toEqual([...all].sort())
  })
}

test('The first stop leads past the masthead', async ({ page, reader }) => {
  await reader.open(canal.address)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})

test('A search is made without a mouse', async ({ page, reader }) => {
  await reader.open('/search')
  await page.getByLabel('Search the archive').focus()
  await page.keyboard.type('suez')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: canal.headline })).toBeVisible()
})

/** Numbers what can be operated, and lists it. */
function numberOperable(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const shown = [...document.querySelectorAll(selector)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
    return shown.map((element, at) => {
      element.setAttribute('data-stop', `${at} ${element.textContent?.trim().slice(0, 40) || element.getAttribute('name')}`)
      return element.getAttribute('data-stop') ?? ''
    })
  }, operable)
}

/** What has the focus, and whether a reader can see that it has. */
function describeFocus(page: Page): Promise<{ name: string | null; isShown: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { name: null, isShown: false }
    const style = getComputedStyle(element)
    const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1
    const box = element.getBoundingClientRect()
    const isInView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0
    return { name: element.getAttribute('data-stop') ?? '', isShown: (hasOutline || style.boxShadow !== 'none') && isInView }
  })
}
