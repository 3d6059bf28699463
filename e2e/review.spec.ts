import { eq, sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright/test'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { sessions } from '../db/people/schema'
import { paragraphs, someContent } from '../db/testing-content'
import { makeDraft } from '../db/testing-staff'
import { ask } from './crawl'
import { expect, test } from './fixtures'
import { type Member, makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

const base = process.env.BASE_URL ?? ''

/** A draft of a reporter's with everything that an article needs but a standfirst. */
async function draftOf(reporter: Member, slug: string, standfirst = '') {
  const place = await findPlace()
  const content = someContent(place.sectionId, `Ships pass the ${slug} again`, {
    slug,
    standfirst,
    topicIds: [place.topicId],
    bylines: [{ contributorId: place.contributorId, role: 'reporter', creditedAs: '' }],
    body: paragraphs('Nine ships passed on Monday.', 'The port counted them.'),
  })
  const { articleId } = await makeDraft(reporter, 'en', content)
  return { articleId, page: `/dashboard/articles/${articleId}/publish`, address: `/news/${slug}` }
}

const panel = (page: Page, name: string) => page.locator('details.move').filter({ has: page.getByText(name, { exact: true }) })

/** Opens a move, unless it is open already. */
async function choose(page: Page, name: string) {
  const move = panel(page, name).first()
  if ((await move.getAttribute('open')) === null) await move.locator('summary').click()
  return move
}

/** The mails to somebody that lie in the mailbox. */
async function expectMail(browser: Browser, { email }: Member, subject: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await expect(async () => {
    await page.goto('/mailbox')
    const mail = page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: subject })
    await expect(mail.first()).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 30_000 })
  await context.close()
}

