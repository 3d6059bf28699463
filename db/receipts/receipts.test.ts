import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { publishArticle, reviseArticle, withdrawArticle } from '../articles/commands'
import { articles } from '../articles/schema'
import { db } from '../client'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { forgetInstance, giveReceipt, noteInstance, removeOldReceipts } from './commands'
import { isShown } from './is-shown'
import { findPlaces, isExpected } from './places'
import { findNextAppearanceAt, findReceipts, listOwed, listReceiptFaults } from './queries'
import { isAwaited, type ReceiptState, receiptPlaces } from './rules'
import { appearances, instances, receipts } from './schema'

await testDatabase()
const news = await makeSection('en', 'news')

beforeEach(async () => {
  await db.execute(sql`truncate articles, instances cascade`)
})

async function beginInstance(): Promise<string> {
  const id = randomUUID()
  await noteInstance(id)
  return id
}

const publish = (headline: string) => makePublished('en', someContent(news, headline), new Date())

async function giveAll(instanceId: string, appearanceId: number, state: ReceiptState = 'shown') {
  for (const place of receiptPlaces) await giveReceipt({ appearanceId, instanceId, place, state })
}

/** As if everything had happened so long ago. */
async function age(seconds: number) {
  const earlier = sql`make_interval(secs => ${seconds})`
  await db.update(appearances).set({ visibleAt: sql`${appearances.visibleAt} - ${earlier}` })
  await db.update(instances).set({ startedAt: sql`${instances.startedAt} - ${earlier}` })
  await db.update(receipts).set({ seenAt: sql`${receipts.seenAt} - ${earlier}` })
}

test('every instance owes receipts for what appears while it lives, until it has given all', async () => {
  const first = await beginInstance()
  const articleId = await publish('Early')
  const second = await beginInstance()
  const [owed] = await listOwed(first)
  assert.ok(owed && owed.age >= 0)
  assert.deepEqual([owed.articleId, owed.given], [articleId, []])
  assert.deepEqual(await listOwed(second), [])

  await giveReceipt({ appearanceId: owed.id, instanceId: first, place: 'page', state: 'shown' })
  assert.deepEqual((await listOwed(first))[0]?.given, ['page'])
  await giveAll(first, owed.id, 'absent')
  assert.deepEqual(await listOwed(first), [])
  const report = await findReceipts(articleId)
  assert.deepEqual(report?.instanceIds, [first])
  // What was seen first stays.
  assert.equal(report?.receipts.find(({ place }) => place === 'page')?.state, 'shown')
  assert.equal(report && isAwaited(report), false)
})

test('nothing is owed for what readers are not to see any more, or not yet', async () => {
  const instance = await beginInstance()
  const articleId = await publish('Changing')
  const revisionId = await reviseArticle(null, articleId, someContent(news, 'Changing', { kicker: 'New' }), '')
  await publishArticle(articleId, { now: new Date() })
  assert.deepEqual(
    (await listOwed(instance)).map((owed) => owed.revisionId),
    [revisionId],
  )
  await withdrawArticle(articleId, { kind: 'withdrawn', note: '', now: new Date() })
  assert.deepEqual(await listOwed(instance), [])
  assert.equal((await findReceipts(articleId))?.isCurrent, false)

  const ends = new Date(Date.now() + 3_600_000)
  const embargoed = await publish('Embargoed')
  await db.delete(appearances).where(eq(appearances.articleId, embargoed))
  await db.update(articles).set({ embargoUntil: ends }).where(eq(articles.id, embargoed))
  await publishArticle(embargoed, { now: new Date() })
  assert.deepEqual(await listOwed(instance), [])
  assert.deepEqual(await findNextAppearanceAt(), ends)
  const report = await findReceipts(embargoed)
  assert.ok(report && report.age < 0 && !isAwaited(report))
  assert.deepEqual(await listReceiptFaults(), [])
})

