import { eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import { createArticle, publishArticle, reviseArticle } from '../db/articles/commands'
import { findContent } from '../db/articles/contents'
import { articles } from '../db/articles/schema'
import type { Block } from '../db/body/rules'
import { db } from '../db/client'
import { sections } from '../db/sections/schema'
import { paragraphs, someContent } from '../db/testing-content'
import type { Language } from '../lib/languages'
import { ask } from './crawl'
import { expect, findObstacles, test } from './fixtures'
import { makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

const base = process.env.BASE_URL ?? ''

const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

/** What the original says, and what it says later: one paragraph changed, one went, one came. */
const said = {
  first: [paragraph('aaaa', 'Six ships passed.'), paragraph('bbbb', 'Nobody saw them.'), paragraph('cccc', 'It was dark.')],
  later: [paragraph('aaaa', 'Nine ships passed.'), paragraph('cccc', 'It was dark.'), paragraph('dddd', 'It rained.')],
}

async function originalOf(slug: string) {
  const place = await findPlace()
  const content = (blocks: Block[]) =>
    someContent(place.sectionId, `Ships at night: ${slug}`, {
      slug,
      body: { type: 'doc', content: blocks },
      topicIds: [place.topicId],
    })
  const { articleId } = await createArticle(null, 'en', content(said.first))
  await publishArticle(articleId, { now: new Date() })
  return {
    articleId,
    page: `/dashboard/articles/${articleId}/translations`,
    address: `/news/${slug}`,
    change: async () => {
      await reviseArticle(null, articleId, content(said.later), 'Counted again')
      await publishArticle(articleId, { now: new Date() })
    },
  }
}

async function sectionOf(language: Language) {
  const [section] = await db.select().from(sections).where(eq(sections.language, language))
  if (!section) throw new Error('The sample publication has not been imported.')
  return section
}

const panel = (page: Page, name: string) => page.locator('details.move').filter({ has: page.getByText(name, { exact: true }) })

test('A translation is begun from the original, falls behind it paragraph by paragraph, and is brought up to date', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const editor = await makeMember('editor')
  const original = await originalOf('night-lock')
  const { page, complaints } = await openAs(browser, editor)
  await page.goto(`/dashboard/articles/${original.articleId}`)
  await page.getByRole('link', { name: 'Translations', exact: true }).click()
  await expect(page.getByText('There is no translation of this article yet.')).toBeVisible()
  await panel(page, 'Begin the French translation').getByRole('button', { name: 'Begin it' }).click()
  await expect(page.getByRole('heading', { name: 'Without a headline' })).toBeVisible()
  await expect(page.getByText('Six ships passed.')).toBeVisible()

  // The blocks have the ids of the original.
  const [row] = await db.select().from(articles).where(eq(articles.translatedFromId, original.articleId))
  const content = await findContent(db, row?.headRevisionId ?? '')
  expect(content?.body.content.map((block) => block.attrs.id)).toEqual(['aaaa', 'bbbb', 'cccc'])

  // The original changes; the translation says where, beside its own paragraphs.
  await page.getByRole('link', { name: 'Translations', exact: true }).click()
  await expect(page.getByText('Nothing has changed in the original since it was translated.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have brought it up to date' })).toHaveCount(0)
  await original.change()
  await page.reload()
  await expect(page.getByRole('cell', { name: /The original has changed since \(revision 1 was translated\)/ })).toBeVisible()
  const drift = page.getByRole('region', { name: 'What has changed in the original' })
  await expect(drift.locator('del').filter({ hasText: 'Six' })).toBeVisible()
  await expect(drift.locator('ins').filter({ hasText: 'Nine' })).toBeVisible()
  await expect(drift.locator('tr').filter({ hasText: 'It rained.' }).getByText('Not in the translation yet.')).toBeVisible()
  await expect(drift.locator('tr').filter({ hasText: 'Nobody saw them.' }).getByText('Removed', { exact: true })).toBeVisible()
  await expect(drift.getByText('1 unchanged paragraph')).toBeVisible()
  expect(await findObstacles(page)).toEqual([])
  await drift.getByRole('button', { name: 'I have brought it up to date' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Noted: it says what the original says.' })).toBeVisible()
  await expect(page.getByText('Nothing has changed in the original since it was translated.')).toBeVisible()
  await page.goto(original.page)
  await expect(page.getByRole('cell', { name: 'Says what the original says' })).toBeVisible()
  await expect(panel(page, 'Begin the French translation')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('Two that were written apart are joined, name each other to readers and search engines, and part again', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const editor = await makeMember('editor')
  const original = await originalOf('day-lock')
  const section = await sectionOf('fr')
  const content = someContent(section.id, 'Navires de jour', { slug: 'navires-de-jour', body: paragraphs('Six navires.') })
  const { articleId } = await createArticle(null, 'fr', content)
  await publishArticle(articleId, { now: new Date() })
  const address = `/fr/${section.slug}/navires-de-jour`
  const hreflang = (path: string) => new RegExp(`hreflang="(en|fr)" href="[^"]*${path}"`, 'i')
  expect((await ask(base, original.address)).text).not.toMatch(hreflang(address))

  const { page, complaints } = await openAs(browser, editor)
  await page.goto(`/dashboard/articles/${articleId}/translations`)
  const joining = panel(page, 'It is a translation of an article that is here already')
  await joining.locator('summary').click()
  await joining.getByRole('button', { name: 'Say so' }).click()
  await expect(joining.getByText('Choose the original first.')).toBeVisible()
  await joining.getByLabel('English').check()
  await joining.getByRole('combobox', { name: 'The original' }).fill('Ships at night: day')
  await joining.getByRole('option', { name: /Ships at night: day-lock/ }).click()
  await joining.getByRole('button', { name: 'Say so' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'They are one another’s translations now.' })).toBeVisible()
  expect((await ask(base, original.address)).text).toMatch(hreflang(address))
  expect((await ask(base, address)).text).toMatch(hreflang(original.address))

  const leaving = panel(page, 'It is no translation of these')
  await leaving.locator('summary').click()
  await leaving.getByRole('button', { name: 'Take it out of the group' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'It is out of the group.' })).toBeVisible()
  expect((await ask(base, original.address)).text).not.toMatch(hreflang(address))
  expect(complaints).toEqual([])
})
