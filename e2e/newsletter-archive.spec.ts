import { eq } from 'drizzle-orm'
import { withdrawArticle } from '../db/articles/commands'
import { db } from '../db/client'
import { approveCorrection, proposeCorrection } from '../db/corrections/commands'
import type { ItemInput } from '../db/newsletter-editions/rules'
import { editionLinks, linkClicks } from '../db/newsletter-editions/schema'
import { freezeItems, makeEdition } from '../db/newsletter-editions/testing-editions'
import { newsletters } from '../db/newsletters/schema'
import { announce } from '../db/notices/commands'
import { someContent } from '../db/testing-content'
import { tagOf } from '../lib/cache-tags'
import { ask } from './crawl'
import { test as base, expect, findObstacles, findTooWide } from './fixtures'
import { ownServer } from './newsroom'
import { makeMember } from './staff'
import { leadsTo, untilShown } from './until'
import { findPlace, publish } from './writing'

// A newsroom of its own: what is withdrawn is seen by every other journey.
const test = base.extend<object, { url: string }>({
  url: [async ({ playwright: _ }, use) => ownServer(use), { scope: 'worker', timeout: 300_000 }],
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

const list = '/newsletters/jerusalem-dispatch'
const number = 941
const address = `${list}/${number}`
const [wrong, gone] = ['Ships counted at the quay', 'A harbour that never was']

const story = (articleId: string, headline = ''): ItemInput => ({
  ...{ kind: 'article', articleId, headline, blurb: '', mediaId: null, showsPicture: true },
})

async function findDispatch() {
  const [row] = await db.select().from(newsletters).where(eq(newsletters.slug, 'jerusalem-dispatch'))
  if (!row) throw new Error('The sample publication has not been imported.')
  return row
}

let wrongId = ''
let goneId = ''
let editionId = ''

test('An edition that was sent is found on its newsletter’s page, read on the web and followed by feed', async ({
  page,
  url,
}) => {
  expect((await ask(url, address)).status).toBe(404)
  const { sectionId } = await findPlace()
  wrongId = await publish(someContent(sectionId, wrong))
  goneId = await publish(someContent(sectionId, gone))
  const words = { subject: 'What the harbour counts', preheader: 'Ships, mostly' }
  const items: ItemInput[] = [{ kind: 'text', text: 'Good morning.' }, story(wrongId, 'Nine ships or six'), story(goneId)]
  editionId = await makeEdition((await findDispatch()).id, number, items, words)
  expect((await ask(url, address)).status).toBe(404)
  await freezeItems(editionId, new Date())
  await untilShown(url, list, words.subject)

  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(url + list)
  expect(await findObstacles(page)).toEqual([])
  await page.getByRole('link', { name: words.subject }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.subject })).toBeVisible()
  await expect(page.getByText('Good morning.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Nine ships or six' })).toHaveAttribute('href', '/news/ships-counted-at-the-quay')
  await expect(page.getByRole('heading', { level: 2, name: gone })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findObstacles(page)).toEqual([])
  }
  expect(await findTooWide(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('edition.png'), fullPage: true })
  await page.getByRole('link', { name: 'All editions of Jerusalem Dispatch' }).click()
  await page.screenshot({ path: test.info().outputPath('archive.png'), fullPage: true })

  for (const format of ['xml', 'atom', 'json']) expect((await ask(url, `${list}/feed.${format}`)).text).toContain(words.subject)
  expect((await ask(url, '/sitemaps/places.xml')).text).toContain(`${address}<`)
  expect(await leadsTo(url, `/fr${address}`)).toBe(address)
  for (const nowhere of [`${list}/942`, `${list}/0941`, `${list}/x`, `${list}/before/1`, '/newsletters/none/1'])
    expect((await ask(url, nowhere)).status, nowhere).toBe(404)
})

test('A later correction of an article is shown with it, and a withdrawal leaves not a word of it', async ({ url }) => {
  const [editor, second] = [await makeMember('editor'), await makeMember('editor')]
  const proposal = {
    type: 'correction' as const,
    text: 'There were nine ships, not six.',
    pair: null,
    approverId: null,
    offerId: null,
  }
  const proposed = await proposeCorrection(editor.actor, wrongId, proposal, new Date())
  expect(proposed.outcome).toBe('proposed')
  expect(await approveCorrection(second.actor, 'correctionId' in proposed ? proposed.correctionId : '', new Date())).toBe(
    'approved',
  )
  await untilShown(url, address, proposal.text)
  await untilShown(url, `${list}/feed.json`, proposal.text)

  await withdrawArticle(goneId, { kind: 'withdrawn', note: '', now: new Date() })
  await untilShown(url, address, 'An article that stood here has been withdrawn.')
  for (const path of [address, list, `${list}/feed.xml`, `${list}/feed.json`])
    expect((await ask(url, path)).text, path).not.toContain(gone)
})

test('Search engines are told of the editions only where the newsletter allows it', async ({ url }) => {
  const noindex = /<meta name="robots" content="noindex/
  expect((await ask(url, address)).text).not.toMatch(noindex)
  const { id } = await findDispatch()
  const setIndexed = (isArchiveIndexed: boolean) =>
    db.transaction(async (tx) => {
      await tx.update(newsletters).set({ isArchiveIndexed }).where(eq(newsletters.id, id))
      await announce(tx, 'change', [tagOf.newsletters])
    })
  await setIndexed(false)
  await untilShown(url, address, noindex)
  expect((await ask(url, '/sitemaps/places.xml')).text).not.toContain(`${address}<`)
  await setIndexed(true)
})

test('A counted link leads on, keeps nothing, and tells people from programs', async ({ url }) => {
  await db.insert(editionLinks).values({ editionId, position: 1, url: `${url}/news/ships-counted-at-the-quay` })
  const follow = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/newsletters/click/${path}`, {
      ...{ method, redirect: 'manual' },
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', ...headers },
    })
    return { answer, text: await answer.text() }
  }
  const { answer } = await follow(`${editionId}/1?to=https://evil.example`)
  expect([
    answer.status,
    answer.headers.get('location'),
    answer.headers.get('cache-control'),
    answer.headers.get('set-cookie'),
  ]).toEqual([302, `${url}/news/ships-counted-at-the-quay`, 'no-store', null])
  expect((await follow(`${editionId}/1`, 'HEAD')).answer.status).toBe(302)
  await follow(`${editionId}/1`, 'GET', { 'sec-purpose': 'prefetch' })
  for (const unknown of [`${editionId}/2`, `${editionId}/x`, 'x/1', `${editionId}/01`]) {
    const { answer: none, text } = await follow(unknown)
    expect([none.status, none.headers.get('cache-control')], unknown).toEqual([404, 'no-store'])
    expect(text).toContain('leads nowhere')
  }
  const [counted] = await db.select().from(linkClicks).where(eq(linkClicks.editionId, editionId))
  expect([counted?.clicks, counted?.filtered]).toEqual([1, 2])
})
