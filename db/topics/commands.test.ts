import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { listCards } from '../articles/cards'
import { findContent } from '../articles/contents'
import { listAgain } from '../articles/list-again'
import { findArticle, findRedirect } from '../articles/queries'
import { saveArticle } from '../articles/saving'
import { articles, articleTopics } from '../articles/schema'
import { db } from '../client'
import { listDesk } from '../desk/queries'
import { deskInput } from '../desk/rules'
import { listEvents } from '../events/queries'
import { listNames } from '../names/queries'
import { redirects } from '../redirects/schema'
import { searchArticles } from '../search/queries'
import { searchInput } from '../search/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, makeTopic, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { changeTopic, createTopic, removeTopic } from './commands'
import { countArticlesOn, findDeskTopic } from './desk'
import { mergeTopics } from './merge'
import { findTopic } from './queries'
import { topicInput } from './rules'
import { topics } from './schema'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const publisher = await makeActor('publisher', now)
const news = await makeSection('en', 'news')
const input = (typed: Record<string, string>) => topicInput.parse({ slug: '', type: 'theme', wikidata: '', ...typed })
const seen = async (id: string) => ({ id, version: (await findDeskTopic(id))?.version ?? 0 })
const onTopic = async (topicId: string) => {
  const { cards } = await listCards('en', { kind: 'topic', topicId }, { now, limit: 50 })
  return cards.map((card) => card.headline).sort()
}
const find = async (q: string) => {
  const { results } = await searchArticles('en', searchInput.parse({ q }).query, { now, limit: 20 })
  return results.map(({ card }) => card.headline).sort()
}
const findAtDesk = async (q: string) => {
  const { rows } = await listDesk(publisher, deskInput.parse({ q }).query, { now, timeZone: 'UTC', limit: 20 })
  return rows.map(({ headline }) => headline).sort()
}
const leadsTo = async (path: string) => {
  const to = await findRedirect(path, now)
  return to.kind === 'moved' ? to.to : to.kind
}

test('a topic is made with the names it has, one for each address', async () => {
  const made = await createTopic(publisher, input({ 'name-en': 'Water & Rivers', 'name-ar': 'الماء' }), now)
  assert.equal(made.outcome, 'created')
  assert.deepEqual((await findTopic('en', 'water-rivers'))?.languages, ['ar', 'en'])
  assert.equal((await createTopic(publisher, input({ 'name-en': ' ', 'name-fr': '' }), now)).outcome, 'nameless')
  const two = await Promise.all([1, 2].map(() => createTopic(publisher, input({ 'name-en': 'Twice' }), now)))
  assert.deepEqual(two.map(({ outcome }) => outcome).sort(), ['address-taken', 'created'])
  assert.equal(topicInput.safeParse({ slug: '', type: 'theme', wikidata: 'x', 'name-en': 'A' }).success, false)
  assert.equal((await createTopic(await makeActor('reporter', now), input({ 'name-en': 'Mine' }), now)).outcome, 'not-allowed')
})

test('a topic that is renamed is found by its new name at once, by readers and at the desk, and its addresses lead on', async () => {
  const id = await makeTopic('harbours', ['en', 'fr'])
  await makePublished('en', someContent(news, 'A quay', { topicIds: [id] }), now)
  await makeDraft(publisher, 'en', someContent(news, 'A draft', { topicIds: [id] }))
  assert.deepEqual(await find('harbours'), ['A quay'])
  const renamed = input({ slug: 'seaports', 'name-en': 'Seaports', 'name-fr': 'Ports' })
  const before = await seen(id)
  assert.equal(await changeTopic(publisher, before, renamed, now), 'changed')
  assert.equal(await changeTopic(publisher, before, renamed, now), 'changed-meanwhile')
  assert.equal(await changeTopic(publisher, await seen(id), renamed, now), 'unchanged')
  assert.deepEqual(await find('seaports'), ['A quay'])
  assert.deepEqual(await find('harbours'), [])
  assert.deepEqual(await findAtDesk('seaports'), ['A draft', 'A quay'])
  assert.equal(await leadsTo('/topics/harbours'), '/topics/seaports')
  assert.equal(await leadsTo('/fr/topics/harbours'), '/fr/topics/seaports')
  assert.equal(await leadsTo('/ar/topics/harbours'), 'unknown')
  const nameless = input({ slug: 'seaports', 'name-en': '', 'name-fr': '' })
  assert.equal(await changeTopic(publisher, await seen(id), nameless, now), 'nameless')
  const english = input({ slug: 'seaports', 'name-fr': '' })
  assert.equal(await changeTopic(publisher, await seen(id), english, now), 'changed')
  assert.deepEqual((await findTopic('en', 'seaports'))?.languages, ['en'])
})

