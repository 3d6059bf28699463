import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { withdrawArticle } from '../articles/commands'
import { db } from '../client'
import { corrections } from '../corrections/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { findArchivedEdition, findArchivedNewsletter, listArchive, listIndexedEditions } from './archive'
import type { ItemInput } from './rules'
import { newsletterEditions } from './schema'
import { freezeItems, makeEdition, makeNewsletter } from './testing-editions'

await testDatabase()
const now = new Date()
const before = new Date(now.getTime() - 3_600_000)
const later = new Date(now.getTime() + 3_600_000)
const news = await makeSection('en', 'news')
const actu = await makeSection('fr', 'actu')

const story = (articleId: string, overrides: object = {}): ItemInput => ({
  ...{ kind: 'article', articleId, headline: '', blurb: '', mediaId: null, showsPicture: true },
  ...overrides,
})

async function makeSent(newsletterId: string, number: number, items: ItemInput[] = [], values = {}): Promise<string> {
  const editionId = await makeEdition(newsletterId, number, items, values)
  await freezeItems(editionId, before)
  return editionId
}

const newsletterOf = async (slug: string) => (await findArchivedNewsletter('en', slug)) ?? assert.fail('no newsletter')

test('Only editions that were frozen are on the web, newest first, page by page', async () => {
  const newsletterId = await makeNewsletter('paged', 'en', { en: 'Paged', fr: 'Paginée' })
  for (const number of [1, 2, 3, 5]) await makeSent(newsletterId, number)
  await makeEdition(newsletterId, 6, [])
  const cancelled = await makeSent(newsletterId, 7)
  await db.update(newsletterEditions).set({ status: 'cancelled' }).where(eq(newsletterEditions.id, cancelled))
  const paused = await makeSent(newsletterId, 8)
  await db.update(newsletterEditions).set({ status: 'paused', endedAt: null }).where(eq(newsletterEditions.id, paused))

  const numbers = async (limit: number, from: number | null) => {
    const { entries, isLast } = await listArchive(newsletterId, { limit, before: from })
    return [entries.map(({ number }) => number), isLast]
  }
  assert.deepEqual(await numbers(2, null), [[8, 5], false])
  assert.deepEqual(await numbers(3, 5), [[3, 2, 1], true])
  const newsletter = await newsletterOf('paged')
  for (const number of [4, 6, 7]) assert.equal(await findArchivedEdition(newsletter, number, now), null)
  assert.equal((await findArchivedEdition(newsletter, 8, now))?.subject, 'Edition 8')
  assert.equal((await findArchivedNewsletter('fr', 'paged'))?.name, 'Paginée')
  assert.equal((await findArchivedNewsletter('ar', 'paged'))?.name, 'Paged')
  assert.equal(await findArchivedNewsletter('en', 'unknown'), null)
})

test('Articles stand in it as they are today: corrected, withdrawn without a word of theirs, or not to be seen yet', async () => {
  const make = (headline: string, at = before) => makePublished('en', someContent(news, headline), at, now)
  const [good, wrong, gone, ahead] = [await make('Good'), await make('Wrong'), await make('Gone'), await make('Ahead', later)]
  const french = await makePublished('fr', someContent(actu, 'En français'), before, now)
  await db.insert(corrections).values([
    { articleId: wrong, type: 'correction', text: 'It was nine.', status: 'approved', correctedAt: now },
    { articleId: wrong, type: 'update', text: 'Only proposed.', status: 'proposed' },
  ])
  await withdrawArticle(gone, { kind: 'withdrawn', note: '', now })
  const newsletterId = await makeNewsletter('today', 'en', { en: 'Today' })
  const first = await makeSent(newsletterId, 1, [
    { kind: 'text', text: 'A\n\nB' },
    story(good, { headline: 'Ours' }),
    story(wrong),
    story(gone, { headline: 'A secret', blurb: 'A secret' }),
    story(ahead),
    { kind: 'heading', headline: 'Also' },
    story(french),
  ])
  await makeSent(newsletterId, 2, [], { kind: 'correction', correctsId: first })

  const newsletter = await newsletterOf('today')
  const edition = (await findArchivedEdition(newsletter, 1, now)) ?? assert.fail('no edition')
  const told = edition.items.map((item) => {
    if (item.kind === 'article') return [item.headline, item.blurb, item.corrections.map(({ text }) => text)]
    return item.kind === 'gone' ? ['gone', item.isWithdrawn] : [item.kind]
  })
  assert.deepEqual(told, [
    ['text'],
    ['Ours', 'What Good is about.', []],
    ['Wrong', 'What Wrong is about.', ['It was nine.']],
    ['gone', true],
    ['gone', false],
    ['heading'],
    ['En français', 'What En français is about.', []],
  ])
  assert.doesNotMatch(JSON.stringify(edition), /secret|Ahead/)
  assert.deepEqual([...edition.articleIds].sort(), [good, wrong, gone, ahead, french].sort())
  assert.deepEqual(
    [
      edition.corrects,
      edition.correctedBy.map(({ number }) => number),
      (await findArchivedEdition(newsletter, 2, now))?.corrects?.number,
    ],
    [null, [2], 1],
  )
})

test('Search engines are told of editions of newsletters that may be listed', async () => {
  const hidden = await makeNewsletter('hidden', 'fr', { fr: 'Cachée' }, { isArchiveIndexed: false })
  const open = await makeNewsletter('open', 'fr', { fr: 'Ouverte' })
  await makeSent(hidden, 1)
  await makeSent(open, 1)
  await makeEdition(open, 2, [])
  const { editions, newsletterIds } = await listIndexedEditions()
  assert.deepEqual(
    editions.filter(({ language }) => language === 'fr'),
    [{ language: 'fr', slug: 'open', number: 1 }],
  )
  assert.ok(newsletterIds.includes(hidden))
})
