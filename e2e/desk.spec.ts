import { eq } from 'drizzle-orm'
import type { Locator, Page } from 'playwright/test'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { paragraphs, someContent } from '../db/testing-content'
import { makeDraft } from '../db/testing-staff'
import { dayAfter, dayOf, startOfDay } from '../lib/days'
import { expect, test } from './fixtures'
import { type Member, makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

/** The time zone of the sample. */
const timeZone = 'Asia/Jerusalem'

/** Drafts of somebody's, the last one the newest; one of them says `quillwort`. */
async function drafts(owner: Member, count: number): Promise<string[]> {
  const { sectionId } = await findPlace()
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const body = paragraphs(number === 7 ? 'A quillwort grows at the port.' : 'Nothing grows at the port.')
    const headline = `Ledger of the port, page ${number}`
    const content = someContent(sectionId, headline, { body, slug: `ledger-${owner.personId.slice(0, 8)}-${number}` })
    ids.push((await makeDraft(owner, 'en', content)).articleId)
  }
  return ids
}

const rows = (page: Page) => page.locator('tr[data-article]')
const headlines = (page: Page) => rows(page).getByRole('rowheader').getByRole('link')

/** On a busy machine a page may be seen before its script listens: a key that does nothing yet is pressed again. */
async function pressUntil(page: Page, key: string, holds: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key)
    await holds()
  }).toPass()
}

const isFocused = (link: Locator) => () => expect(link).toBeFocused({ timeout: 500 })

