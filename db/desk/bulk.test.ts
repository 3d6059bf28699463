import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { publishArticle, reviseArticle } from '../articles/commands'
import { findContent } from '../articles/contents'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { events } from '../events/schema'
import { testDatabase } from '../testing'
import { makeContributor, makeSection, makeTopic, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { changeArticles, findLastBulkChange, putBack } from './bulk'
import type { BulkChange } from './bulk-rules'

await testDatabase()
const now = new Date('2026-11-27T12:00:00Z')
const news = await makeSection('en', 'news')
const culture = await makeSection('en', 'culture')
const actualites = await makeSection('fr', 'actualites')
const [water, trade] = [await makeTopic('water'), await makeTopic('trade')]
const [leila, omar] = [await makeContributor('leila', 'Leila'), await makeContributor('omar', 'Omar')]
const reporter = await makeActor('reporter', now)
const other = await makeActor('reporter', now)
const editor = await makeActor('editor', now, { sectionIds: [news] })
const publisher = await makeActor('publisher', now)

let made = 0

async function draft(section = news, more: Parameters<typeof someContent>[2] = {}, language: 'en' | 'fr' = 'en') {
  made++
  return (await makeDraft(reporter, language, someContent(section, `Article ${made}`, more))).articleId
}

async function live(more: Parameters<typeof someContent>[2] = {}) {
  const articleId = await draft(news, more)
  assert.equal(await publishArticle(articleId, { now }), 'published')
  return articleId
}

async function stateOf(articleId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  const content = row?.headRevisionId ? await findContent(db, row.headRevisionId) : null
  if (!row || !content) throw new Error('There is no such article.')
  return { ...row, content }
}

async function change(ids: string[], wanted: BulkChange, actor = publisher) {
  const report = await changeArticles(actor, ids, wanted, now)
  if (typeof report === 'string') throw new Error(report)
  return report
}

async function back(actor = publisher) {
  const report = await putBack(actor, now)
  if (typeof report === 'string') throw new Error(report)
  return report
}

test('a section is changed on the head; what is live waits, and a draft moves at once', async () => {
  const [one, two] = [await draft(), await live()]
  const report = await change([one, two], { kind: 'section', sectionId: culture })
  assert.deepEqual(report, { changed: 2, waiting: 1, unchanged: 0, refused: [] })
  const [draftNow, liveNow] = [await stateOf(one), await stateOf(two)]
  assert.deepEqual([draftNow.sectionId, draftNow.content.sectionId], [culture, culture])
  assert.deepEqual([liveNow.sectionId, liveNow.content.sectionId], [news, culture])
  assert.notEqual(liveNow.headRevisionId, liveNow.liveRevisionId)
  assert.equal(liveNow.status, 'live')
  const [event] = await db.select().from(events).where(eq(events.subjectId, two))
  assert.equal(event?.action, 'article.moved')
  assert.equal(event?.personId, publisher.personId)
  assert.equal(event?.revisionId, liveNow.headRevisionId)
  assert.deepEqual(await change([one, two], { kind: 'section', sectionId: culture }), {
    ...{ changed: 0, waiting: 0, unchanged: 2, refused: [] },
  })
})

test('each article is refused for a reason of its own, and keeps no other from being changed', async () => {
  const [own, foreign, french] = [await draft(), await draft(culture), await draft(actualites, {}, 'fr')]
  const missing = '00000000-0000-4000-8000-000000000000'
  const byEditor = await change([own, foreign, missing], { kind: 'add-topic', topicId: water }, editor)
  assert.equal(byEditor.changed, 1)
  assert.deepEqual(
    new Map(byEditor.refused.map(({ articleId, why }) => [articleId, why])),
    new Map([
      [foreign, 'not-allowed' as const],
      [missing, 'unknown' as const],
    ]),
  )
  assert.match(byEditor.refused.find(({ articleId }) => articleId === foreign)?.headline ?? '', /^Article/)
  const moved = await change([french], { kind: 'section', sectionId: news })
  assert.deepEqual(
    moved.refused.map(({ why }) => why),
    ['other-edition'],
  )
})

test('topics and bylines are added, taken away and replaced, and put back as they were', async () => {
  const byline = (contributorId: string, role: 'reporter' | 'photographer' = 'reporter') => ({
    contributorId,
    role,
    creditedAs: '',
  })
  const first = { topicIds: [trade, water], bylines: [byline(leila), byline(leila, 'photographer')] }
  const [one, two] = [await draft(news, first), await draft()]
  const cases: [BulkChange, string[], string[]][] = [
    [{ kind: 'remove-topic', topicId: trade }, [water], []],
    [{ kind: 'add-topic', topicId: trade }, [trade, water], [trade]],
  ]
  for (const [wanted, ...expected] of cases) {
    await change([one, two], wanted)
    assert.deepEqual([(await stateOf(one)).content.topicIds, (await stateOf(two)).content.topicIds], expected)
    await back()
    assert.deepEqual([(await stateOf(one)).content.topicIds, (await stateOf(two)).content.topicIds], [[trade, water], []])
  }
  await change([one, two], { kind: 'replace-byline', contributorId: leila, by: omar })
  assert.deepEqual((await stateOf(one)).content.bylines, [byline(omar), byline(omar, 'photographer')])
  assert.equal((await back()).changed, 1)
  assert.deepEqual((await stateOf(one)).content.bylines, first.bylines)
  const added = await change([one, two], { kind: 'add-byline', contributorId: leila })
  assert.deepEqual([added.changed, added.unchanged], [1, 1])
  assert.deepEqual((await stateOf(two)).content.bylines, [byline(leila)])
})

test('a change stands on the present head: what somebody saved a moment ago stays', async () => {
  const articleId = await draft()
  const { content } = await stateOf(articleId)
  await reviseArticle({ id: other.personId }, articleId, { ...content, headline: 'Saved a moment ago' }, '')
  await change([articleId], { kind: 'add-topic', topicId: water })
  const after = await stateOf(articleId)
  assert.equal(after.content.headline, 'Saved a moment ago')
  assert.deepEqual(after.content.topicIds, [water])
  const rows = await db.select().from(revisions).where(eq(revisions.articleId, articleId)).orderBy(asc(revisions.number))
  assert.equal(rows.at(-1)?.basedOnId, rows.at(-2)?.id)
  assert.equal(rows.at(-1)?.authorId, publisher.personId)
})

test('putting back leaves alone what somebody has changed since, and can be done once', async () => {
  const [one, two] = [await draft(), await draft()]
  await change([one, two], { kind: 'add-topic', topicId: water })
  assert.deepEqual(await findLastBulkChange(publisher.personId), { kind: 'add-topic', count: 2, madeAt: now })
  const { content } = await stateOf(two)
  await reviseArticle({ id: other.personId }, two, { ...content, topicIds: [water, trade] }, '')
  const report = await back()
  assert.equal(report.changed, 1)
  assert.deepEqual(
    report.refused.map(({ articleId, why }) => [articleId, why]),
    [[two, 'changed-since']],
  )
  assert.deepEqual((await stateOf(two)).content.topicIds, [water, trade])
  assert.equal(await putBack(publisher, now), 'nothing')
  assert.equal(await findLastBulkChange(publisher.personId), null)
})

test('drafts are handed in and given back as the rules allow, and stand as before when that is put back', async () => {
  const [one, two, published] = [await draft(), await draft(), await live()]
  const dueAt = new Date('2026-12-01T09:00:00Z')
  await db.update(articles).set({ dueAt }).where(eq(articles.id, one))
  const submitted = await change([one, two, published], { kind: 'submit' })
  assert.equal(submitted.changed, 2)
  assert.deepEqual(
    submitted.refused.map(({ why }) => why),
    ['not-now'],
  )
  assert.equal((await stateOf(one)).status, 'in_review')
  assert.equal((await stateOf(one)).dueAt?.getTime(), dueAt.getTime())
  await change([one], { kind: 'return' })
  assert.equal((await stateOf(one)).status, 'draft')
  assert.equal((await stateOf(one)).dueAt, null)
  await back()
  const again = await stateOf(one)
  assert.deepEqual([again.status, again.dueAt?.getTime()], ['in_review', dueAt.getTime()])
  const actions = await db.select({ action: events.action }).from(events).where(eq(events.subjectId, one)).orderBy(asc(events.id))
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['article.submitted', 'article.returned', 'article.moved'],
  )
})

