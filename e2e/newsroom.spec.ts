import { generate } from 'otplib'
import type { Browser, Locator, Page } from 'playwright/test'
import { localTimeOf } from '../lib/days'
import { ask } from './crawl'
import { expect, listenForComplaints, test } from './fixtures'
import { makeMember, openAs } from './staff'

/** The time zone of the sample. */
const timeZone = 'Asia/Jerusalem'

const base = process.env.BASE_URL ?? ''

/** Goes to something as whoever has no mouse does: by Tab, from wherever the focus is. */
async function tabTo(page: Page, to: Locator) {
  await expect(to).toBeVisible()
  for (let stop = 0; stop < 150; stop++) {
    if (await to.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${to}.`)
}

async function typeInto(page: Page, field: Locator, words: string) {
  await tabTo(page, field)
  await page.keyboard.type(words)
}

async function press(page: Page, what: Locator) {
  await tabTo(page, what)
  await page.keyboard.press('Enter')
}

/** Presses a key until it has worked: on a busy machine a page may be seen before its script listens. */
async function pressUntil(page: Page, key: string, holds: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key)
    await holds()
  }).toPass()
}

/** Opens a form of the page of publication. */
async function openMove(page: Page, name: string): Promise<Locator> {
  const move = page
    .locator('details.move')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
  await expect(move).toBeVisible()
  if ((await move.getAttribute('open')) === null) await press(page, move.locator('summary'))
  await expect(move).toHaveAttribute('open', '')
  return move
}

/** The link in a mail that came. */
async function linkFor(browser: Browser, email: string): Promise<string> {
  const page = await browser.newPage()
  const link = page
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('link', { name: /\/invitations\// })
  await expect(async () => {
    await page.goto('/mailbox')
    await expect(link.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  const address = await link.first().getAttribute('href')
  await page.close()
  return address ?? ''
}

/** Somebody's first way in, by keyboard. */
async function comeIn(page: Page, invitation: string) {
  await page.goto(invitation)
  await press(page, page.getByRole('button', { name: 'Accept the invitation' }))
  await expect(page.getByRole('heading', { name: 'Set up a second factor' })).toBeVisible()
  const secret = ((await page.getByText(/^Secret [A-Z2-7]+$/).textContent()) ?? '').replace('Secret ', '')
  await typeInto(page, page.getByLabel('Six-digit code'), await generate({ secret }))
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'I have kept them' }))
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
}

/** Begins an article and writes it, by keyboard. */
async function write(
  page: Page,
  { section, headline, standfirst, paragraphs }: Record<'section' | 'headline' | 'standfirst', string> & { paragraphs: string[] },
) {
  await page.goto('/dashboard')
  await press(page, page.getByRole('link', { name: 'New article' }))
  const choice = page.getByLabel('Section')
  await tabTo(page, choice)
  // A list of choices is gone through by the arrows.
  for (
    let step = 0;
    step < 20 && !(await choice.evaluate((one: HTMLSelectElement, name) => one.selectedOptions[0]?.text === name, section));
    step++
  )
    await page.keyboard.press('ArrowDown')
  await typeInto(page, page.getByLabel('Headline'), headline)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: headline })).toBeVisible()
  const text = page.getByLabel('Text of the article')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await typeInto(page, page.getByLabel('Standfirst'), standfirst)
  await tabTo(page, text)
  for (const [place, words] of paragraphs.entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(words)
  }
}

/** Chooses what is called so, by its first letters. */
async function choose(page: Page, field: Locator, letters: string, name: RegExp) {
  await typeInto(page, field, letters)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function save(page: Page) {
  await page.keyboard.press('Control+s')
  await expect(page.locator('.save-phase')).toHaveText(/^Saved at/)
}

test('By keyboard alone somebody invited writes in two languages, an editor answers and approves, a publisher schedules, and readers have it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const email = `reporter-${Date.now()}@newsroom.example`
  const admin = await openAs(browser, await makeMember('admin'))
  await admin.page.goto('/dashboard/people')
  await typeInto(admin.page, admin.page.getByLabel('E-mail address'), email)
  await press(admin.page, admin.page.getByRole('button', { name: 'Send the invitation' }))
  await expect(admin.page.getByText('The invitation is on its way.')).toBeVisible()

  const context = await browser.newContext()
  const desk = await context.newPage()
  const complaints = listenForComplaints(desk)
  await comeIn(desk, await linkFor(browser, email))
  const headline = `The night ferry sails again at ${Date.now()}`
  const paragraphs = ['The ferry left at nine.', 'Nobody waved.']
  await write(desk, { section: 'News', headline, standfirst: 'It sails after three years.', paragraphs })
  await choose(desk, desk.getByRole('combobox', { name: 'Add a topic' }), 'Egy', /Egypt/)
  await choose(desk, desk.getByRole('combobox', { name: 'Contributor' }), 'Leila', /Leila/)
  await save(desk)
  const article = new URL(desk.url()).pathname
  await press(desk, desk.getByRole('navigation', { name: 'Parts of the article' }).getByRole('link', { name: 'Publish' }))
  const handing = await openMove(desk, 'Send to review')
  await press(desk, handing.getByRole('button', { name: 'Send to review' }))
  await expect(desk.getByRole('status').filter({ hasText: 'Sent to review.' })).toBeVisible()

  // An editor says something about the second paragraph, and finds it good.
  const office = await openAs(browser, await makeMember('editor'))
  await office.page.goto(article)
  const text = office.page.getByLabel('Text of the article')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await tabTo(office.page, text)
  await office.page.keyboard.press('Control+End')
  const saying = office.page.getByLabel('Say something about this passage')
  await pressUntil(office.page, 'Control+Alt+m', () => expect(saying).toBeFocused({ timeout: 1000 }))
  await office.page.keyboard.type('Not even the crew?')
  await press(office.page, office.page.getByRole('button', { name: 'Comment', exact: true }))
  await expect(office.page.getByText('Not even the crew?')).toBeVisible()
  await office.page.goto(`${article}/publish`)
  const approving = await openMove(office.page, 'Approve')
  await press(office.page, approving.getByRole('button', { name: 'Approve' }))
  await expect(office.page.getByRole('status').filter({ hasText: 'Approved.' })).toBeVisible()

  // A publisher sets the next minute.
  const house = await openAs(browser, await makeMember('publisher'), { locale: 'en-US' })
  await house.page.goto(`${article}/publish`)
  const scheduling = await openMove(house.page, 'Schedule')
  const field = scheduling.getByLabel('Time', { exact: true })
  const moment = new Date(Math.ceil((Date.now() + 15_000) / 60_000) * 60_000)
  await tabTo(house.page, field)
  await typeTime(house.page, localTimeOf(moment, timeZone))
  await expect(field).toHaveValue(localTimeOf(moment, timeZone))
  await press(house.page, scheduling.getByRole('button', { name: 'Schedule' }))
  await expect(house.page.getByRole('status').filter({ hasText: 'Scheduled.' })).toBeVisible()

  // Meanwhile the reporter goes on, from right to left.
  const arabic = {
    section: 'أخبار',
    headline: 'العبّارة تبحر من جديد',
    standfirst: 'بعد ثلاث سنوات.',
    paragraphs: ['غادرت في التاسعة.'],
  }
  await write(desk, arabic)
  const written = desk.getByLabel('Text of the article')
  await expect(written.locator('p').first()).toHaveCSS('direction', 'rtl')
  await save(desk)
  await desk.reload()
  await expect(written).toHaveText('غادرت في التاسعة.')

  // Its minute has come, without anybody doing anything.
  const places = { '/': headline, '/news': headline, '/feed.xml': headline }
  for (const [address, words] of Object.entries(places))
    await expect
      .poll(async () => (await ask(base, address)).text.includes(words), { timeout: 120_000, message: `${words} at ${address}` })
      .toBe(true)
  const reader = await browser.newPage()
  await reader.goto('/news')
  await reader.getByRole('link', { name: headline }).focus()
  await reader.keyboard.press('Enter')
  await expect(reader.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expect(reader.getByText('The ferry left at nine.')).toBeVisible()
  expect(Date.now()).toBeGreaterThanOrEqual(moment.getTime())
  expect([...complaints, ...admin.complaints, ...office.complaints, ...house.complaints]).toEqual([])
})

/** Types a time (`2026-11-27T22:05`) into a field of one, as a browser in American English takes it. */
async function typeTime(page: Page, localTime: string) {
  const [, year = '', month = '', day = '', hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$/.exec(localTime) ?? []
  const clock = Number(hour) % 12 || 12
  await page.keyboard.type(`${month}${day}${year}`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(`${String(clock).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'AM' : 'PM'}`)
}
