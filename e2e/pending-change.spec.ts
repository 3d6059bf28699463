import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright/test'
import { publishArticle, reviseArticle } from '../db/articles/commands'
import { changes } from '../db/changes/schema'
import { db } from '../db/client'
import type { Language } from '../lib/languages'
import { ask } from './crawl'
import { expect, findObstacles, test } from './fixtures'
import { makeMember, openAs } from './staff'
import { contentOf, findPlace, markedContent, publish } from './writing'

test.describe.configure({ mode: 'parallel' })

const base = process.env.BASE_URL ?? ''

/** An article that readers have. */
async function makeStory() {
  const slug = `tides-${randomUUID().slice(0, 8)}`
  const articleId = await publish({ ...markedContent(await findPlace(), slug), slug })
  return { articleId, address: `/news/${slug}`, desk: `/dashboard/articles/${articleId}/changes`, slug }
}

/** Begins a change by hand and gives its address. */
async function begin(page: Page, desk: string, purpose: string): Promise<string> {
  await page.goto(desk)
  await page.getByLabel('What it is for').fill(purpose)
  await page.getByRole('button', { name: 'Begin a change' }).click()
  await expect(page.getByText('Begun. Write what is to change')).toBeVisible({ timeout: 60_000 })
  return new URL(page.url()).pathname
}

/** Writes over the first words of the text, and a kicker, and saves. */
async function write(page: Page, address: string, words: string, kicker: string) {
  await page.goto(`${address}/text`)
  const text = page.locator('.body-text')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(words)
  await page.getByLabel('Kicker').fill(kicker)
  await page.keyboard.press('Control+s')
  await expect(page.locator('.save-phase')).toHaveText(/^Saved at/)
}

const panel = (page: Page, name: string) =>
  page.locator('details.move').filter({ has: page.locator('summary', { hasText: name }) })

/** Makes a move: opens it, fills it in, presses its button, and waits for what is said. */
async function move(
  page: Page,
  name: string,
  said: string,
  fill: (form: ReturnType<typeof panel>) => Promise<void> = async () => {},
) {
  const form = panel(page, name).first()
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  await fill(form)
  await form.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
}

const atTime = (form: ReturnType<typeof panel>) => form.getByLabel('Time').fill('2028-01-03T06:00')

/** Brings the moment of a change forward to now: the servers wait for it by themselves. */
async function bringForward(changeId: string) {
  await db.update(changes).set({ publishAt: new Date() }).where(eq(changes.id, changeId))
}

async function expectOnPage(address: string, ...texts: string[]) {
  for (const text of texts)
    await expect.poll(async () => (await ask(base, address)).text, { timeout: 30_000, message: address }).toContain(text)
}

/** Somebody else changes what readers have. */
async function rewriteLive(articleId: string, change: (text: string) => string) {
  const content = await contentOf(articleId)
  await reviseArticle(null, articleId, { ...content, body: JSON.parse(change(JSON.stringify(content.body))) }, 'A typo')
  await publishArticle(articleId, { now: new Date() })
}

const changeIdOf = (address: string) => address.split('/').at(-1) ?? ''

test('A change is written, reviewed and scheduled apart, while a typo is fixed in the live text: both are there afterwards', async ({
  browser,
}) => {
  const writer = await makeMember('editor', { name: 'Wanda the writer' })
  const checker = await makeMember('editor', { name: 'Cheng the checker' })
  const story = await makeStory()
  const desk = await openAs(browser, writer)
  const address = await begin(desk.page, story.desk, 'New figures')
  await write(desk.page, address, 'Ten ships passed. ', 'Tide tables')
  await desk.page.getByRole('link', { name: 'Back to the change' }).click()
  await expect(desk.page.locator('.diff ins').filter({ hasText: 'Ten ships passed.' })).toBeVisible()
  await expect(desk.page.getByText('you wrote the newest revision yourself')).toBeVisible()
  await move(desk.page, 'Send to review', 'Sent to review.')

  const office = await openAs(browser, checker)
  await office.page.goto(story.desk)
  await office.page.getByRole('link', { name: 'New figures' }).click()
  await move(office.page, 'Approve', 'Approved.')
  await move(office.page, 'Schedule', 'Scheduled.', atTime)
  expect((await ask(base, story.address)).text).not.toContain('Ten ships')

  // Meanwhile: a typo in the same article, in another place.
  await rewriteLive(story.articleId, (text) => text.replace('Nothing else changes.', 'Nothing else ever changed.'))
  await expectOnPage(story.address, 'Nothing else ever changed.')
  await bringForward(changeIdOf(address))
  await expectOnPage(story.address, 'Ten ships passed.', 'Tide tables', 'Nothing else ever changed.')
  await office.page.goto(address)
  await expect(office.page.locator('.state', { hasText: 'Published' }).first()).toBeVisible()
  expect([...desk.complaints, ...office.complaints]).toEqual([])
})