test('A reporter hands in, an editor comments, sends back and approves, a publisher publishes in spite of a check and withdraws', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const reporter = await makeMember('reporter', { name: 'Rima the reporter' })
  const editor = await makeMember('editor', { name: 'Edmond the editor' })
  const publisher = await makeMember('publisher', { name: 'Paula the publisher' })
  const { page: address, address: readers, articleId } = await draftOf(reporter, 'narrow-canal')
  const desk = await openAs(browser, reporter)
  const office = await openAs(browser, editor)
  const house = await openAs(browser, publisher)

  // Handed in, to somebody, until a time.
  await desk.page.goto(address)
  await expect(desk.page.getByText('Publish: an editor of this section or a publisher can do this.')).toBeVisible()
  const handing = await choose(desk.page, 'Send to review')
  await handing.getByLabel('Reviewer').selectOption({ label: 'Edmond the editor' })
  await handing.getByLabel('Due').fill('2030-01-02T18:00')
  await handing.getByRole('button', { name: 'Send to review' }).click()
  await expect(desk.page.getByRole('status').filter({ hasText: 'Sent to review.' })).toBeVisible()
  await expectMail(browser, editor, 'Please review: Ships pass the narrow-canal again')

  // Read, commented, sent back.
  await office.page.goto(`/dashboard/articles/${articleId}`)
  await expect(office.page.getByText('You are asked to review it until')).toBeVisible()
  await office.page.goto(address)
  await office.page.getByLabel('Say something about the article').fill('Who counted the ships?')
  await office.page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(office.page.getByText('Who counted the ships?')).toBeVisible()
  await expectMail(browser, reporter, 'New comment')
  const returning = await choose(office.page, 'Send back')
  await returning.getByRole('button', { name: 'Send back' }).click()
  await expect(returning.getByText('This is needed.')).toBeVisible()
  await returning.getByLabel('Reason').fill('The figure needs a source.')
  await returning.getByRole('button', { name: 'Send back' }).click()
  await expect(office.page.getByRole('status').filter({ hasText: 'Sent back to its writer.' })).toBeVisible()
  await expectMail(browser, reporter, 'Sent back')

  // Answered, and handed in again, to whoever takes it up.
  await desk.page.goto(address)
  await expect(desk.page.getByText('The figure needs a source.')).toBeVisible()
  await desk.page.getByText('Answer', { exact: true }).first().click()
  await desk.page.getByLabel('Answer to Edmond the editor').fill('The port did.')
  await desk.page.getByRole('button', { name: 'Answer' }).click()
  await expect(desk.page.getByText('The port did.')).toBeVisible()
  await desk.page.getByRole('button', { name: 'Settled' }).click()
  await expect(desk.page.getByText('1 settled comment')).toBeVisible()
  await (await choose(desk.page, 'Send to review')).getByRole('button', { name: 'Send to review' }).click()
  await expect(desk.page.getByRole('status').filter({ hasText: 'Sent to review.' })).toBeVisible()

  // Approved by the editor.
  await office.page.goto(address)
  await (await choose(office.page, 'Approve')).getByRole('button', { name: 'Approve' }).click()
  await expect(office.page.getByRole('status').filter({ hasText: 'Approved.' })).toBeVisible()
  await expectMail(browser, reporter, 'Approved')

  // Published in spite of what is missing, with a reason.
  await house.page.goto(address)
  await (await choose(house.page, 'Publish')).getByRole('button', { name: 'Publish' }).click()
  await expect(house.page.getByRole('alert').filter({ hasText: 'Something speaks against it.' })).toBeVisible()
  await house.page.getByText('Publish in spite of it').click()
  await house.page.getByLabel('Why it may be published in spite of it').fill('A flash; the summary follows.')
  await house.page.getByRole('button', { name: 'Take it upon me' }).click()
  await expect(house.page.getByText('Nothing speaks against publishing it.')).toBeVisible()
  await (await choose(house.page, 'Publish')).getByRole('button', { name: 'Publish' }).click()
  await expect(house.page.getByRole('status').filter({ hasText: 'Published. Readers see it now.' })).toBeVisible()
  await expect.poll(async () => (await ask(base, readers)).status).toBe(200)
  await house.page.getByRole('status').getByRole('link', { name: 'See it on the site' }).click()
  await expect(house.page.getByRole('heading', { name: 'Ships pass the narrow-canal again' })).toBeVisible()

  // Withdrawn, with a word to readers.
  await house.page.goto(address)
  const withdrawing = await choose(house.page, 'Withdraw')
  await withdrawing.getByLabel('What readers are told').fill('Nobody counted any ships.')
  await expect(withdrawing.getByRole('figure').getByText('Nobody counted any ships.')).toBeVisible()
  await withdrawing.getByRole('button', { name: 'Withdraw' }).click()
  await expect(house.page.getByRole('status').filter({ hasText: 'Withdrawn.' })).toBeVisible()
  const gone = await ask(base, readers)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Nobody counted any ships.')
  for (const list of ['/news', '/feed.xml', '/search?q=narrow-canal'])
    expect((await ask(base, list)).text, list).not.toContain('the narrow-canal again')

  // And the log has it all.
  const timeline = house.page.getByRole('region', { name: 'What happened' })
  for (const said of [
    'sent it to review',
    'sent it back',
    'approved it',
    'answered for: No standfirst',
    'published it',
    'withdrew it',
  ])
    await expect(timeline.getByText(said).first()).toBeVisible()
  for (const { complaints } of [desk, office, house]) expect(complaints).toEqual([])
})

test('A legal takedown answers 451, and what is scheduled waits for its minute in the publication’s zone', async ({
  browser,
}) => {
  const reporter = await makeMember('reporter')
  const publisher = await makeMember('publisher')
  const { page: address, address: readers } = await draftOf(reporter, 'wide-canal', 'What passes.')
  const { page, complaints } = await openAs(browser, publisher)

  await page.goto(address)
  const scheduling = await choose(page, 'Schedule')
  await scheduling.getByRole('button', { name: 'Schedule' }).click()
  await expect(scheduling.getByText('This is needed.')).toBeVisible()
  await scheduling.getByLabel('Time', { exact: true }).fill('2020-01-01T09:00')
  await expect(scheduling.getByText('This time is over already.')).toBeVisible()
  const soon = new Date(Date.now() + 26 * 3_600_000).toISOString().slice(0, 16)
  await scheduling.getByLabel('Time', { exact: true }).fill(soon)
  await expect(scheduling.getByText(/^in \d+ hours$/)).toBeVisible()
  await scheduling.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Scheduled.' })).toBeVisible()
  expect((await ask(base, readers)).status).toBe(404)

  await (await choose(page, 'Publish')).getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Published.' })).toBeVisible()
  await expect.poll(async () => (await ask(base, readers)).status).toBe(200)
  const withdrawing = await choose(page, 'Withdraw')
  await withdrawing.getByLabel('Taken down because the law demands it (451)').check()
  await withdrawing.getByLabel('What readers are told').fill('A court has ordered it.')
  await withdrawing.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Withdrawn.' })).toBeVisible()
  expect((await ask(base, readers)).status).toBe(451)

  await (await choose(page, 'Publish again')).getByRole('button', { name: 'Publish again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Published again.' })).toBeVisible()
  await expect.poll(async () => (await ask(base, readers)).status).toBe(200)
  expect(complaints).toEqual([])
})

