import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { notices } from '../notices/schema'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, makeTopic, someContent } from '../testing-content'
import { findCards, findNextVisibleAt, listCards } from './cards'
import { createArticle, publishArticle, reportError, reviseArticle, withdrawArticle } from './commands'
import { findArticle, findArticleAt } from './queries'
import { articles, revisions } from './schema'

await testDatabase()
const news = await makeSection('en', 'news')
const features = await makeSection('en', 'features')
const hour = 3_600_000
const now = new Date('2026-05-01T12:00:00Z')

async function tagsSince(id: number): Promise<string[]> {
  const rows = await db.select().from(notices).where(sql`${notices.id} > ${id}`)
  return rows.flatMap((row) => row.tags)
}

async function lastNotice(): Promise<number> {
  const [row] = await db.select({ id: sql<number>`coalesce(max(id), 0)::int` }).from(notices)
  return row?.id ?? 0
}

test('a draft is nowhere; published it is at its address, in its lists, under its tags', async () => {
  const topicId = await makeTopic('water')
  const contributorId = await makeContributor('leila', 'Leila')
  const content = someContent(news, 'A canal opens', {
    topicIds: [topicId],
    bylines: [{ contributorId, role: 'reporter', creditedAs: '' }],
  })
  const { articleId, revisionId } = await createArticle(null, 'en', content)
  assert.deepEqual(await findArticleAt('en', 'news', 'a-canal-opens', now), { kind: 'unknown' })

  const before = await lastNotice()
  assert.equal(await publishArticle(articleId, { now }), 'published')
  const at = await findArticleAt('en', 'news', 'a-canal-opens', now)
  assert.equal(at.kind === 'article' && at.article.revisionId, revisionId)
  for (const scope of [
    { kind: 'edition' as const },
    { kind: 'section' as const, sectionId: news },
    { kind: 'topic' as const, topicId },
    { kind: 'contributor' as const, contributorId },
  ]) {
    const { cards } = await listCards('en', scope, { now, limit: 5 })
    assert.deepEqual(
      cards.map((card) => card.headline),
      ['A canal opens'],
      scope.kind,
    )
  }
  const tags = await tagsSince(before)
  for (const tag of [
    tagOf.article(articleId),
    tagOf.latest('en'),
    tagOf.latestInSection(news),
    tagOf.latestOnTopic(topicId),
    tagOf.latestBy(contributorId),
    tagOf.address(addressOf.article('en', 'news', 'a-canal-opens')),
    tagOf.day('en', '2026-05-01'),
  ]) {
    assert.ok(tags.includes(tag), tag)
  }
})

test('a revision changes nothing for readers until it is published, and is never changed itself', async () => {
  const articleId = await makePublished('en', someContent(news, 'First words'), now, now)
  const second = await reviseArticle(
    null,
    articleId,
    someContent(news, 'Second words', { slug: 'first-words' }),
    'Better headline',
  )
  assert.equal((await findArticle(articleId, now))?.headline, 'First words')
  await publishArticle(articleId, { now })
  const article = await findArticle(articleId, now)
  assert.equal(article?.headline, 'Second words')
  assert.equal(article?.revisionNumber, 2)
  await assert.rejects(db.update(revisions).set({ headline: 'Rewritten' }).where(eq(revisions.id, second)))
})

test('an article that moves leaves its address behind, through any number of moves, and announces both sections', async () => {
  const articleId = await makePublished('en', someContent(news, 'Moving story', { slug: 'one' }), now, now)
  await reviseArticle(null, articleId, someContent(news, 'Moving story', { slug: 'two' }), 'New slug')
  await publishArticle(articleId, { now })
  await reviseArticle(null, articleId, someContent(features, 'Moving story', { slug: 'three' }), 'New section')
  const before = await lastNotice()
  await publishArticle(articleId, { now })
  const tags = await tagsSince(before)
  for (const tag of [
    tagOf.latestInSection(news),
    tagOf.latestInSection(features),
    tagOf.address('/news/two'),
    tagOf.address('/features/three'),
  ]) {
    assert.ok(tags.includes(tag), tag)
  }
  const moved = { kind: 'moved', to: '/features/three' }
  assert.deepEqual(await findArticleAt('en', 'news', 'one', now), moved)
  assert.deepEqual(await findArticleAt('en', 'news', 'two', now), moved)
  assert.deepEqual(await findArticleAt('en', 'news', 'three', now), moved)
  const { cards } = await listCards('en', { kind: 'section', sectionId: news }, { now, limit: 50 })
  assert.ok(cards.every((card) => card.id !== articleId))
})

test('an address that another article has is refused, and nothing changes', async () => {
  await makePublished('en', someContent(news, 'Taken'), now, now)
  const articleId = await makePublished('en', someContent(news, 'Other'), now, now)
  await reviseArticle(null, articleId, someContent(news, 'Other', { slug: 'taken' }), 'Wants its slug')
  assert.equal(await publishArticle(articleId, { now }), 'address-taken')
  assert.equal((await findArticle(articleId, now))?.slug, 'other')
})

