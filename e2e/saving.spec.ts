import { eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import { findContent } from '../db/articles/contents'
import { beginArticle } from '../db/articles/saving'
import { articles, revisions } from '../db/articles/schema'
import { bodyText } from '../db/body/rules'
import { db } from '../db/client'
import { endSessionsOf } from '../db/people/sessions'
import { expect, findObstacles, test } from './fixtures'
import { beginConfirmed, type Member, makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

const textOf = (page: Page) => page.getByLabel('Text of the article')
const phaseOf = (page: Page) => page.locator('.save-phase')

async function begin(member: Member, headline: string): Promise<string> {
  const { sectionId } = await findPlace()
  const begun = await beginArticle(member.actor, { language: 'en', sectionId, headline }, new Date())
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  return begun.articleId
}

async function headOf(articleId: string) {
  const [article] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  const content = await findContent(db, article?.head ?? '')
  if (!content) throw new Error('The article has no head.')
  return { ...content, text: bodyText(content.body) }
}

/** Every word that is kept of an article anywhere in the database's revisions. */
async function everythingOf(articleId: string): Promise<string> {
  const rows = await db
    .select({ headline: revisions.headline, text: revisions.bodyText })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
  return rows.map(({ headline, text }) => `${headline}\n${text}`).join('\n')
}

async function write(page: Page, text: string) {
  await expect(textOf(page)).toBeEditable()
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

async function save(page: Page) {
  await page.keyboard.press('Control+s')
  await expect(phaseOf(page)).toHaveText(/^Saved at/)
}

test('A reporter begins an article, is kept while writing, comes back after a reload, and saves', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const { page, complaints } = await openAs(browser, reporter)
  await page.goto('/dashboard/articles/new')
  await page.getByLabel('Headline').fill('How a harbour is dredged')
  await page.getByRole('button', { name: 'Begin to write' }).click()
  await expect(page.getByRole('heading', { name: 'How a harbour is dredged' })).toBeVisible()
  const articleId = page.url().split('/').at(-1) ?? ''

  await write(page, 'Mud comes down every river.')
  await page.getByLabel('Standfirst').fill('Ships need depth; rivers bring mud.')
  await expect(phaseOf(page)).toHaveText(/kept for you/)
  expect((await headOf(articleId)).text).not.toContain('Mud')

  await page.reload()
  await expect(page.getByText('What you had not saved is back.')).toBeVisible()
  await expect(textOf(page)).toContainText('Mud comes down every river.')
  await expect(page.getByLabel('Standfirst')).toHaveValue('Ships need depth; rivers bring mud.')
  await page.getByLabel('What changed (optional)').fill('First words')
  await save(page)
  const head = await headOf(articleId)
  expect([head.text, head.standfirst]).toEqual(['Mud comes down every river.', 'Ships need depth; rivers bring mud.'])
  expect(await findObstacles(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('Two who write at once: what does not clash merges, what clashes is shown and kept', async ({ browser }) => {
  const [one, other] = await Promise.all([makeMember('editor', { name: 'Nadia' }), makeMember('editor', { name: 'Karim' })])
  const articleId = await begin(one, 'Two hands')
  const [{ page: hers }, { page: his }] = await Promise.all([openAs(browser, one), openAs(browser, other)])
  await hers.goto(`/dashboard/articles/${articleId}`)
  await his.goto(`/dashboard/articles/${articleId}`)
  await write(hers, 'Her paragraph stands here.')
  await expect(phaseOf(hers)).toHaveText(/kept for you/)
  await his.getByLabel('Kicker').fill('His kicker')
  await expect(his.getByText('Here too: Nadia (writing)')).toBeVisible({ timeout: 30_000 })
  await his.getByLabel('Headline', { exact: true }).fill('His headline')
  await save(his)

  await hers.getByLabel('Headline', { exact: true }).fill('Her headline')
  await hers.keyboard.press('Control+s')
  await expect(hers.getByRole('heading', { name: 'You both changed the same' })).toBeVisible()
  const head = await headOf(articleId)
  expect([head.kicker, head.headline, head.text]).toEqual(['His kicker', 'His headline', 'Her paragraph stands here.'])
  expect(await everythingOf(articleId)).toContain('Her headline')

  await hers.getByRole('radio', { name: /mine/i }).first().check()
  await hers.getByRole('button', { name: /apply|choice|keep/i }).click()
  await expect(hers.getByLabel('Headline', { exact: true })).toHaveValue('Her headline')
  await save(hers)
  expect((await headOf(articleId)).headline).toBe('Her headline')
})

test('With the server away, then the tab closed, every word is offered back in another tab', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const articleId = await begin(reporter, 'Away from the desk')
  const { page, context } = await openAs(browser, reporter)
  await page.goto(`/dashboard/articles/${articleId}`)
  await write(page, 'Before the tunnel. ')
  await expect(phaseOf(page)).toHaveText(/kept for you/)
  await context.setOffline(true)
  await page.keyboard.type('Inside the tunnel.')
  await expect(phaseOf(page)).toHaveText(/kept on this device/)
  await page.close()
  await context.setOffline(false)

  const back = await context.newPage()
  await back.goto(`/dashboard/articles/${articleId}`)
  await expect(back.getByRole('heading', { name: 'Words that were not saved' })).toBeVisible()
  await back.getByRole('button', { name: 'Bring it back' }).click()
  await expect(textOf(back)).toContainText('Before the tunnel. Inside the tunnel.')
  await save(back)
  expect((await headOf(articleId)).text).toBe('Before the tunnel. Inside the tunnel.')
  await back.reload()
  await expect(textOf(back)).toContainText('Inside the tunnel.')
  await expect(back.getByRole('heading', { name: 'Words that were not saved' })).toBeHidden()
})

test('A session that is ended keeps the draft: signed in again, it is sent and saved', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const articleId = await begin(reporter, 'A revoked session')
  const { page, context } = await openAs(browser, reporter)
  await page.goto(`/dashboard/articles/${articleId}`)
  await write(page, 'Written while signed in. ')
  await db.transaction((tx) => endSessionsOf(tx, reporter.personId))
  await page.keyboard.type('And after that.')
  await expect(phaseOf(page)).toContainText('You are signed out.')
  await page.keyboard.press('Control+s')
  await expect(textOf(page)).toContainText('And after that.')

  const token = await beginConfirmed(reporter.personId)
  await context.addCookies([
    { name: 'broadsheet-session', value: token, url: new URL(page.url()).origin, httpOnly: true, sameSite: 'Lax' },
  ])
  await expect(phaseOf(page)).toHaveText(/kept for you/, { timeout: 40_000 })
  await save(page)
  expect((await headOf(articleId)).text).toBe('Written while signed in. And after that.')
})

test('Whoever looks at another page of the article and comes back finds the text as they left it', async ({ browser }) => {
  const reporter = await makeMember('reporter')
  const articleId = await begin(reporter, 'Back and forth')
  const { page, complaints } = await openAs(browser, reporter)
  const lookAway = async () => {
    await page.getByRole('link', { name: 'History', exact: true }).click()
    await expect(page.getByRole('link', { name: /^Revision 1/ })).toBeVisible()
    await page.getByRole('link', { name: 'Text', exact: true }).click()
    await expect(textOf(page)).toBeEditable()
  }
  await page.goto(`/dashboard/articles/${articleId}`)
  await write(page, 'Saved before. ')
  await save(page)
  await lookAway()
  await expect(textOf(page)).toHaveText('Saved before.')
  await expect(page.getByText('Somebody has saved a newer revision.')).toHaveCount(0)

  await write(page, 'Not saved yet.')
  await page.getByLabel('Kicker').fill('Back again')
  await lookAway()
  await expect(textOf(page)).toHaveText('Saved before. Not saved yet.')
  await expect(page.getByLabel('Kicker')).toHaveValue('Back again')
  await write(page, ' And on.')
  await save(page)
  const { text, kicker } = await headOf(articleId)
  expect([text, kicker]).toEqual(['Saved before. Not saved yet. And on.', 'Back again'])
  expect(complaints).toEqual([])
})