test('topics become one: articles keep it once and where it stood first, and all that led to the others leads to it', async () => {
  const [target, one, two, other] = await Promise.all(['ferries', 'ships', 'vessels', 'islands'].map((slug) => makeTopic(slug)))
  assert.ok(target && one && two && other)
  const write = (headline: string, ...topicIds: string[]) => makePublished('en', someContent(news, headline, { topicIds }), now)
  const both = await write('Both', one, other, target)
  await write('First', one)
  await write('Second', two, one)
  await write('Target', target)
  await db.insert(redirects).values({ path: '/topics/boats', target: '/topics/ships' })
  assert.deepEqual(await countArticlesOn([one, two]), { articles: 3, earlier: 0 })

  assert.deepEqual(await mergeTopics(publisher, { targetId: target, sourceIds: [one, two, one, target] }, now), {
    outcome: 'merged',
    articles: 3,
  })
  assert.deepEqual(await onTopic(target), ['Both', 'First', 'Second', 'Target'])
  const article = await findArticle(both, now)
  assert.deepEqual(
    article?.topics.map(({ id }) => id),
    [target, other],
  )
  assert.deepEqual(await find('ferries'), ['Both', 'First', 'Second', 'Target'])
  assert.deepEqual(await find('vessels'), [])
  for (const path of ['/topics/ships', '/topics/vessels', '/topics/boats']) assert.equal(await leadsTo(path), '/topics/ferries')
  assert.equal(await leadsTo('/ar/topics/ships'), '/ar/topics/ferries')
  assert.equal(await db.$count(topics, eq(topics.id, one)), 0)
  const [event] = await listEvents({ subject: target }, { from: null, to: null }, 1)
  assert.deepEqual([event?.action, event?.details], ['topic.merged', { merged: [one, two], articles: 3 }])
  assert.equal((await mergeTopics(publisher, { targetId: target, sourceIds: [one] }, now)).outcome, 'unknown')
})

test('what somebody wrote before a merge is saved with the topic that it became, however often it did', async () => {
  const [a, b, c] = await Promise.all(['aa', 'bb', 'cc'].map((slug) => makeTopic(slug)))
  assert.ok(a && b && c)
  const content = someContent(news, 'Open in a tab', { topicIds: [a] })
  const { articleId, head } = await makeDraft(publisher, 'en', content)
  await mergeTopics(publisher, { targetId: b, sourceIds: [a] }, now)
  await mergeTopics(publisher, { targetId: c, sourceIds: [b] }, now)
  const typed = { ...content, standfirst: 'More words.' }
  const saved = await saveArticle(publisher, { articleId, baseRevisionId: head, content: typed, reason: '' }, now)
  assert.equal(saved.outcome, 'saved')
  const [row] = await db.select({ id: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  assert.deepEqual((await findContent(db, row?.id ?? ''))?.topicIds, [c])
})

test('whoever saves with a topic while it becomes another keeps it; two who merge crosswise do not lock each other out', async () => {
  const [a, b] = await Promise.all(['left-bank', 'right-bank'].map((slug) => makeTopic(slug)))
  assert.ok(a && b)
  const drafts = await Promise.all(
    ['One', 'Two', 'Three'].map((headline) => makeDraft(publisher, 'en', someContent(news, headline))),
  )
  const saves = drafts.map(({ articleId, head }, index) => {
    const content = someContent(news, `Draft ${index}`, { topicIds: [a] })
    return saveArticle(publisher, { articleId, baseRevisionId: head, content, reason: '' }, now)
  })
  const [merged, crosswise, ...saved] = await Promise.all([
    mergeTopics(publisher, { targetId: b, sourceIds: [a] }, now),
    mergeTopics(publisher, { targetId: a, sourceIds: [b] }, now),
    ...saves,
  ])
  assert.deepEqual([merged.outcome, crosswise.outcome].sort(), ['merged', 'unknown'])
  assert.deepEqual(
    saved.map(({ outcome }) => outcome),
    ['saved', 'saved', 'saved'],
  )
  const left = merged.outcome === 'merged' ? b : a
  assert.equal(await db.$count(articleTopics, eq(articleTopics.topicId, left)), 3)
})

test('a topic of many articles is renamed at once, and the job sees to the searches', async () => {
  const id = await makeTopic('granite')
  for (let number = 0; number < 101; number++)
    await makeDraft(publisher, 'en', someContent(news, `Stone ${number}`, { topicIds: [id] }))
  assert.equal(await changeTopic(publisher, await seen(id), input({ slug: 'granite', 'name-en': 'Basalt' }), now), 'changed')
  assert.deepEqual(await findAtDesk('basalt'), [])
  await listAgain({ of: 'topic', id })
  assert.equal((await findAtDesk('basalt')).length, 20)
  assert.deepEqual(await findAtDesk('granite'), [])
})

test('a topic is removed when nothing names it; an editor of some sections removes and merges none', async () => {
  const [used, free] = await Promise.all([makeTopic('used'), makeTopic('free')])
  assert.ok(used && free)
  await makeDraft(publisher, 'en', someContent(news, 'Uses it', { topicIds: [used] }))
  assert.deepEqual(await removeTopic(publisher, used, now), { outcome: 'in-use', articles: 1, earlier: 0 })
  const editor = await makeActor('editor', now, { sectionIds: [news] })
  assert.equal((await removeTopic(editor, free, now)).outcome, 'not-allowed')
  assert.equal((await mergeTopics(editor, { targetId: used, sourceIds: [free] }, now)).outcome, 'not-allowed')
  assert.equal((await removeTopic(publisher, free, now)).outcome, 'removed')
})

test('topics are listed by name a page at a time, and found by words of any edition', async () => {
  for (let number = 0; number < 60; number++) await makeTopic(`zone-${String(number).padStart(2, '0')}`)
  const first = await listNames('topic', { q: 'zone', after: '' }, 'en')
  assert.equal(first.rows.length, 50)
  const second = await listNames('topic', { q: 'zone', after: first.next ?? '' }, 'en')
  assert.deepEqual(
    [...first.rows, ...second.rows].map(({ slug }) => slug),
    Array.from({ length: 60 }, (_, number) => `zone-${String(number).padStart(2, '0')}`),
  )
  assert.equal(second.next, null)
  assert.deepEqual(
    (await listNames('topic', { q: 'ألماء', after: '' }, 'en')).rows.map(({ name, languages }) => [name, languages]),
    [['Water & Rivers', ['ar', 'en']]],
  )
  assert.deepEqual((await listNames('topic', { q: '100% _', after: 'nonsense' }, 'fr')).rows, [])
})
