import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { reviseArticle } from '../articles/commands'
import { findArticleAt, findRedirect } from '../articles/queries'
import { beginArticle } from '../articles/saving'
import { db } from '../client'
import { listEvents } from '../events/queries'
import { notices } from '../notices/schema'
import { pages } from '../pages/schema'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import { changeSection, createSection, moveSection, removeSection } from './commands'
import { findDeskSection, listDeskSections } from './desk'
import { findSection, listSections, listSectionTranslations } from './queries'
import { sectionInput } from './rules'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const publisher = await makeActor('publisher', now)
const input = (name: string, overrides: Record<string, string> = {}) =>
  sectionInput.parse({ name, slug: '', description: '', ...overrides })

async function create(name: string, language: 'en' | 'fr' | 'ar' = 'en') {
  const made = await createSection(publisher, language, input(name), now)
  assert.equal(made.outcome, 'created')
  return 'id' in made ? made.id : ''
}

const seen = async (id: string) => ({ id, version: (await findDeskSection(id))?.version ?? 0 })
const leadsTo = async (path: string) => {
  const to = await findRedirect(path, now)
  return to.kind === 'moved' ? to.to : to.kind
}

test('a section is made at the end of its edition, in a place of its own', async () => {
  await makeSection('en', 'news')
  const id = await create('Höhere Künste & Co')
  assert.deepEqual(
    (await listSections('en')).map(({ slug }) => slug),
    ['news', 'hohere-kunste-co'],
  )
  assert.equal((await listEvents({ subject: id }, { from: null, to: null }, 1))[0]?.action, 'section.created')
  assert.equal((await createSection(publisher, 'en', input('News'), now)).outcome, 'address-taken')
  assert.equal((await createSection(publisher, 'en', input('Topics'), now)).outcome, 'reserved')
  await db.insert(pages).values({
    ...{ language: 'en', slug: 'about', headline: 'About', body: { type: 'doc', content: [] }, bodySchema: 1, bodyText: '' },
  })
  assert.equal((await createSection(publisher, 'en', input('About'), now)).outcome, 'address-taken')
})

test('of two who take one address at once the second is told', async () => {
  const outcomes = await Promise.all([1, 2].map(() => createSection(publisher, 'en', input('Twice'), now)))
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['address-taken', 'created'])
})

test('a section that moves takes its addresses and those of its articles along, to and fro', async () => {
  const id = await create('World')
  const articleId = await makePublished('en', someContent(id, 'A river rises'), now)
  await db.insert(redirects).values([
    { path: '/old-world', target: '/world' },
    { path: '/old-list', target: '/world/before/x' },
    { path: '/planet/feed', target: '/world/feed' },
  ])
  const version = await seen(id)
  assert.equal(await changeSection(publisher, version, input('Planet', { slug: 'planet' }), now), 'changed')
  assert.equal(await changeSection(publisher, version, input('Globe'), now), 'changed-meanwhile')
  assert.equal(await changeSection(publisher, await seen(id), input('Planet', { slug: 'planet' }), now), 'unchanged')
  assert.equal(await findSection('en', 'world'), null)
  assert.equal((await findSection('en', 'planet'))?.id, id)
  assert.equal(await leadsTo('/world'), '/planet')
  assert.equal(await leadsTo('/old-world'), '/planet')
  assert.equal(await leadsTo('/old-list'), '/planet/before/x')
  assert.equal(await leadsTo('/planet/feed'), 'unknown')
  const article = await findArticleAt('en', 'world', 'a-river-rises', now)
  assert.deepEqual(article, { kind: 'moved', to: '/planet/a-river-rises' })
  assert.equal((await findArticleAt('en', 'planet', 'a-river-rises', now)).kind, 'article')
  const [notice] = await db.select().from(notices).orderBy(sql`id desc`).limit(1)
  assert.ok(notice?.tags.includes('site'))

  assert.equal(await changeSection(publisher, await seen(id), input('World'), now), 'changed')
  assert.equal(await leadsTo('/world'), 'unknown')
  assert.equal(await leadsTo('/planet'), '/world')
  assert.equal(await leadsTo('/old-world'), '/world')
  assert.equal(await db.$count(redirects, eq(redirects.articleId, articleId)), 0)
})

