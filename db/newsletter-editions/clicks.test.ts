import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { limits } from '../limits/schema'
import { testDatabase } from '../testing'
import { followLink } from './clicks'
import { findLook } from './contents'
import { withCountedLinks } from './counted-links'
import { editionLinks, linkClicks } from './schema'
import { makeEdition, makeNewsletter } from './testing-editions'

await testDatabase()
const now = new Date('2026-11-28T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const person = { method: 'GET', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', purpose: '' }

let count = 0
async function editionWithLinks(links = 5): Promise<string> {
  count++
  const newsletterId = await makeNewsletter(`letter-${count}`, 'en', { en: 'Letter' }, { countsClicks: true })
  const editionId = await makeEdition(newsletterId, 1, [])
  const urls = Array.from({ length: links }, (_, at) => ({ editionId, position: at + 1, url: `https://news.example/${at + 1}` }))
  await db.insert(editionLinks).values(urls)
  return editionId
}

/** Clicks and what was filtered, by position. */
async function countsOf(editionId: string): Promise<number[][]> {
  const rows = await db.select().from(linkClicks).where(eq(linkClicks.editionId, editionId)).orderBy(linkClicks.position)
  return rows.map(({ position, clicks, filtered }) => [position, clicks, filtered])
}

test('A link leads on and is counted; others lead nowhere', async () => {
  const editionId = await editionWithLinks()
  const visit = { ...person, address: '192.0.2.1' }
  assert.equal(await followLink({ editionId, position: 2 }, visit, now), 'https://news.example/2')
  assert.equal(await followLink({ editionId, position: 9 }, visit, now), null)
  assert.equal(await followLink({ editionId: randomUUID(), position: 1 }, visit, now), null)
  assert.deepEqual(await countsOf(editionId), [[2, 1, 0]])
})

test('Who only looks, fetches ahead or says that it is a program is counted apart', async () => {
  const editionId = await editionWithLinks()
  const visits = [
    { ...person, method: 'HEAD' },
    { ...person, purpose: 'prefetch;prerender' },
    { ...person, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
    { ...person, userAgent: '' },
  ]
  for (const visit of visits) assert.ok(await followLink({ editionId, position: 1 }, { ...visit, address: '192.0.2.1' }, now))
  assert.deepEqual(await countsOf(editionId), [[1, 0, 4]])
})

test('Three links from one network within a minute are a program’s, the first two as well; two, or three in more time, are not', async () => {
  const editionId = await editionWithLinks()
  const from = (address: string, position: number, at = now) => followLink({ editionId, position }, { ...person, address }, at)
  await from('192.0.2.1', 1)
  await from('192.0.2.77', 2, later(30))
  assert.deepEqual(await countsOf(editionId), [
    [1, 1, 0],
    [2, 1, 0],
  ])
  await from('192.0.2.1', 3, later(59))
  await from('192.0.2.1', 3, later(59))
  assert.deepEqual(await countsOf(editionId), [
    [1, 0, 1],
    [2, 0, 1],
    [3, 0, 2],
  ])
  for (const position of [1, 2, 3]) await from('198.51.100.1', position, later(position * 61))
  assert.deepEqual(await countsOf(editionId), [
    [1, 1, 1],
    [2, 1, 1],
    [3, 1, 2],
  ])
})

test('A scanner that follows all links at once is counted by none', async () => {
  const editionId = await editionWithLinks(12)
  const visit = { ...person, address: '2001:db8::1' }
  await Promise.all(Array.from({ length: 12 }, (_, at) => followLink({ editionId, position: at + 1 }, visit, now)))
  const counts = await countsOf(editionId)
  assert.deepEqual([counts.length, counts.every(([, clicks, filtered]) => clicks === 0 && filtered === 1)], [12, true])
})

test('Of the network nothing is kept that tells which it is', async () => {
  const kept = JSON.stringify([await db.select().from(limits), await db.select().from(linkClicks)])
  assert.doesNotMatch(kept, /192\.0\.2|198\.51|2001:db8|Firefox/)
})

test('An edition whose newsletter counts clicks leads over our own address', async () => {
  const editionId = await editionWithLinks(1)
  const look = (await findLook(db, editionId, 'en', now)) ?? assert.fail('no look')
  const story = {
    ...{ kind: 'article' as const, articleId: 'a', language: 'en' as const, headline: 'H', blurb: '', kicker: '', byline: [] },
    ...{ url: 'https://news.example/news/h', picture: null, corrections: [] },
  }
  const heading = { kind: 'heading' as const, headline: 'Also' }
  const counted = withCountedLinks({ ...look, items: [story, heading, story] })
  const { origin } = look.publication
  assert.deepEqual(counted.links, [
    { position: 1, url: story.url },
    { position: 2, url: story.url },
  ])
  assert.deepEqual(
    counted.look.items.map((item) => ('url' in item ? item.url : '')),
    [`${origin}/newsletters/click/${editionId}/1`, '', `${origin}/newsletters/click/${editionId}/2`],
  )
  const plain = { ...look, newsletter: { ...look.newsletter, countsClicks: false }, items: [story] }
  assert.deepEqual(withCountedLinks(plain), { look: plain, links: [] })
})