test('An editor pages through what a reporter writes, orders it, finds words of a draft, and keeps the question', async ({
  browser,
}) => {
  const reporter = await makeMember('reporter')
  await drafts(reporter, 53)
  const { page, complaints } = await openAs(browser, await makeMember('editor'))
  await page.goto('/dashboard')
  await page.getByLabel('Owner', { exact: true }).selectOption({ label: reporter.name })
  await page.getByLabel('Draft').check()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('53 articles')).toBeVisible()
  await expect(headlines(page).first()).toHaveText('Ledger of the port, page 53')
  await expect(rows(page)).toHaveCount(50)

  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(headlines(page)).toHaveText([3, 2, 1].map((number) => `Ledger of the port, page ${number}`))
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(rows(page)).toHaveCount(50)

  const changed = page.getByRole('columnheader', { name: 'Last change' })
  await expect(changed).toHaveAttribute('aria-sort', 'descending')
  await changed.getByRole('link').click()
  await expect(headlines(page).first()).toHaveText('Ledger of the port, page 1')
  await expect(changed).toHaveAttribute('aria-sort', 'ascending')

  await page.getByText('Save what is shown').click()
  await page.getByLabel('Name').fill('The port’s ledger')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const filters = page.getByRole('navigation', { name: 'Saved filters' })
  await expect(filters.getByRole('link', { name: 'The port’s ledger' })).toHaveAttribute('aria-current', 'page')

  // What a draft says is found, by keyboard, and the filter leads back.
  await pressUntil(page, '/', isFocused(page.getByRole('searchbox')))
  await page.keyboard.type('quillwort')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 article', { exact: true })).toBeVisible()
  await expect(headlines(page)).toHaveText(['Ledger of the port, page 7'])
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page.getByText('More than 500 articles').or(page.getByText(/^\d+ articles$/))).toBeVisible()
  await filters.getByRole('link', { name: 'The port’s ledger' }).click()
  await expect(headlines(page).first()).toHaveText('Ledger of the port, page 1')
  await page.getByText('Arrange').click()
  await page.getByText('Remove', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove “The port’s ledger”' }).click()
  await expect(filters).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('An editor changes several at once, and puts them back', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const heir = await makeMember('reporter')
  const [first = ''] = await drafts(reporter, 3)
  const { page, complaints } = await openAs(browser, await makeMember('editor'))
  await page.goto(`/dashboard?owner=${reporter.personId}`)
  await expect(rows(page)).toHaveCount(3)
  await pressUntil(page, 'j', isFocused(headlines(page).first()))
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.getByLabel('Change', { exact: true }).selectOption('owner')
  await page.getByLabel('New owner').selectOption({ label: heir.name })
  await page.getByRole('button', { name: 'Change them' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 articles changed.' })).toBeVisible()
  await expect(headlines(page)).toHaveText(['Ledger of the port, page 1'])

  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(rows(page)).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Put back' })).toBeHidden()

  // What is not theirs to change is left as it was, and named.
  await db.update(articles).set({ status: 'in_review' }).where(eq(articles.id, first))
  await page.reload()
  await page.getByText('Change several articles').click()
  await page.getByLabel('All 3 that match').check()
  await page.getByLabel('Change', { exact: true }).selectOption('submit')
  await page.getByRole('button', { name: 'Change them' }).click()
  const report = page.getByRole('status').filter({ hasText: '2 articles changed.' })
  await expect(report).toBeVisible()
  await expect(report).toContainText(/1 was (so already|left as it was)/)
  expect(complaints).toEqual([])
})

/** Articles of an editor's newsroom, of which each kind of the calendar has one this month or the next. */
async function planned(owner: Member): Promise<{ today: string; nextMonth: string }> {
  const today = dayOf(new Date(), timeZone)
  const nextMonth = dayAfter(`${today.slice(0, 7)}-28`, 10)
  const evening = new Date(startOfDay(dayAfter(today, 1), timeZone).getTime() - 60_000)
  const ids = await drafts(owner, 4)
  const facts: Partial<typeof articles.$inferInsert>[] = [
    { dueAt: startOfDay(today, timeZone) },
    { status: 'in_review', dueAt: new Date(evening.getTime() - 60_000) },
    { status: 'ready', embargoUntil: evening },
    { status: 'scheduled', publishAt: startOfDay(nextMonth, timeZone) },
  ]
  for (const [place, id] of ids.entries()) {
    const live = facts[place]?.status === 'scheduled' ? { liveRevisionId: articles.headRevisionId } : {}
    await db
      .update(articles)
      .set({ ...facts[place], ...live })
      .where(eq(articles.id, id))
  }
  return { today, nextMonth }
}

test('The calendar shows what is due, under embargo and scheduled on its day, by month, edition and section', async ({
  browser,
}) => {
  const contributor = await makeMember('contributor')
  const { today, nextMonth } = await planned(contributor)
  const { page, complaints } = await openAs(browser, contributor)
  await page.goto('/dashboard')
  await page.getByRole('navigation', { name: 'Parts of the dashboard' }).getByRole('link', { name: 'Calendar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Calendar: / })).toBeVisible()
  // A contributor's own, and nobody else's.
  const dayOfCalendar = (day: string) => page.getByRole('listitem').filter({ has: page.locator(`time[datetime="${day}"]`) })
  const now = dayOfCalendar(today)
  await expect(now).toHaveAttribute('aria-current', 'date')
  await expect(now.getByRole('link')).toHaveText([
    'Ledger of the port, page 1',
    'Ledger of the port, page 2',
    'Ledger of the port, page 3',
  ])
  for (const said of ['overdue', 'due', 'embargo ends']) await expect(now.getByText(said, { exact: true })).toBeVisible()
  for (const time of ['00:00', '23:58', '23:59']) await expect(now.getByText(time)).toBeVisible()

  // By key to what is scheduled, and back to today.
  await pressUntil(page, 'j', isFocused(now.getByRole('link').first()))
  await page.keyboard.press('n')
  const then = dayOfCalendar(nextMonth)
  await expect(then.getByText('00:00')).toBeVisible()
  await expect(then.getByText('appears')).toBeVisible()
  await page.getByLabel('Language').selectOption('fr')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Nothing in this month matches.')).toBeVisible()
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(then.getByText('appears')).toBeVisible()
  await page.getByLabel('Section').selectOption({ label: 'News · English' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/section=/)
  await expect(then.getByText('appears')).toBeVisible()
  await page.keyboard.press('p')
  await expect(now).toHaveAttribute('aria-current', 'date')
  await page.getByRole('link', { name: 'Previous month' }).click()
  await expect(page.getByText('Nothing in this month matches.')).toBeVisible()
  await page.keyboard.press('t')
  await expect(now.getByRole('link')).toHaveCount(3)

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ledger of the port, page 2' })).toBeVisible()
  expect(complaints).toEqual([])
})