test('what is missing after five seconds is an alarm until it is seen, and then one for having been late', async () => {
  const instance = await beginInstance()
  const articleId = await publish('Slow')
  const [owed] = await listOwed(instance)
  assert.ok(owed)
  await giveReceipt({ appearanceId: owed.id, instanceId: instance, place: 'page', state: 'shown' })
  assert.deepEqual(await listReceiptFaults(), [])

  await age(6)
  const others = receiptPlaces.filter((place) => place !== 'page')
  const [missing] = await listReceiptFaults()
  assert.deepEqual([missing?.articleId, missing?.kind, missing?.places], [articleId, 'missing', others])
  await giveReceipt({ appearanceId: owed.id, instanceId: instance, place: 'home', state: 'missing' })
  assert.equal((await listReceiptFaults()).length, 1)

  await giveAll(instance, owed.id)
  const [late, ...more] = await listReceiptFaults()
  assert.deepEqual([late?.kind, late?.places, more], ['late', others, []])
  assert.ok(late && late.ms > 5000)
  await age(3700)
  assert.deepEqual(await listReceiptFaults(), [])
})

test('an instance that has ended, or says nothing any more, owes nothing', async () => {
  const [ended, silent] = [await beginInstance(), await beginInstance()]
  await publish('Nobody looks')
  await age(6)
  assert.equal((await listReceiptFaults()).length, 1)
  await forgetInstance(ended)
  await db.update(instances).set({ seenAt: sql`now() - interval '1 minute'` })
  assert.deepEqual(await listReceiptFaults(), [])
  await noteInstance(silent)
  assert.equal((await listReceiptFaults()).length, 1)
})

test('a place is compared by the revision that it shows, a sitemap by the address', () => {
  const revisionId = randomUUID()
  const url = 'https://example.org/news/a&b'
  const drawn = { status: 200, tags: [tagOf.revision(revisionId)], body: Buffer.from('') }
  assert.equal(isShown('home', drawn, { revisionId, url }), true)
  assert.equal(isShown('home', { ...drawn, status: 503 }, { revisionId, url }), false)
  assert.equal(isShown('home', drawn, { revisionId: randomUUID(), url }), false)
  assert.equal(isShown('sitemap', drawn, { revisionId, url }), false)
  const body = Buffer.from('<loc>https://example.org/news/a&amp;b</loc>')
  assert.equal(isShown('sitemap', { ...drawn, body }, { revisionId, url }), true)
  assert.equal(isShown('sitemap', { ...drawn, body }, { revisionId, url: url.slice(0, -1) }), false)
})

test('an old article is expected on its page and in its sitemap only, a new one everywhere', async () => {
  const old = await makePublished('en', someContent(news, 'Old'), new Date('2015-10-12T09:00:00Z'))
  for (let number = 0; number < 25; number++) await publish(`New ${number}`)
  const fresh = await publish('Fresh')
  const expected = async (articleId: string) => {
    const places = await findPlaces(articleId)
    assert.ok(places)
    const flags = await Promise.all(receiptPlaces.map((place) => isExpected(place, places.standing, new Date())))
    return { places: receiptPlaces.filter((_, number) => flags[number]), addresses: places.addresses }
  }
  assert.deepEqual((await expected(old)).places, ['page', 'sitemap'])
  assert.equal((await expected(old)).addresses.sitemap, '/sitemaps/articles-2015-10.xml')
  assert.deepEqual((await expected(fresh)).places, [...receiptPlaces])
  assert.deepEqual((await expected(fresh)).addresses.section_feed, '/news/feed.xml')
})

test('receipts are forgotten after thirty days, instances after minutes', async () => {
  await beginInstance()
  const articleId = await publish('Long ago')
  await removeOldReceipts(new Date())
  assert.ok(await findReceipts(articleId))
  assert.equal((await db.select().from(instances)).length, 1)
  await removeOldReceipts(new Date(Date.now() + 31 * 86_400_000))
  assert.equal(await findReceipts(articleId), null)
  assert.equal((await db.select().from(instances)).length, 0)
})