test('a section of another script moves as well', async () => {
  const id = await create('ثقافة', 'ar')
  assert.equal(await changeSection(publisher, await seen(id), input('فنون'), now), 'changed')
  assert.equal(await leadsTo('/ar/ثقافة'), '/ar/%D9%81%D9%86%D9%88%D9%86')
})

test('counterparts are joined and parted', async () => {
  const [en, fr, ar] = [await create('Culture'), await create('Culture', 'fr'), await create('Thaqafa', 'ar')]
  const both = input('Culture', { 'counterpart-fr': fr, 'counterpart-ar': ar })
  assert.equal(await changeSection(publisher, await seen(en), both, now), 'changed')
  assert.deepEqual(
    (await listSectionTranslations(ar)).map(({ language }) => language),
    ['en', 'fr'],
  )
  assert.equal(await changeSection(publisher, await seen(en), input('Culture', { 'counterpart-ar': ar }), now), 'changed')
  assert.deepEqual(await listSectionTranslations(fr), [])
  assert.deepEqual((await findDeskSection(en))?.counterpartIds, [ar])
})

test('sections are moved one place at a time, and not beyond the ends', async () => {
  const [one, two] = [await create('Un', 'fr'), await create('Deux', 'fr')]
  const order = async () => (await listSections('fr')).map(({ slug }) => slug)
  assert.deepEqual(await order(), ['culture', 'un', 'deux'])
  assert.deepEqual(await moveSection(publisher, two, 'up', now), { outcome: 'moved', name: 'Deux', place: 2, of: 3 })
  assert.deepEqual(await order(), ['culture', 'deux', 'un'])
  assert.equal((await moveSection(publisher, one, 'down', now)).outcome, 'at-the-end')
  // Of two at once none is lost.
  await Promise.all([moveSection(publisher, one, 'up', now), moveSection(publisher, one, 'up', now)])
  assert.deepEqual(await order(), ['un', 'culture', 'deux'])
})

test('a section is removed only when no article stands in it or ever stood, and what led to it leads nowhere', async () => {
  const [full, left, empty] = [await create('Full'), await create('Left'), await create('Empty')]
  const articleId = await makePublished('en', someContent(left, 'A move'), now)
  await reviseArticle(null, articleId, someContent(full, 'A move'), '')
  await db.execute(sql`update articles set section_id = ${full} where id = ${articleId}`)
  assert.deepEqual(await removeSection(publisher, full, now), { outcome: 'not-empty', articles: 1, earlier: 0 })
  assert.deepEqual(await removeSection(publisher, left, now), { outcome: 'not-empty', articles: 0, earlier: 1 })
  await db.insert(redirects).values({ path: '/once-empty', target: '/empty' })
  assert.equal((await removeSection(publisher, empty, now)).outcome, 'removed')
  assert.equal((await removeSection(publisher, empty, now)).outcome, 'unknown')
  assert.equal(await leadsTo('/once-empty'), 'unknown')
})

test('whoever begins an article in a section that is being removed is told, or keeps it', async () => {
  const id = await create('Contended')
  const beginning = { language: 'en', sectionId: id, headline: 'In the last moment' }
  const [removed, begun] = await Promise.all([removeSection(publisher, id, now), beginArticle(publisher, beginning, now)])
  assert.deepEqual(
    [removed.outcome, begun.outcome].sort(),
    removed.outcome === 'removed' ? ['no-such-section', 'removed'] : ['begun', 'not-empty'],
  )
})

test('an editor of some sections changes those alone; others decide nothing', async () => {
  const [own, other] = [await create('Own'), await create('Other')]
  const editor = await makeActor('editor', now, { sectionIds: [own] })
  assert.equal(await changeSection(editor, await seen(own), input('Mine', { slug: 'own' }), now), 'changed')
  assert.equal(await changeSection(editor, await seen(other), input('Mine too'), now), 'not-allowed')
  assert.equal((await createSection(editor, 'en', input('More'), now)).outcome, 'not-allowed')
  assert.equal((await moveSection(editor, own, 'up', now)).outcome, 'not-allowed')
  assert.equal((await removeSection(editor, own, now)).outcome, 'not-allowed')
  assert.equal(await changeSection(await makeActor('reporter', now), await seen(own), input('X'), now), 'not-allowed')
  const rows = await listDeskSections('en')
  assert.deepEqual(
    rows.filter(({ slug }) => slug === 'world').map(({ articles, live }) => [articles, live]),
    [[1, 1]],
  )
})