test('a scheduled article appears by the clock alone, and an embargo holds it back', async () => {
  const at = new Date(now.getTime() + hour)
  const scheduled = await makePublished('en', someContent(news, 'In an hour'), at, now)
  const embargoed = await makePublished('en', someContent(news, 'Embargoed'), at, now)
  await db
    .update(articles)
    .set({ embargoUntil: new Date(at.getTime() + hour) })
    .where(eq(articles.id, embargoed))
  await publishArticle(embargoed, { now, publishAt: at })

  assert.deepEqual(await findNextVisibleAt(now), at)
  assert.deepEqual(await findCards([scheduled, embargoed], new Date(at.getTime() - 1)), [])
  assert.deepEqual(
    (await findCards([scheduled, embargoed], at)).map((card) => card.id),
    [scheduled],
  )
  assert.deepEqual(
    (await findCards([scheduled, embargoed], new Date(at.getTime() + hour))).map((card) => card.id),
    [scheduled, embargoed],
  )
  assert.equal((await findArticleAt('en', 'news', 'in-an-hour', now)).kind, 'unknown')
  assert.equal((await findArticleAt('en', 'news', 'in-an-hour', at)).kind, 'article')
})

test('a withdrawn article is gone from everywhere and says why; its old addresses too', async () => {
  const articleId = await makePublished('en', someContent(news, 'Wrong from the start', { slug: 'wrong' }), now, now)
  await reviseArticle(null, articleId, someContent(news, 'Wrong from the start', { slug: 'still-wrong' }), 'New slug')
  await publishArticle(articleId, { now })
  const related = await makePublished('en', someContent(news, 'Beside it', { relatedIds: [articleId] }), now, now)
  assert.ok((await findArticle(related, now))?.related.some((card) => card.id === articleId))

  assert.equal(await withdrawArticle(articleId, { kind: 'withdrawn', note: 'It was not true.', now }), 'withdrawn')
  for (const slug of ['wrong', 'still-wrong']) {
    const at = await findArticleAt('en', 'news', slug, now)
    assert.equal(at.kind === 'gone' && at.tombstone.note, 'It was not true.')
  }
  assert.equal(await findArticle(articleId, now), null)
  assert.ok((await findArticle(related, now))?.related.every((card) => card.id !== articleId))
  const [notice] = await db.select().from(notices).orderBy(sql`${notices.id} desc`).limit(1)
  assert.equal(notice?.kind, 'withdrawal')
  assert.equal(await withdrawArticle(articleId, { kind: 'withdrawn', note: '', now }), 'not-allowed')
})

test('what is on hold is not published, and what is put on hold disappears', async () => {
  const { articleId } = await createArticle(null, 'en', someContent(news, 'With the lawyers'))
  await db.update(articles).set({ legalHold: true }).where(eq(articles.id, articleId))
  assert.equal(await publishArticle(articleId, { now }), 'on-hold')
  assert.equal(await findArticle(articleId, now), null)
})

test('keyset pages give every article once, in order, also those of one moment', async () => {
  const sectionId = await makeSection('en', 'many')
  const headlines = Array.from({ length: 23 }, (_, index) => `Number ${index}`)
  for (const headline of headlines)
    await makePublished('en', someContent(sectionId, headline), new Date('2020-01-01T00:00:00Z'), now)
  const seen: string[] = []
  let before: { publishedAt: Date; articleId: string } | null = null
  for (let page = 0; page < 10; page++) {
    const { cards, isLast } = await listCards('en', { kind: 'section', sectionId }, { now, limit: 5, before })
    seen.push(...cards.map((card) => card.headline))
    const last = cards.at(-1)
    if (isLast || !last) break
    before = { publishedAt: last.publishedAt, articleId: last.id }
  }
  assert.deepEqual([...seen].sort(), [...headlines].sort())
})

test('a rolled back change is announced to nobody', async () => {
  const before = await lastNotice()
  const { articleId } = await createArticle(null, 'en', someContent(news, 'Never was'))
  await assert.rejects(
    db.transaction(async (tx) => {
      const { announce } = await import('../notices/commands')
      await announce(tx, 'change', [tagOf.article(articleId)])
      throw new Error('Rolled back on purpose.')
    }),
  )
  assert.deepEqual(await tagsSince(before), [])
})

test('error reports are kept, unless there are too many on one article', async () => {
  const articleId = await makePublished('en', someContent(news, 'Read by many'), now, now)
  const report = { articleId, message: 'The date is wrong.', replyTo: '' }
  const outcomes: string[] = []
  for (let count = 0; count < 62; count++) outcomes.push(await reportError(report))
  assert.equal(outcomes.filter((outcome) => outcome === 'received').length, 60)
  assert.equal(outcomes.at(-1), 'too-many')
  assert.equal(await reportError({ ...report, articleId: '00000000-0000-4000-8000-000000000000' }), 'unknown')
})