test('Who confirmed long ago is asked again, loses nothing that was typed, and goes on', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const publisher = await makeMember('publisher')
  const { page: address } = await draftOf(reporter, 'late-canal', 'What passes.')
  const { page } = await openAs(browser, publisher)
  await page.goto(address)
  await db
    .update(sessions)
    .set({ confirmedAt: sql`now() - interval '31 minutes'` })
    .where(eq(sessions.personId, publisher.personId))
  const scheduling = await choose(page, 'Schedule')
  await scheduling.getByLabel('Time', { exact: true }).fill('2030-01-02T18:00')
  await scheduling.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'more than three years' })).toBeVisible()
  await scheduling.getByLabel('Time', { exact: true }).fill('2028-01-02T18:00')
  await scheduling.getByRole('button', { name: 'Schedule' }).click()
  const link = page.getByRole('alert').getByRole('link', { name: /Confirm now/ })
  await expect(link).toHaveAttribute('href', `/sign-in/second-factor?to=${address}`)
  await expect(scheduling.getByLabel('Time', { exact: true })).toHaveValue('2028-01-02T18:00')
  await db.update(sessions).set({ confirmedAt: sql`now()` }).where(eq(sessions.personId, publisher.personId))
  await scheduling.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Scheduled.' })).toBeVisible()
  const [row] = await db.select({ status: articles.status }).from(articles).where(eq(articles.slug, 'late-canal'))
  expect(row?.status).toBe('scheduled')
})

test('Particulars, owner and embargo are kept; a contributor sees their draft and no way to publish', async ({ browser }) => {
  const contributor = await makeMember('contributor')
  const editor = await makeMember('editor')
  const heir = await makeMember('reporter', { name: 'Henri the heir' })
  const { page: address } = await draftOf(contributor, 'quiet-canal')
  const own = await openAs(browser, contributor)
  await own.page.goto(address)
  await expect(own.page.getByText('There is nothing for you to do here now.')).toBeVisible()
  await own.page.getByLabel('Notes to the desk').fill('Please call the port.')
  await own.page.getByRole('button', { name: 'Save the particulars' }).click()
  await expect(own.page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  const { page, complaints } = await openAs(browser, editor)
  await page.goto(address)
  await expect(page.getByLabel('Notes to the desk')).toHaveValue('Please call the port.')
  await page.getByLabel('Republishing').selectOption('never')
  await page.getByRole('button', { name: 'Save the particulars' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  const embargo = await choose(page, 'Embargo')
  await embargo.getByLabel('Nobody may see it until').fill('2028-01-01T00:00')
  await embargo.getByRole('button', { name: 'Save the embargo' }).click()
  await expect(embargo.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Checks' }).getByText('Nobody may see it before')).toBeVisible()
  const owner = await choose(page, 'Owner')
  await owner.getByLabel('Give it to').selectOption({ label: heir.name })
  await owner.getByRole('button', { name: 'Give it' }).click()
  await expect(owner.getByRole('status').filter({ hasText: 'It is theirs now.' })).toBeVisible()
  await own.page.reload()
  await expect(own.page.getByRole('heading', { name: 'This is not here' })).toBeVisible()
  expect(complaints).toEqual([])
})
