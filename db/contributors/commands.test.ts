import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { listCards } from '../articles/cards'
import { findArticle, findRedirect } from '../articles/queries'
import { bylines } from '../articles/schema'
import { db } from '../client'
import { savedFilters } from '../desk/schema'
import { searchArticles } from '../search/queries'
import { searchInput } from '../search/rules'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { changeContributor, createContributor, removeContributor } from './commands'
import { findDeskContributor } from './desk'
import { mergeContributors } from './merge'
import { findContributor } from './queries'
import { contributorInput } from './rules'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const publisher = await makeActor('publisher', now)
const news = await makeSection('en', 'news')
const input = (typed: Record<string, string>) => contributorInput.parse({ slug: '', ...typed })
const seen = async (id: string) => ({ id, version: (await findDeskContributor(id))?.version ?? 0 })
const by = (contributorId: string, role: 'reporter' | 'photographer' = 'reporter') => ({ contributorId, role, creditedAs: '' })
const find = async (q: string) => {
  const { results } = await searchArticles('en', searchInput.parse({ q }).query, { now, limit: 20 })
  return results.map(({ card }) => card.headline).sort()
}
const leadsTo = async (path: string) => {
  const to = await findRedirect(path, now)
  return to.kind === 'moved' ? to.to : to.kind
}

test('a contributor is made, described in each language, and no two have one address', async () => {
  const typed = { 'name-en': 'Amina Haddad', 'jobTitle-en': 'Reporter', 'name-ar': 'أمينة حداد', 'bio-ar': 'مراسلة' }
  const two = await Promise.all([1, 2].map(() => createContributor(publisher, input(typed), now)))
  assert.deepEqual(two.map(({ outcome }) => outcome).sort(), ['address-taken', 'created'])
  assert.deepEqual((await findContributor('ar', 'amina-haddad'))?.languages, ['ar', 'en'])
  assert.equal((await createContributor(publisher, input({ 'name-en': '' }), now)).outcome, 'nameless')
})

test('a new name is found in searches, and the old address leads to the new one', async () => {
  const id = await makeContributor('leila', 'Leila Mansour')
  await makePublished('en', someContent(news, 'A report', { bylines: [by(id)] }), now)
  const version = await seen(id)
  const renamed = input({ slug: 'leila-khoury', 'name-en': 'Leila Khoury', 'jobTitle-en': 'Editor' })
  assert.equal(await changeContributor(publisher, version, renamed, now), 'changed')
  assert.equal(await changeContributor(publisher, version, renamed, now), 'changed-meanwhile')
  assert.deepEqual(await find('Khoury'), ['A report'])
  assert.deepEqual(await find('Mansour'), [])
  assert.equal(await leadsTo('/authors/leila'), '/authors/leila-khoury')
})

test('two entries for one person become one: named once for each thing they did, and filters follow', async () => {
  const [target, double] = [await makeContributor('samir', 'Samir'), await makeContributor('samir-2', 'Samir N.')]
  const both = await makePublished(
    'en',
    someContent(news, 'Both', { bylines: [by(double), by(target), by(double, 'photographer')] }),
    now,
  )
  await makePublished('en', someContent(news, 'Double', { bylines: [by(double)] }), now)
  await db.insert(savedFilters).values({ personId: publisher.personId, name: 'His', search: `author=${double}`, position: 0 })
  assert.deepEqual(await mergeContributors(publisher, { targetId: target, sourceIds: [double] }, now), {
    outcome: 'merged',
    articles: 2,
  })
  const article = await findArticle(both, now)
  assert.deepEqual(
    article?.bylines.map(({ contributorId, role }) => [contributorId, role]),
    [
      [target, 'reporter'],
      [target, 'photographer'],
    ],
  )
  const { cards } = await listCards('en', { kind: 'contributor', contributorId: target }, { now, limit: 10 })
  assert.deepEqual(cards.map(({ headline }) => headline).sort(), ['Both', 'Double'])
  assert.equal(await db.$count(bylines, eq(bylines.contributorId, double)), 0)
  assert.equal(await leadsTo('/authors/samir-2'), '/authors/samir')
  const [filter] = await db.select().from(savedFilters)
  assert.equal(filter?.search, `author=${target}`)
})

test('a contributor is removed when no article names them', async () => {
  const [used, free] = [await makeContributor('used', 'Used'), await makeContributor('free', 'Free')]
  await makeDraft(publisher, 'en', someContent(news, 'Theirs', { bylines: [by(used)] }))
  assert.deepEqual(await removeContributor(publisher, used, now), { outcome: 'in-use', articles: 1, earlier: 0 })
  assert.equal((await removeContributor(publisher, free, now)).outcome, 'removed')
  assert.equal((await removeContributor(publisher, free, now)).outcome, 'unknown')
  const editor = await makeActor('editor', now, { sectionIds: [news] })
  assert.equal((await removeContributor(editor, used, now)).outcome, 'not-allowed')
})
