import { eq } from 'drizzle-orm'
import type { Browser, BrowserContextOptions, Page } from 'playwright/test'
import { db } from '../db/client'
import { newsletterEditions } from '../db/newsletter-editions/schema'
import { newsletters } from '../db/newsletters/schema'
import { expect, findObstacles, findTooWide, test } from './fixtures'
import { type Member, makeMember, openAs } from './staff'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const base = process.env.BASE_URL ?? ''
const wide: BrowserContextOptions = { viewport: { width: 1400, height: 1000 } }

async function open(browser: Browser, member: Member, options: BrowserContextOptions = wide) {
  return openAs(browser, member, { baseURL: base, ...options })
}

const contents = (page: Page) => page.getByRole('region', { name: 'Contents' })
/** What stands in the edition, by the words it is called by, in order. */
const order = (page: Page) => contents(page).locator('li[data-item] > div > p bdi').allTextContents()
const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const mail = (page: Page) => page.frameLocator('iframe[title="The mail"]')

/** Looks for an article and adds the first that is found, all by keyboard. */
async function addArticle(page: Page, words: string, headline: RegExp) {
  const search = page.getByRole('searchbox', { name: 'Search articles' })
  await search.fill(words)
  await expect(page.locator('.edition-found li').first().getByText(headline)).toBeVisible()
  await search.press('Enter')
  await expect(contents(page).getByText(headline).first()).toBeVisible()
}

/** What the browser has written down of unsaved editions. */
function keptPreheaders(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('broadsheet-edition-journal')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('entries').objectStore('entries').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            resolve(asked.result.map((entry) => entry.content.preheader))
          }
        }
      }),
  )
}

