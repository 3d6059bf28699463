import { eq } from 'drizzle-orm'
import { createArticle, reviseArticle } from '../db/articles/commands'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { previews } from '../db/previews/schema'
import { paragraphs, someContent } from '../db/testing-content'
import { expect, findObstacles, findTooWide, listenForComplaints, test } from './fixtures'
import { makeMember, openAs } from './staff'
import { findPlace } from './writing'

test('A writer lets somebody without an account read one revision, as it will look, until the link is ended or has lapsed', async ({
  browser,
}) => {
  const writer = await makeMember('contributor')
  const { sectionId } = await findPlace()
  const content = someContent(sectionId, 'What the port wants read first', { body: paragraphs('These words were sent.') })
  const { articleId } = await createArticle({ id: writer.personId }, 'en', content)
  await db.update(articles).set({ ownerId: writer.personId }).where(eq(articles.id, articleId))

  const desk = await openAs(browser, writer)
  await desk.page.goto(`/dashboard/articles/${articleId}/preview`)
  await expect(desk.page.frameLocator('iframe').first().getByText('These words were sent.')).toBeVisible()
  const made = desk.page.getByLabel('Link', { exact: true })
  const makeLink = async (before = '') => {
    await desk.page.getByRole('button', { name: 'Make a link' }).click()
    await expect(made).toBeVisible()
    await expect(made).not.toHaveValue(before)
    return made.inputValue()
  }
  const link = await makeLink()

  // The draft goes on; whoever has the link sees what was sent, and nothing of what came after.
  await reviseArticle({ id: writer.personId }, articleId, { ...content, body: paragraphs('These words came later.') }, '')
  for (const [width, colorScheme] of [
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    const complaints = listenForComplaints(page)
    const response = await page.goto(link)
    expect(response?.status()).toBe(200)
    expect(response?.headers()['cache-control']).toContain('no-store')
    await expect(page.getByRole('heading', { level: 1, name: content.headline })).toBeVisible()
    await expect(page.getByText('These words were sent.')).toBeVisible()
    await expect(page.getByText('These words came later.')).toHaveCount(0)
    await expect(page.getByText(/Revision 1\. It is not public/)).toBeVisible()
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    const background = colorScheme === 'dark' ? 'rgb(23, 22, 20)' : 'rgb(253, 252, 249)'
    await expect(page.locator('body')).toHaveCSS('background-color', background)
    expect(await findTooWide(page)).toEqual([])
    expect(await findObstacles(page)).toEqual([])
    expect([...(await context.cookies()), ...complaints]).toEqual([])
    await context.close()
  }

  const reader = await browser.newPage()
  const expectEnded = async (address: string) => {
    expect((await reader.goto(address))?.status()).toBe(410)
    await expect(reader.getByRole('heading', { name: 'This preview has ended' })).toBeVisible()
    await expect(reader.getByText('These words')).toHaveCount(0)
  }
  await desk.page.getByRole('button', { name: 'End it' }).click()
  await expect(desk.page.getByText('The link opens nothing any more.')).toBeVisible()
  await expectEnded(link)
  const later = await makeLink(link)
  expect((await reader.goto(later))?.status()).toBe(200)
  await db.update(previews).set({ expiresAt: new Date() }).where(eq(previews.articleId, articleId))
  await expectEnded(later)
  expect((await reader.goto(`${later.slice(0, -4)}xxxx`))?.status()).toBe(404)
  expect(desk.complaints).toEqual([])
})
