import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { createArticle, publishArticle, reviseArticle } from '../db/articles/commands'
import { publishHead } from '../db/articles/publish'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { proposeCorrection } from '../db/corrections/commands'
import { sections } from '../db/sections/schema'
import { paragraphs, someContent } from '../db/testing-content'
import type { Language } from '../lib/languages'
import { ask } from './crawl'
import { expect, test } from './fixtures'
import { type Member, makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

const base = process.env.BASE_URL ?? ''

/** A live English article of which readers have seen two versions: the second has another figure. */
async function correctedOf(editor: Member, publisher: Member, slug: string) {
  const place = await findPlace()
  const content = (ships: string) =>
    someContent(place.sectionId, `Ships counted at the ${slug}`, {
      slug,
      topicIds: [place.topicId],
      bylines: [{ contributorId: place.contributorId, role: 'reporter', creditedAs: '' }],
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'aaaa' }, content: [{ type: 'text', text: `${ships} ships passed on Monday.` }] },
        ],
      },
    })
  const { articleId } = await createArticle(null, 'en', content('Six'))
  await publishArticle(articleId, { now: new Date() })
  const headRevisionId = await reviseArticle({ id: editor.personId }, articleId, content('Nine'), 'The port has counted again')
  const { outcome } = await publishHead(publisher.actor, articleId, { headRevisionId }, new Date())
  expect(outcome).toBe('published')
  return { articleId, page: `/dashboard/articles/${articleId}/corrections`, address: `/news/${slug}` }
}

/** A live translation of it, somebody's own. */
async function translationOf(articleId: string, language: Language, owner: Member, slug: string) {
  const [section] = await db.select().from(sections).where(eq(sections.language, language))
  if (!section) throw new Error('The sample publication has not been imported.')
  const content = someContent(section.id, `Navires comptés : ${slug}`, {
    slug,
    body: paragraphs('Six navires sont passés lundi.'),
  })
  const made = await createArticle(null, language, content)
  await publishArticle(made.articleId, { now: new Date() })
  const group = randomUUID()
  await db
    .update(articles)
    .set({ translationGroupId: group })
    .where(inArray(articles.id, [articleId, made.articleId]))
  await db.update(articles).set({ translatedFromId: articleId, ownerId: owner.personId }).where(eq(articles.id, made.articleId))
  const prefix = language === 'en' ? '' : `/${language}`
  return {
    articleId: made.articleId,
    page: `/dashboard/articles/${made.articleId}/corrections`,
    address: `${prefix}/${section.slug}/${slug}`,
  }
}

