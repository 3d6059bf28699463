import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { environment } from '../../lib/environment'
import { publishArticle, reviseArticle, withdrawArticle } from '../articles/commands'
import { listArticles } from '../articles/listing'
import { articles } from '../articles/schema'
import { db } from '../client'
import { corrections } from '../corrections/schema'
import { media, renditions } from '../media/schema'
import { saveSettings } from '../settings/commands'
import { settingsSchema, unnamedSettings } from '../settings/rules'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, someContent } from '../testing-content'
import { findLook, listBadItems } from './contents'
import type { ItemInput } from './rules'
import { freezeItems, makeEdition, makeNewsletter } from './testing-editions'

await testDatabase()
const editions = (['en', 'fr'] as const).map((language) => ({ language, tagline: '', delivers: '' }))
await db.transaction((tx) => saveSettings(tx, settingsSchema.parse({ ...unnamedSettings, editions })))
const now = new Date()
const hour = 3_600_000
const before = new Date(now.getTime() - hour)
const later = new Date(now.getTime() + hour)
const news = await makeSection('en', 'news')
const { PUBLIC_URL: origin } = environment()

const story = (articleId: string, overrides: object = {}): ItemInput => ({
  ...{ kind: 'article', articleId, headline: '', blurb: '', mediaId: null, showsPicture: true },
  ...overrides,
})

async function makePicture(name: string, expiresAt: Date | null = null): Promise<string> {
  const [row] = await db
    .insert(media)
    .values({
      ...{ contentHash: name.padEnd(64, '0'), mimeType: 'image/png', width: 1600, height: 900, expiresAt },
      ...{ captions: { en: `A ${name}`, fr: `Un ${name}` }, alts: { en: `What ${name} shows` }, credit: 'Agency/Name' },
    })
    .returning({ id: media.id })
  const mediaId = row?.id ?? assert.fail('no picture')
  const jpeg = { mediaId, crop: '16x9' as const, format: 'jpeg' as const, bytes: 1 }
  await db.insert(renditions).values([
    { ...jpeg, width: 1200, height: 675, file: `${name}-1200.jpeg` },
    { ...jpeg, width: 800, height: 450, file: `${name}-800.jpeg` },
    { ...jpeg, crop: 'whole', width: 480, height: 270, file: `${name}-whole.jpeg` },
    { ...jpeg, format: 'webp', width: 800, height: 450, file: `${name}.webp` },
  ])
  return mediaId
}

test('An edition shows its articles as they are live, with its own words where it has some', async () => {
  const hero = await makePicture('hero')
  const writer = await makeContributor('rima', 'Rima Saad')
  const content = someContent(news, 'A canal', {
    kicker: 'Water',
    hero: { mediaId: hero, caption: 'The lock', alt: null },
    bylines: [
      { contributorId: writer, role: 'reporter', creditedAs: '' },
      { contributorId: null, role: 'photographer', creditedAs: 'Not over it' },
    ],
  })
  const articleId = await makePublished('en', content, before, now)
  const newsletterId = await makeNewsletter('dispatch', 'en', { en: 'Dispatch', fr: 'Dépêche' })
  const editionId = await makeEdition(newsletterId, 3, [
    story(articleId),
    { kind: 'heading', headline: 'Also' },
    { kind: 'text', text: 'One.\n\n Two,\nstill two.\r\n\r\n' },
    story(articleId, { headline: 'Ours', blurb: 'Said otherwise', showsPicture: false }),
    { kind: 'picture', mediaId: hero, text: '' },
  ])

  const look = (await findLook(db, editionId, 'fr', now)) ?? assert.fail('no look')
  const url = origin + addressOf.article('en', 'news', 'a-canal')
  const shown = {
    ...{ kind: 'article', articleId, language: 'en', kicker: 'Water', byline: ['Rima Saad'], url, corrections: [] },
    ...{ headline: 'A canal', blurb: 'What A canal is about.' },
    picture: {
      ...{ src: `${origin}/media/hero-800.jpeg`, width: 800, height: 450 },
      ...{ alt: 'What hero shows', caption: 'The lock', credit: 'Agency/Name' },
    },
  }
  assert.deepEqual(look.items, [
    shown,
    { kind: 'heading', headline: 'Also' },
    { kind: 'text', paragraphs: ['One.', 'Two,\nstill two.'] },
    { ...shown, headline: 'Ours', blurb: 'Said otherwise', picture: null },
    {
      kind: 'picture',
      picture: { ...shown.picture, src: `${origin}/media/hero-whole.jpeg`, width: 480, height: 270, caption: 'A hero' },
    },
  ])
  assert.deepEqual(
    [look.language, look.frameLanguage, look.newsletter.name, look.newsletter.language, look.number, look.corrects],
    ['en', 'fr', 'Dépêche', 'fr', 3, null],
  )
  assert.equal(look.webUrl, `${origin}/newsletters/dispatch/3`)
  const arabic = (await findLook(db, editionId, 'ar', now)) ?? assert.fail('no look')
  // Readers have no Arabic edition to be led to.
  assert.deepEqual(
    [look.preferencesUrl, arabic.preferencesUrl],
    [`${origin}/fr/newsletters/preferences`, `${origin}/newsletters/preferences`],
  )
  assert.deepEqual([arabic.newsletter.name, arabic.newsletter.language, arabic.direction], ['Dispatch', 'en', 'ltr'])
})