test('An edition is composed by keyboard, approved by somebody else and scheduled', async ({ browser }) => {
  const edda = await makeMember('editor', { name: 'Edda the composer' })
  const sam = await makeMember('editor', { name: 'Sam the second' })
  const { page, complaints } = await open(browser, edda)
  await page.goto('/dashboard/newsletters')
  await page.getByRole('link', { name: 'Turkey Unpacked' }).click()
  await page.getByRole('button', { name: 'Begin an edition' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Turkey Unpacked, no\. \d+/ })).toBeVisible()

  await page.getByLabel('Subject').fill('Who may pass the Bosphorus, and what a treaty of 1936 has to say about it')
  await expect(page.getByText('73 characters; phones show about 50')).toBeVisible()
  await page.getByLabel('Preheader').fill('Ships, calendars and cedars')
  await addArticle(page, 'bosphorus', /Bosphorus/)
  await addArticle(page, 'suez', /Suez/)
  await addArticle(page, 'cedars', /Cedars|cedars/)
  const [bosphorus = '', suez = '', cedars = ''] = await order(page)

  // Alt with an arrow moves what one is in, and one stays in it.
  const handle = page.getByRole('button', { name: `Move ${cedars}` })
  await handle.focus()
  await handle.press('Alt+ArrowUp')
  await expect.poll(() => order(page)).toEqual([bosphorus, cedars, suez])
  await expect(handle).toBeFocused()
  await handle.press('Alt+ArrowUp')
  await page.getByRole('button', { name: `Down: ${bosphorus}` }).press('Enter')
  await expect.poll(() => order(page)).toEqual([cedars, suez, bosphorus])

  const first = contents(page).locator('li[data-item]').first()
  await first.getByText('Own headline, Own blurb').click()
  await first.getByLabel('Own headline').fill('Trees older than the state')
  await first.getByLabel('Own blurb').fill('What grows above the snow line.')
  await page.getByRole('button', { name: 'Add heading' }).press('Enter')
  await page.keyboard.type('At sea')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByRole('button', { name: 'Add text' }).press('Enter')
  await page.keyboard.type('That is all for this week.')
  await expect
    .poll(() => order(page))
    .toEqual(['Trees older than the state', 'At sea', suez, bosphorus, 'That is all for this week.'])

  // The mail as it will arrive, without having been saved.
  await expect(mail(page).getByText('What grows above the snow line.')).toBeVisible()
  await expect(mail(page).getByRole('heading', { name: 'At sea' })).toBeVisible()
  await expect(mail(page).getByText('That is all for this week.')).toBeVisible()
  await expect(page.getByRole('meter', { name: 'Size' })).toBeVisible()
  await expect(status(page, 'KB of 95 KB')).toBeVisible()
  await page.getByText('Plain text', { exact: true }).click()
  await expect(page.locator('pre')).toContainText('Trees older than the state')
  await page.getByText('Phone', { exact: true }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(mail(page).getByText('At sea')).toBeVisible()

  // Only what is saved is handed on.
  await expect(page.getByRole('button', { name: 'Submit for approval' })).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Send me a test' }).press('Enter')
  await expect(status(page, 'A test is on its way')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for approval' }).press('Enter')
  await expect(page.getByText('waits for approval').first()).toBeVisible()
  await expect(page.getByText('Somebody else than whoever changed it last')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  expect(await findObstacles(page)).toEqual([])

  const second = await open(browser, sam)
  await second.page.goto(page.url())
  await second.page.getByRole('button', { name: 'Approve' }).click()
  await expect(second.page.getByText('Approved by Sam the second.')).toBeVisible()
  await second.page.getByLabel('Goes out at').fill('2026-01-01T09:00')
  await second.page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(second.page.getByRole('alert').filter({ hasText: 'That moment has passed.' })).toBeVisible()
  const nextYear = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10)
  await second.page.getByLabel('Goes out at').fill(`${nextYear}T09:00`)
  await second.page.getByLabel('At this time of day in each recipient’s zone').check()
  await second.page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(second.page.getByText(/goes out .* by each recipient’s clock/)).toBeVisible()
  await second.page.getByRole('link', { name: 'All editions' }).click()
  await expect(second.page.getByRole('row').filter({ hasText: 'scheduled' })).toBeVisible()
  expect(complaints).toEqual([])
  expect(second.complaints).toEqual([])
})

test('Of two who compose one edition neither loses a word, nor does whoever closes the tab', async ({ browser }) => {
  const [edda, sam] = [await makeMember('editor', { name: 'Edda' }), await makeMember('editor', { name: 'Sam' })]
  const [one, other] = [await open(browser, edda), await open(browser, sam)]
  await one.page.goto('/dashboard/newsletters')
  await one.page.getByRole('link', { name: 'Salt and Sweet Water' }).click()
  await one.page.getByRole('button', { name: 'Begin an edition' }).click()
  await expect(one.page.getByLabel('Subject')).toBeVisible()
  await other.page.goto(one.page.url())
  await one.page.getByLabel('Subject').fill('Written by Edda')
  await other.page.getByLabel('Subject').fill('Written by Sam')
  await one.page.getByRole('button', { name: 'Save' }).click()
  await expect(status(one.page, 'Saved.')).toBeVisible()
  await other.page.getByRole('button', { name: 'Save' }).click()
  const conflict = other.page.getByRole('alert').filter({ hasText: 'Edda saved this edition while you were writing.' })
  await expect(conflict.getByText('Written by Edda')).toBeVisible()
  await expect(conflict.getByText('Written by Sam')).toBeVisible()
  await conflict.getByRole('button', { name: 'Go on with mine' }).click()
  await expect(status(other.page, 'Saved.')).toBeVisible()
  await other.page.getByText('Versions', { exact: true }).press('Enter')
  await other.page.getByRole('button', { name: 'Put back: Version 2' }).press('Enter')
  await expect(other.page.getByLabel('Subject')).toHaveValue('Written by Edda')

  await other.page.getByLabel('Preheader').fill('Not saved by Sam')
  await expect(status(other.page, 'It is kept in this browser.')).toBeVisible()
  await expect.poll(() => keptPreheaders(other.page)).toEqual(['Not saved by Sam'])
  const address = other.page.url()
  await other.page.close({ runBeforeUnload: false })
  const again = await other.context.newPage()
  // The name of the tab that was closed is held until the browser is done with it.
  await expect(async () => {
    await again.goto(address)
    await again.getByRole('button', { name: 'Go on with it' }).click({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await expect(again.getByLabel('Preheader')).toHaveValue('Not saved by Sam')
})

test('A newsletter in Arabic is made with everything it needs, and its mail runs right to left', async ({ browser }) => {
  const publisher = await makeMember('publisher', { language: 'ar' })
  const { page, complaints } = await open(browser, publisher, { viewport: { width: 320, height: 800 }, colorScheme: 'dark' })
  await page.goto('/dashboard/newsletters/new')
  await page.getByLabel('الاسم (العربية)').fill('بريد الشام')
  await page.getByLabel('الوعد (العربية)').fill('أسبوع الشام في رسالة')
  await page.getByLabel('اللغة', { exact: true }).selectOption('ar')
  await page.getByLabel('عنوان المُرسِل').fill('sham@news.meridian.example\u202e')
  await page.getByRole('button', { name: 'أنشئ هذه النشرة' }).click()
  await expect(page.getByText('هذا ليس عنوانًا يمكن مراسلته عبر الشبكة.')).toBeVisible()
  await expect(page.getByLabel('الاسم (العربية)')).toHaveValue('بريد الشام')
  await page.getByLabel('عنوان المُرسِل').fill('sham@news.meridian.example')
  expect(await findTooWide(page)).toEqual([])
  await page.getByRole('button', { name: 'أنشئ هذه النشرة' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'بريد الشام' })).toBeVisible()
  const [made] = await db.select().from(newsletters).where(eq(newsletters.senderAddress, 'sham@news.meridian.example'))
  expect(made?.listId).toMatch(/^xn--[a-z0-9-]+\.news\.meridian\.example$/)

  await page.getByRole('button', { name: 'ابدأ عددًا' }).click()
  await page.getByLabel('الموضوع').fill('بيت الحكمة')
  await page.getByRole('searchbox').press('Enter')
  await expect.poll(async () => page.locator('li[data-item]').count()).toBe(1)
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await findTooWide(page)).toEqual([])
  expect(await findObstacles(page)).toEqual([])
  expect(complaints).toEqual([])
  const listed = await db.$count(newsletterEditions, eq(newsletterEditions.newsletterId, made?.id ?? ''))
  expect(listed).toBe(1)
})