test('A correction is proposed, approved by another, told to readers everywhere, offered to the translation and taken there, and taken back', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const editor = await makeMember('editor', { name: 'Edna the editor' })
  const second = await makeMember('editor', { name: 'Emil the second' })
  const publisher = await makeMember('publisher')
  const translator = await makeMember('reporter', { name: 'Thérèse' })
  const original = await correctedOf(editor, publisher, 'long-lock')
  const french = await translationOf(original.articleId, 'fr', translator, 'longue-ecluse')
  const desk = await openAs(browser, editor)
  const office = await openAs(browser, second)
  const words = 'An earlier version counted six ships. There were nine.'

  // Proposed: the two newest versions that readers have seen stand beside one another.
  await desk.page.goto(`/dashboard/articles/${original.articleId}`)
  await desk.page.getByRole('link', { name: 'Corrections', exact: true }).click()
  await expect(desk.page.getByText('Nothing of this article has been corrected.')).toBeVisible()
  const difference = desk.page.getByRole('region', { name: 'The difference between them' })
  await expect(difference.locator('del').filter({ hasText: 'Six' })).toBeVisible()
  await expect(difference.locator('ins').filter({ hasText: 'Nine' })).toBeVisible()
  await desk.page.getByRole('button', { name: 'Propose it' }).click()
  await expect(desk.page.getByText('This is needed.')).toBeVisible()
  await desk.page.getByLabel('What readers are told').fill(words)
  await desk.page.getByLabel('Before', { exact: true }).selectOption({ index: 0 })
  await expect(desk.page.getByText('Choose two different revisions')).toBeVisible()
  await expect(desk.page.getByLabel('What readers are told')).toHaveValue(words)
  await desk.page.getByLabel('Before', { exact: true }).selectOption({ index: 1 })
  await expect(difference.locator('ins').filter({ hasText: 'Nine' })).toBeVisible()
  await desk.page.getByLabel('Who is asked to approve it').selectOption({ label: 'Emil the second' })
  await desk.page.getByRole('button', { name: 'Propose it' }).click()
  await expect(desk.page.getByRole('status').filter({ hasText: 'Proposed.' })).toBeVisible()
  await expect(desk.page.getByText('You proposed this yourself.')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0)
  expect((await ask(base, original.address)).text).not.toContain(words)

  // Approved by another, who finds it at the desk.
  await office.page.goto('/dashboard')
  const waiting = office.page.getByRole('region', { name: 'Corrections that wait' })
  await waiting.getByRole('link', { name: 'Ships counted at the long-lock' }).click()
  await expect(office.page.locator('.correction-entry ins').filter({ hasText: 'Nine' })).toBeVisible()
  await office.page.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(office.page.getByRole('status').filter({ hasText: 'Published. Readers see it now' })).toBeVisible()

  // Told everywhere, at once.
  const article = await ask(base, original.address)
  expect(article.text).toContain(`</span> ${words}`)
  expect(article.text).toMatch(/"@type":"CorrectionComment","text":"An earlier version counted six ships/)
  for (const address of [
    '/corrections',
    '/corrections/feed.xml',
    '/corrections/feed.atom',
    '/corrections/feed.json',
    '/feed.json',
  ])
    expect((await ask(base, address)).text, address).toContain(words)
  const list = await ask(base, '/corrections')
  expect(list.text).toMatch(/rel="alternate" type="application\/rss\+xml" href="[^"]*\/corrections\/feed\.xml"/)
  expect((await ask(base, '/sitemaps/places.xml')).text).toContain('/corrections</loc>')

  // Offered to the translation, declined by nobody, taken in the words of its readers.
  const bureau = await openAs(browser, translator)
  await bureau.page.goto('/dashboard')
  await expect(bureau.page.getByText('corrected in another edition')).toBeVisible()
  await bureau.page.getByRole('region', { name: 'Corrections that wait' }).getByRole('link').click()
  await expect(bureau.page.getByRole('heading', { name: 'Corrected in another edition' })).toBeVisible()
  await bureau.page.getByRole('link', { name: 'Take it' }).click()
  await expect(bureau.page.getByText('This follows what another edition has told its readers:')).toBeVisible()
  const said = 'Nous avions compté six navires. Il y en avait neuf.'
  await bureau.page.getByLabel('What readers are told').fill(said)
  await bureau.page.getByRole('button', { name: 'Propose it' }).click()
  await expect(bureau.page.getByRole('status').filter({ hasText: 'Proposed.' })).toBeVisible()
  await expect(bureau.page.getByRole('heading', { name: 'Corrected in another edition' })).toHaveCount(0)
  await office.page.goto(french.page)
  await office.page.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(office.page.getByRole('status').filter({ hasText: 'Published.' })).toBeVisible()
  for (const address of [french.address, '/fr/corrections', '/fr/corrections/feed.xml'])
    expect((await ask(base, address)).text, address).toContain(said)

  // Taken back: gone from readers, kept at the desk.
  await desk.page.goto(original.page)
  await desk.page.getByText('Take it back', { exact: true }).first().click()
  await desk.page.getByRole('button', { name: 'Take it back' }).click()
  await expect(desk.page.getByText('This is needed.')).toBeVisible()
  await desk.page.getByLabel('Reason').fill('The first count was right after all.')
  await desk.page.getByRole('button', { name: 'Take it back' }).click()
  await expect(desk.page.getByRole('status').filter({ hasText: 'Taken back.' })).toBeVisible()
  await expect(desk.page.getByText('The first count was right after all.')).toBeVisible()
  await expect(desk.page.getByText(/^Taken back by .Edna the editor/)).toBeVisible()
  for (const address of [original.address, '/corrections', '/corrections/feed.xml', '/corrections/feed.json', '/feed.json'])
    expect((await ask(base, address)).text, address).not.toContain(words)
  expect((await ask(base, french.address)).text).toContain(said)
  for (const { complaints } of [desk, office, bureau]) expect(complaints).toEqual([])
})

test('A translation declines with a reason; who decides second is told so; what was refused is proposed in other words', async ({
  browser,
}) => {
  const editor = await makeMember('editor')
  const second = await makeMember('editor')
  const publisher = await makeMember('publisher')
  const original = await correctedOf(editor, publisher, 'short-lock')
  const french = await translationOf(original.articleId, 'fr', editor, 'petite-ecluse')
  const propose = (text: string) =>
    proposeCorrection(
      editor.actor,
      original.articleId,
      { type: 'clarification', text, pair: null, approverId: null, offerId: null },
      new Date(),
    )
  await propose('The ships were ferries.')
  const [one, other] = [await openAs(browser, second), await openAs(browser, publisher)]
  await one.page.goto(original.page)
  await other.page.goto(original.page)
  await one.page.getByText('Refuse', { exact: true }).first().click()
  await one.page.getByLabel('Reason').fill('Ferries are ships.')
  await one.page.getByRole('button', { name: 'Refuse' }).click()
  await expect(one.page.getByRole('status').filter({ hasText: 'Refused.' })).toBeVisible()
  await other.page.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(other.page.getByRole('alert').filter({ hasText: 'Somebody has decided about it meanwhile.' })).toBeVisible()

  await one.page.goto(original.page)
  await one.page.getByRole('link', { name: 'Propose it in other words' }).click()
  await expect(one.page.getByLabel('What readers are told')).toHaveValue('The ships were ferries.')
  await one.page.getByLabel('What readers are told').fill('All nine ships were ferries.')
  await one.page.getByRole('button', { name: 'Propose it' }).click()
  await expect(one.page.getByRole('status').filter({ hasText: 'Proposed.' })).toBeVisible()
  await other.page.goto(original.page)
  await other.page.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(other.page.getByRole('status').filter({ hasText: 'Published.' })).toBeVisible()

  await one.page.goto(french.page)
  await one.page.getByText('Decline', { exact: true }).first().click()
  await one.page.getByLabel('Why this edition does not need it').fill('The French text says ferries.')
  await one.page.getByRole('button', { name: 'Decline' }).click()
  await expect(one.page.getByRole('status').filter({ hasText: 'Declined.' })).toBeVisible()
  await expect(one.page.getByRole('heading', { name: 'Corrected in another edition' })).toHaveCount(0)
  for (const { complaints } of [one, other]) expect(complaints).toEqual([])
})