test('A change that clashes at its moment does not appear: it is told of, decided, and published', async ({ browser }) => {
  const writer = await makeMember('editor')
  const house = await makeMember('publisher')
  const story = await makeStory()
  const desk = await openAs(browser, writer)
  const address = await begin(desk.page, story.desk, 'Another figure')
  await write(desk.page, address, 'Twelve ships passed. ', 'Clashing tides')
  const office = await openAs(browser, house)
  await office.page.goto(address)
  await move(office.page, 'Schedule', 'Scheduled.', atTime)

  await rewriteLive(story.articleId, (text) => text.replace('is the first word', 'was the first word'))
  await office.page.reload()
  await expect(office.page.getByText('It will not appear like this.')).toBeVisible()
  await bringForward(changeIdOf(address))
  // A slow machine may have an alarm of its own about the same article.
  const alarm = desk.page.locator('.alarm li').filter({ hasText: story.slug }).filter({ hasText: 'A change to it was to appear' })
  await expect(async () => {
    await desk.page.goto('/dashboard')
    await expect(alarm).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await alarm.getByRole('link').click()
  await expect(desk.page.getByText('It did not appear on')).toBeVisible()
  const clash = desk.page.locator('.conflicts')
  await expect(clash.getByText('Twelve ships passed.').first()).toBeVisible()
  await clash.getByRole('radio').first().check()
  await clash.getByRole('button').click()
  await expect(clash).toHaveCount(0)
  await office.page.goto(address)
  await move(office.page, 'Publish now', 'Published. Readers see it now.')
  await expectOnPage(story.address, 'Twelve ships passed.', 'Clashing tides')
  expect([...desk.complaints, ...office.complaints]).toEqual([])
})

test('A change that is given up is taken up again, with every word', async ({ browser }) => {
  const writer = await makeMember('editor')
  const story = await makeStory()
  const { page, complaints } = await openAs(browser, writer)
  const address = await begin(page, story.desk, 'A doubtful figure')
  await write(page, address, 'Perhaps ships passed. ', 'Doubts')
  await page.goto(address)
  await move(page, 'Give up', 'Given up.')
  await page.goto(`${address}/text`)
  await expect(page.locator('.body-text')).toHaveAttribute('contenteditable', 'false')
  await page.goto(address)
  await move(page, 'Take up again', 'Taken up again.')
  await page.goto(`${address}/text`)
  await expect(page.locator('.body-text')).toContainText('Perhaps ships passed.')
  expect(complaints).toEqual([])
})

for (const [language, colorScheme, width] of [
  ['en', 'light', 1280],
  ['ar', 'dark', 390],
] as const)
  test(`axe finds nothing on the pages of a change: ${language}, ${colorScheme}, ${width}`, async ({ browser }) => {
    const { page, addresses } = await openAll(browser, language, colorScheme, width)
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click()
      expect(await findObstacles(page), address).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${address} is too wide`,
      ).toBeLessThanOrEqual(0)
    }
  })

/** A change that clashes, as somebody sees it in their language. */
async function openAll(browser: Browser, language: Language, colorScheme: 'light' | 'dark', width: number) {
  const story = await makeStory()
  const writer = await openAs(browser, await makeMember('editor'))
  const address = await begin(writer.page, story.desk, 'What is looked at')
  await write(writer.page, address, 'Looked at. ', 'Looks')
  await writer.context.close()
  await rewriteLive(story.articleId, (text) => text.replace('is the first', 'was the first'))
  const member = await makeMember('editor', { language })
  const { page } = await openAs(browser, member, { colorScheme, viewport: { width, height: 900 } })
  return { page, addresses: [story.desk, address, `${address}/text`] }
}