test('owner and due time are set and put back', async () => {
  const [one, published] = [await draft(), await live()]
  assert.equal((await change([one, published], { kind: 'owner', ownerId: other.personId })).changed, 2)
  assert.equal((await stateOf(one)).ownerId, other.personId)
  await back()
  assert.equal((await stateOf(one)).ownerId, reporter.personId)
  const dueAt = new Date('2026-12-01T09:00:00Z')
  const due = await change([one, published], { kind: 'due', dueAt })
  assert.deepEqual([due.changed, due.refused.map(({ why }) => why)], [1, ['not-now']])
  assert.equal((await stateOf(one)).dueAt?.getTime(), dueAt.getTime())
  await back()
  assert.equal((await stateOf(one)).dueAt, null)
})

test('who may not change several at once changes none, nor too many, nor to what is not there', async () => {
  const articleId = await draft()
  const wanted = { kind: 'add-topic' as const, topicId: water }
  assert.equal(await changeArticles(reporter, [articleId], wanted, now), 'not-allowed')
  assert.equal(await putBack(reporter, now), 'not-allowed')
  const many = Array.from({ length: 501 }, () => crypto.randomUUID())
  assert.equal(await changeArticles(publisher, many, wanted, now), 'too-many')
  assert.equal(await changeArticles(publisher, [articleId], { kind: 'add-topic', topicId: articleId }, now), 'no-such-choice')
  const admin = await makeActor('admin', now)
  assert.equal(await changeArticles(publisher, [articleId], { kind: 'owner', ownerId: admin.personId }, now), 'no-such-choice')
  assert.deepEqual((await stateOf(articleId)).content.topicIds, [])
})
