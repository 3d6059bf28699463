import type { Browser, BrowserContextOptions, Page } from 'playwright/test'
import type { Language } from '../lib/languages'
import { ask } from './crawl'
import { test as base, expect, findObstacles } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember, openAs } from './staff'
import { untilShown } from './until'

// A newsroom of its own: its pages stand in the foot of every page.
const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

async function openPages(browser: Browser, url: string, wishes: BrowserContextOptions & { language?: Language } = {}) {
  const { language = 'en', ...options } = wishes
  const publisher = await makeMember('publisher', { language })
  const { page, complaints, context } = await openAs(browser, publisher, {
    ...{ baseURL: url, viewport: { width: 1280, height: 900 } },
    ...options,
  })
  await page.goto('/dashboard/pages')
  return { page, complaints, context, name: publisher.name }
}

const text = (page: Page) => page.getByRole('textbox', { name: /^(Text|Body)/ }).or(page.locator('.ProseMirror'))

/** Types at the end of the text. */
async function write(page: Page, words: string) {
  await text(page).first().click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
}

/** What the browser has written down of unsaved pages. */
function keptStandfirsts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('broadsheet-page-journal')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('entries').objectStore('entries').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            resolve(asked.result.map((entry) => entry.fields.standfirst))
          }
        }
      }),
  )
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved. Readers see it.' })

test('A page is written, seen by readers, changed, and given back as it was', async ({ browser, url }) => {
  const { page, complaints } = await openPages(browser, url)
  await expect(page.getByRole('rowheader', { name: 'Editorial principles' })).toBeVisible()
  await page.getByRole('link', { name: 'New page' }).click()
  await expect(page.getByRole('heading', { name: 'New page' })).toBeVisible()
  await expect(text(page).first()).toBeVisible()
  await page.getByLabel('Headline').fill('How we choose')
  await page.getByLabel('Standfirst').fill('What is news, and what is not.')
  await write(page, 'We ask what changed.')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'How we choose' })).toBeVisible()
  await untilShown(url, '/how-we-choose', 'We ask what changed.')
  await untilShown(url, '/', 'href="/how-we-choose"')

  await write(page, ' And for whom.')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await page.getByLabel('In the address').fill('choosing')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(saved(page)).toBeVisible()
  await untilShown(url, '/choosing', 'And for whom.')
  const moved = await fetch(`${url}/how-we-choose`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/choosing'])

  // Whoever looks at another page before saving finds their words again.
  await write(page, ' Not sent yet.')
  await page.getByRole('link', { name: 'All pages' }).click()
  await page.getByRole('link', { name: 'How we choose' }).click()
  await expect(text(page).first()).toContainText('Not sent yet.')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(saved(page)).toBeVisible()
  await untilShown(url, '/choosing', 'Not sent yet.')

  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Revision 3' })).toContainText('as it is now')
  await expect(page.locator('.diff')).toContainText('Not sent yet.')
  await page.getByRole('link', { name: 'Revision 1', exact: true }).click()
  await expect(page.getByText('This is the first revision.')).toBeVisible()
  await page.getByRole('button', { name: 'Make this what the page says' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Revision 4' })).toContainText('made of revision 1')
  await expect.poll(async () => (await ask(url, '/choosing')).text).not.toContain('And for whom.')

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(async () => {
    await page.getByRole('button', { name: 'Remove the page' }).click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByRole('heading', { name: 'Pages' })).toBeVisible()
  await expect.poll(async () => (await ask(url, '/choosing')).status).toBe(404)
  expect(complaints).toEqual([])
})

test('Two write one page: the second is shown what the first did, loses no word, and decides', async ({ browser, url }) => {
  const [one, other] = await Promise.all([openPages(browser, url), openPages(browser, url)])
  for (const { page } of [one, other]) {
    await page.getByRole('link', { name: 'Editorial principles' }).click()
    await expect(text(page).first()).toBeVisible()
  }
  await write(one.page, ' Firstling.')
  await one.page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(saved(one.page)).toBeVisible()
  await write(other.page, ' Secondling.')
  await other.page.getByRole('button', { name: 'Save and publish' }).click()
  const conflict = other.page.getByRole('alert').filter({ hasText: `${one.name} has saved this page` })
  await expect(conflict).toBeVisible()
  await expect(conflict).toContainText('Firstling')
  await expect(text(other.page).first()).toContainText('Secondling.')
  expect(await findObstacles(other.page)).toEqual([])
  await other.page.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(saved(other.page)).toBeVisible()
  await untilShown(url, '/ethics', 'Secondling.')

  await write(one.page, ' Once more.')
  await one.page.getByRole('button', { name: 'Save and publish' }).click()
  await one.page.getByRole('button', { name: 'Take theirs and drop mine' }).click()
  await expect(text(one.page).first()).toContainText('Secondling.')
  await expect(text(one.page).first()).not.toContainText('Once more.')
})

test('A server that does not answer loses no word', async ({ browser, url }) => {
  const { page, context } = await openPages(browser, url)
  await page.getByRole('link', { name: 'Contact', exact: true }).click()
  await expect(text(page).first()).toBeVisible()
  await write(page, ' Written offline.')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.getByText('The server does not answer.')).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(saved(page)).toBeVisible()
  await untilShown(url, '/contact', 'Written offline.')
})

test('What a closed tab never sent is offered when the page is opened again, and shown beside what others saved since', async ({
  browser,
  url,
}) => {
  const one = await openPages(browser, url)
  await one.page.getByRole('link', { name: 'Terms of use' }).click()
  await expect(text(one.page).first()).toBeVisible()
  await write(one.page, ' Typed and never sent.')
  await one.page.getByLabel('Standfirst').fill('A standfirst that was never sent.')
  await expect.poll(() => keptStandfirsts(one.page)).toEqual(['A standfirst that was never sent.'])
  await one.page.close({ runBeforeUnload: false })

  const other = await openPages(browser, url)
  await other.page.getByRole('link', { name: 'Terms of use' }).click()
  await expect(text(other.page).first()).toBeVisible()
  await expect(other.page.getByText('This browser has kept words')).toHaveCount(0)
  await write(other.page, ' Saved meanwhile.')
  await other.page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(saved(other.page)).toBeVisible()

  const again = await one.context.newPage()
  await again.goto('/dashboard/pages')
  await again.getByRole('link', { name: 'Terms of use' }).click()
  const note = again.getByRole('status').filter({ hasText: 'This browser has kept words' })
  await note.getByRole('button', { name: 'Bring them back' }).click()
  await expect(note).toHaveCount(0)
  await expect(text(again).first()).toContainText('Typed and never sent.')
  await expect(again.getByLabel('Standfirst')).toHaveValue('A standfirst that was never sent.')
  await again.getByRole('button', { name: 'Save and publish' }).click()
  const conflict = again.getByRole('alert').filter({ hasText: `${other.name} has saved this page` })
  await expect(conflict).toContainText('Saved meanwhile')
  await again.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(saved(again)).toBeVisible()
  await untilShown(url, '/terms', 'Typed and never sent.')

  await again.reload()
  await expect(text(again).first()).toContainText('Typed and never sent.')
  await expect(again.getByText('This browser has kept words')).toHaveCount(0)
  expect([...one.complaints, ...other.complaints]).toEqual([])
})
