import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { findRedirect } from '../articles/queries'
import { bodyText } from '../body/rules'
import { db } from '../client'
import { listEvents } from '../events/queries'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, paragraphs, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import { removePage, restorePage, savePage } from './commands'
import { findDeskPage, findPageRevision, listPageRevisions } from './desk'
import { findPage } from './queries'
import { pageRevisions } from './schema'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const publisher = await makeActor('publisher', now, { name: 'Nour' })
const fields = (headline: string, more: object = {}) => ({
  ...{ headline, slug: '', kind: 'other', standfirst: '', counterpartIds: [] },
  ...more,
})

const create = async (headline: string, text = 'First words.', language: 'en' | 'fr' = 'en') => {
  const saved = await savePage(
    publisher,
    { id: null, language, version: 0, fields: fields(headline), body: paragraphs(text) },
    now,
  )
  assert.equal(saved.outcome, 'saved')
  return 'id' in saved ? saved.id : ''
}

const save = (id: string, version: number, headline: string, text: string, more: object = {}) =>
  savePage(publisher, { id, language: 'en', version, fields: fields(headline, more), body: paragraphs(text) }, now)

const textAt = async (slug: string) => {
  const page = await findPage('en', slug, now)
  return page && bodyText(page.body)
}

test('a page is made, and readers find it at once, in a place of its own', async () => {
  await makeSection('en', 'news')
  await create('How we work')
  assert.equal(await textAt('how-we-work'), 'First words.')
  const again = { id: null, language: 'en' as const, version: 0, body: paragraphs('x') }
  assert.equal((await savePage(publisher, { ...again, fields: fields('How we work') }, now)).outcome, 'address-taken')
  assert.equal((await savePage(publisher, { ...again, fields: fields('News') }, now)).outcome, 'address-taken')
  assert.equal((await savePage(publisher, { ...again, fields: fields('Search') }, now)).outcome, 'reserved')
  assert.deepEqual(await savePage(publisher, { ...again, fields: fields(' ') }, now), { outcome: 'invalid', fault: 'headline' })
  const script = { type: 'doc', content: [{ type: 'script', attrs: {} }] }
  const scripted = { ...again, fields: fields('A script'), body: script }
  assert.deepEqual(await savePage(publisher, scripted, now), { outcome: 'invalid', fault: 'body' })
  const editor = await makeActor('editor', now)
  assert.equal((await savePage(editor, { ...again, fields: fields('Mine') }, now)).outcome, 'not-allowed')
})

test('of two who save over one version the second is given what the first wrote, and nothing is written over', async () => {
  const id = await create('Ethics')
  const [first, second] = await Promise.all([save(id, 1, 'Ethics', 'One side.'), save(id, 1, 'Ethics', 'The other side.')])
  const outcomes = [first.outcome, second.outcome].sort()
  assert.deepEqual(outcomes, ['changed-meanwhile', 'saved'])
  const late = first.outcome === 'changed-meanwhile' ? first : second
  assert.ok(late.outcome === 'changed-meanwhile')
  assert.deepEqual([late.version, late.by], [2, 'Nour'])
  assert.equal(bodyText(late.content.body), await textAt('ethics'))
  assert.equal((await save(id, 2, 'Ethics', 'Both sides.')).outcome, 'saved')
  assert.equal(await textAt('ethics'), 'Both sides.')
})

test('the history keeps every revision, gives one back, and is never changed', async () => {
  const id = await create('Terms', 'As of old.')
  await save(id, 1, 'Terms of use', 'As of new.', { slug: 'terms' })
  const page = await findDeskPage(id)
  assert.equal(page?.version, 2)
  const same = { id, language: 'en' as const, version: 2, body: page?.body }
  assert.equal(
    (await savePage(publisher, { ...same, fields: fields('Terms of use', { slug: 'terms' }) }, now)).outcome,
    'unchanged',
  )
  assert.equal(await restorePage(publisher, { id, number: 1 }, now), 'restored')
  assert.equal(await textAt('terms'), 'As of old.')
  assert.equal(await restorePage(publisher, { id, number: 1 }, now), 'unchanged')
  assert.equal(await restorePage(publisher, { id, number: 9 }, now), 'unknown')
  assert.deepEqual(
    (await listPageRevisions(id, undefined, 10)).map(({ number, authorName, restoredFrom }) => [
      number,
      authorName,
      restoredFrom,
    ]),
    [
      [3, 'Nour', 1],
      [2, 'Nour', null],
      [1, 'Nour', null],
    ],
  )
  assert.equal((await findPageRevision(id, 2))?.headline, 'Terms of use')
  await assert.rejects(db.update(pageRevisions).set({ headline: 'x' }).where(eq(pageRevisions.pageId, id)))
  assert.deepEqual(
    (await listEvents({ subject: id }, { from: null, to: null }, 9)).map(({ action }) => action),
    ['page.restored', 'page.changed', 'page.created'],
  )
})

test('a page that moves leads on, and one that is removed leaves nothing behind', async () => {
  const id = await create('Privacy')
  await db.insert(redirects).values({ path: '/datenschutz', target: '/privacy' })
  assert.equal((await save(id, 1, 'Privacy', 'First words.', { slug: 'your-data' })).outcome, 'saved')
  for (const path of ['/privacy', '/datenschutz'])
    assert.deepEqual(await findRedirect(path, now), { kind: 'moved', to: '/your-data' })
  assert.equal(await removePage(publisher, id, now), 'removed')
  assert.equal(await removePage(publisher, id, now), 'unknown')
  assert.equal(await textAt('your-data'), null)
  assert.deepEqual(await findRedirect('/privacy', now), { kind: 'unknown' })
  assert.equal(await restorePage(publisher, { id, number: 1 }, now), 'unknown')
})

test('a page shows the articles that its text refers to as far as readers may see them', async () => {
  const section = await makeSection('en', 'reports')
  const articleId = await makePublished('en', someContent(section, 'A report of ours'), now)
  const id = await create('Our reports')
  const related = { type: 'relatedArticle', attrs: { id: randomUUID().slice(0, 8), articleId } }
  const body = { type: 'doc', content: [...paragraphs('See:').content, related] }
  const saved = await savePage(publisher, { id, language: 'en', version: 1, fields: fields('Our reports'), body }, now)
  assert.equal(saved.outcome, 'saved')
  const page = await findPage('en', 'our-reports', now)
  assert.equal(page?.linkedArticles[articleId]?.headline, 'A report of ours')
})

test('counterparts in other editions are told to each other', async () => {
  const [en, fr] = [await create('Contact us'), await create('Nous contacter', 'Bonjour.', 'fr')]
  const page = await findDeskPage(en)
  const joined = fields('Contact us', { counterpartIds: [fr] })
  const saving = { id: en, language: 'en' as const, version: 1, fields: joined, body: page?.body }
  assert.equal((await savePage(publisher, saving, now)).outcome, 'saved')
  assert.deepEqual((await findPage('fr', 'nous-contacter', now))?.translations, [{ language: 'en', slug: 'contact-us' }])
})