test('What is written and not saved is shown too; what may not be shown, or never was, is left out', async () => {
  const newsletterId = await makeNewsletter('unsaved', 'en', { en: 'Unsaved' })
  const ended = await makePicture('ended', now)
  const other = await makePicture('other')
  const articleId = await makePublished(
    'en',
    someContent(news, 'Without right', { hero: { mediaId: ended, caption: null, alt: null } }),
    before,
    now,
  )
  const items = [story(articleId), story(articleId, { mediaId: other }), story(randomUUID())]
  const what = {
    newsletterId,
    subject: 'S',
    preheader: 'P',
    items: [...items, { kind: 'picture', mediaId: ended, text: '' } as const],
  }
  const look = (await findLook(db, what, 'en', now)) ?? assert.fail('no look')
  assert.deepEqual(
    look.items.map((item) => (item.kind === 'article' ? (item.picture?.caption ?? null) : item.kind)),
    [null, 'A other'],
  )
  assert.deepEqual([look.editionId, look.number, look.webUrl], [null, null, `${origin}/newsletters/unsaved`])

  const editionId = await makeEdition(newsletterId, 7, [])
  const changed = (await findLook(db, { ...what, editionId }, 'en', now)) ?? assert.fail('no look')
  assert.deepEqual([changed.number, changed.subject, changed.items.length], [7, 'S', 2])
  assert.equal(await findLook(db, randomUUID(), 'en', now), null)
  assert.equal(await findLook(db, { ...what, newsletterId: randomUUID() }, 'en', now), null)
})

test('A correction names the edition that it goes to the recipients of', async () => {
  const newsletterId = await makeNewsletter('corrected', 'en', { en: 'Corrected' })
  const first = await makeEdition(newsletterId, 1, [])
  const second = await makeEdition(newsletterId, 2, [], { kind: 'correction', correctsId: first })
  const look = await findLook(db, second, 'en', now)
  assert.deepEqual([look?.kind, look?.corrects?.number, look?.corrects?.subject], ['correction', 1, 'Edition 1'])
})

test('Items that readers may not see, or that have changed since the audience was frozen, are bad', async () => {
  const make = (headline: string, at = before) => makePublished('en', someContent(news, headline), at, now)
  const [good, gone, embargoed, held, ahead, corrected, revised, early] = [
    ...[await make('Good'), await make('Gone'), await make('Embargoed'), await make('Held'), await make('Ahead', later)],
    ...[await make('Wrong'), await make('Revised'), await make('Corrected before')],
  ]
  const newsletterId = await makeNewsletter('bad', 'en', { en: 'Bad' })
  const all = [good, gone, embargoed, held, ahead, corrected, revised, early, good]
  const editionId = await makeEdition(newsletterId, 1, [...all.map((id) => story(id ?? '')), { kind: 'heading', headline: 'H' }])
  const reasons = async (at = now) => new Map((await listBadItems(db, editionId, at)).map((bad) => [bad.articleId, bad.reason]))
  const correct = (articleId = '', correctedAt: Date) =>
    db.insert(corrections).values({ articleId, type: 'correction', text: 'T', status: 'approved', correctedAt })
  await correct(early, before)
  assert.deepEqual([...(await reasons())], [[ahead, 'not-published']])
  assert.equal((await reasons(later)).size, 0)

  await freezeItems(editionId, new Date(now.getTime() - 1000))
  await withdrawArticle(gone ?? '', { kind: 'withdrawn', note: '', now })
  await db
    .update(articles)
    .set({ embargoUntil: later })
    .where(eq(articles.id, embargoed ?? ''))
  await db
    .update(articles)
    .set({ legalHold: true })
    .where(eq(articles.id, held ?? ''))
  await db.transaction((tx) => listArticles(tx, [held ?? '']))
  await correct(corrected, now)
  await reviseArticle({ id: randomUUID() }, revised ?? '', someContent(news, 'Revised', { standfirst: 'Otherwise' }), '')
  assert.equal(await publishArticle(revised ?? '', { now, publishAt: now }), 'published')
  assert.deepEqual(
    [...(await reasons())].sort(),
    [
      [gone, 'withdrawn'],
      [embargoed, 'embargoed'],
      [held, 'not-published'],
      [ahead, 'not-published'],
      [corrected, 'corrected'],
      [revised, 'corrected'],
    ].sort(),
  )
})

test('An edition that is not there has nothing bad', async () => {
  assert.deepEqual(await listBadItems(db, randomUUID(), now), [])
})
