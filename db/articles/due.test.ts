import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { events } from '../events/schema'
import { notices } from '../notices/schema'
import { appearances } from '../receipts/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { publishArticle } from './commands'
import { findNextDueAt, settleDue } from './due'
import { findArticle } from './queries'
import { articles } from './schema'

const url = await testDatabase()
const news = await makeSection('en', 'news')
const before = new Date('2026-05-01T05:00:00Z')
const at = new Date('2026-05-01T06:00:00Z')
const later = new Date('2026-05-01T07:00:00Z')

beforeEach(async () => {
  await db.execute(sql`delete from articles`)
})

const schedule = (headline: string, moment = at) => makePublished('en', someContent(news, headline), moment, before)

async function rowOf(articleId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  assert.ok(row)
  return row
}

const eventsOf = (articleId: string) =>
  db
    .select({ action: events.action, personId: events.personId, revisionId: events.revisionId, details: events.details })
    .from(events)
    .where(eq(events.subjectId, articleId))
    .orderBy(asc(events.id))

test('a scheduled article is live from its moment on, for readers with and without it having been settled', async () => {
  const articleId = await schedule('By the clock')
  await settleDue(new Date(at.getTime() - 1))
  assert.equal((await rowOf(articleId)).status, 'scheduled')
  assert.equal(await findArticle(articleId, new Date(at.getTime() - 1)), null)
  assert.equal((await findArticle(articleId, at))?.publishedAt.getTime(), at.getTime())
  assert.deepEqual(await findNextDueAt(), at)

  const [last] = await db.select({ id: sql<number>`max(${notices.id})::int` }).from(notices)
  await settleDue(new Date(at.getTime() + 20))
  const row = await rowOf(articleId)
  assert.equal(row.status, 'live')
  assert.deepEqual(row.firstPublishedAt, at)
  assert.equal((await findArticle(articleId, at))?.publishedAt.getTime(), at.getTime())
  const details = { publishAt: at.toISOString() }
  assert.deepEqual(await eventsOf(articleId), [
    { action: 'article.appeared', personId: null, revisionId: row.liveRevisionId, details },
  ])
  const told = await db
    .select({ tags: notices.tags })
    .from(notices)
    .where(gt(notices.id, last?.id ?? 0))
  assert.ok(told.some(({ tags }) => tags.includes(tagOf.article(articleId)) && tags.includes(tagOf.latest('en'))))
  const seen = await db.select().from(appearances).where(eq(appearances.articleId, articleId))
  assert.deepEqual(
    seen.map(({ revisionId, visibleAt }) => ({ revisionId, visibleAt })),
    [{ revisionId: row.liveRevisionId, visibleAt: at }],
  )
  assert.equal(await findNextDueAt(), null)
})

test('of many processes that settle at once each article appears once', async () => {
  const ids = await Promise.all(['One', 'Two', 'Three', 'Four'].map((headline) => schedule(headline)))
  await Promise.all(Array.from({ length: 8 }, () => settleDue(later)))
  // Whoever found all of them taken has left them to the others.
  await settleDue(later)
  for (const id of ids) {
    assert.equal((await rowOf(id)).status, 'live')
    assert.equal((await eventsOf(id)).length, 1)
    assert.equal((await db.select().from(appearances).where(eq(appearances.articleId, id))).length, 1)
  }
})

test('one that somebody else holds just now is left to them and waited for by nobody', async () => {
  const articleId = await schedule('Held by a hand')
  const other = postgres(url, { max: 1 })
  await other.begin(async (sql) => {
    await sql`select 1 from articles where id = ${articleId} for update`
    await settleDue(later)
  })
  await other.end()
  assert.equal((await rowOf(articleId)).status, 'scheduled')
  await settleDue(later)
  assert.equal((await rowOf(articleId)).status, 'live')
})

test('what is held back by its moment does not appear, and is taken off the schedule', async () => {
  const articleId = await schedule('On hold')
  await db.update(articles).set({ legalHold: true }).where(eq(articles.id, articleId))
  await settleDue(later)
  const row = await rowOf(articleId)
  assert.deepEqual([row.status, row.liveRevisionId, row.publishAt], ['ready', null, at])
  assert.deepEqual(
    (await eventsOf(articleId)).map(({ action, details }) => [action, details.reason]),
    [['article.unscheduled', 'held']],
  )
  assert.equal(await findArticle(articleId, later), null)

  // When the hold ends it waits for somebody's decision.
  await db.update(articles).set({ legalHold: false }).where(eq(articles.id, articleId))
  await settleDue(later)
  assert.equal(await findArticle(articleId, later), null)
})

test('what appears under embargo is seen when that ends', async () => {
  const articleId = await schedule('Under embargo')
  await db.update(articles).set({ embargoUntil: later }).where(eq(articles.id, articleId))
  await settleDue(new Date(at.getTime() + 1))
  assert.equal((await rowOf(articleId)).status, 'live')
  assert.equal(await findArticle(articleId, at), null)
  assert.ok(await findArticle(articleId, later))
  const [seen] = await db.select().from(appearances).where(eq(appearances.articleId, articleId))
  assert.deepEqual(seen?.visibleAt, later)
})

test('a job is promised for the moment', async () => {
  const articleId = await schedule('Hurried')
  const jobs = await db.execute<{ at: string }>(sql`select start_after as at from pgboss.job where name = 'publish-due'`)
  assert.ok([...jobs].some((job) => new Date(job.at).getTime() === at.getTime()))
  await db
    .update(articles)
    .set({ status: 'ready' })
    .where(and(eq(articles.id, articleId)))
  assert.equal(await publishArticle(articleId, { now: before }), 'published')
})
