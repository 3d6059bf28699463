import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc } from 'drizzle-orm'
import { findRedirect } from '../articles/queries'
import { db } from '../client'
import { listEvents } from '../events/queries'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, makeTopic, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'

await testDatabase()
process.env.PUBLIC_URL = 'https://ours.example'
const { addRedirect, changeRedirect, fingerprintOf, importRedirects, removeRedirect } = await import('./commands')
const { listRedirects } = await import('./desk')
const { judgeRedirects } = await import('./judge')
const { redirects } = await import('./schema')

const now = new Date('2026-03-01T12:00:00Z')
const publisher = await makeActor('publisher', now)
const news = await makeSection('en', 'news')
await makeSection('fr', 'actualites')
await makeTopic('water', ['en'])
await makeContributor('amina', 'Amina')
const articleId = await makePublished('en', someContent(news, 'A canal opens'), now)
const add = (from: string, to: string) => addRedirect(publisher, { from, to }, now)
const leadsTo = async (path: string) => {
  const to = await findRedirect(path, now)
  return to.kind === 'moved' ? to.to : to.kind
}
const judge = async (...wanted: [string, string][]) => {
  const judged = await judgeRedirects(
    db,
    wanted.map(([from, to]) => ({ from, to })),
    'https://ours.example',
  )
  return judged.map(({ verdict }) => verdict)
}

test('an address leads to a place, an article or another site, and nowhere else', async () => {
  assert.deepEqual(await add('/old?page=2', '/news'), { outcome: 'saved', path: '/old' })
  assert.deepEqual(await add('https://ours.example/Ünïcode/', '/news/a-canal-opens'), { outcome: 'saved', path: '/Ünïcode' })
  assert.deepEqual(await add('/sister', 'https://sister.example/é'), { outcome: 'saved', path: '/sister' })
  assert.equal(await leadsTo('/old'), '/news')
  assert.equal(await leadsTo('/Ünïcode'), '/news/a-canal-opens')
  assert.equal(await leadsTo('/sister'), 'https://sister.example/%C3%A9')
  assert.equal((await add('/old', '/news')).outcome, 'unchanged')
  assert.equal((await add('/old', '/')).outcome, 'there-already')
  assert.deepEqual(
    await judge(
      ['https://other.example/a', '/news'],
      ['/', '/news'],
      ['not a path', '/news'],
      ['/a', 'http://other.example'],
      ['/b', 'javascript:alert(1)'],
      ['/c', '//other.example'],
      ['/d', '/nothing-here'],
      ['/e', '/topics/water'],
      ['/f', '/fr/topics/water'],
      ['/g', '/search?q=x'],
      ['/h', '/?x'],
      ['/\ud800', '/news'],
    ),
    [
      'no-address',
      'no-address',
      'no-address',
      'no-target',
      'no-target',
      'no-target',
      'nowhere',
      'new',
      'nowhere',
      'new',
      'new',
      'no-address',
    ],
  )
})

test('addresses that are live or the program’s own stay what they are', async () => {
  assert.deepEqual(
    await judge(
      ['/news', '/'],
      ['/fr/actualites', '/'],
      ['/ar/news', '/'],
      ['/anything/a-canal-opens', '/'],
      ['/news/something-old', '/'],
      ['/authors/amina', '/'],
      ['/authors/somebody', '/'],
      ['/search', '/'],
      ['/dashboard/x', '/'],
      ['/news/feed.xml', '/'],
      ['/news/before/x', '/'],
      ['/en/x', '/'],
      ['/2015/10/12/old.html', '/'],
    ),
    ['live', 'live', 'new', 'live', 'new', 'live', 'new', 'reserved', 'reserved', 'reserved', 'reserved', 'reserved', 'new'],
  )
})

test('no redirect leads to another one, and none back to itself', async () => {
  assert.equal((await add('/one', '/news')).outcome, 'saved')
  assert.deepEqual(await add('/two', '/one'), { outcome: 'shortened', path: '/two' })
  assert.equal(await leadsTo('/two'), '/news')
  assert.equal((await add('/three', '/three')).outcome, 'loop')
  assert.deepEqual(await judge(['/a', '/b'], ['/b', '/c'], ['/c', '/a'], ['/d', '/c']), ['loop', 'loop', 'loop', 'loop'])
  assert.deepEqual(await judge(['/x', '/y'], ['/y', '/news/a-canal-opens'], ['/x', '/z']), ['new', 'new', 'twice'])
  const outcomes = await Promise.all([add('/left', '/right'), add('/right', '/left')])
  assert.ok(outcomes.every(({ outcome }) => outcome === 'nowhere'))
  // What led to an address that becomes a redirect leads where that does.
  await db.insert(redirects).values({ path: '/before', target: '/was-there' })
  assert.equal((await add('/was-there', '/news')).outcome, 'saved')
  assert.equal(await leadsTo('/before'), '/news')
})

test('a redirect is changed as it was seen, removed, and made again', async () => {
  const { rows } = await listRedirects({ q: '/sister', after: '' })
  const [row] = rows
  assert.ok(row)
  const seen = { from: row.path, to: row.to }
  const change = (from: string, to: string) => changeRedirect(publisher, { id: row.id, from, to, seen }, now)
  assert.equal((await change('/old', '/news')).outcome, 'there-already')
  assert.equal((await change('/sister', '/gone')).outcome, 'nowhere')
  assert.deepEqual(await change('/brother', 'https://brother.example/'), { outcome: 'saved', path: '/brother' })
  assert.equal((await change('/brother', '/')).outcome, 'changed-meanwhile')
  assert.equal(await leadsTo('/sister'), 'unknown')
  assert.deepEqual(await removeRedirect(publisher, row.id, now), {
    outcome: 'removed',
    from: '/brother',
    to: 'https://brother.example/',
  })
  assert.equal((await removeRedirect(publisher, row.id, now)).outcome, 'unknown')
  assert.equal((await add('/brother', 'https://brother.example/')).outcome, 'saved')
  assert.equal((await addRedirect(await makeActor('editor', now), { from: '/x', to: '/' }, now)).outcome, 'not-allowed')
})

test('many come in one transaction, as they were judged or not at all', async () => {
  const wanted = Array.from({ length: 25_000 }, (_, number) => ({ from: `/archive-of-old/${number}/page.html`, to: '/news' }))
  const file = [
    ...wanted,
    { from: '/chained', to: '/archive-of-old/7/page.html' },
    { from: '/news', to: '/' },
    { from: '/old', to: '/news/a-canal-opens' },
  ]
  const judged = await judgeRedirects(db, file, 'https://ours.example')
  const seen = fingerprintOf(judged)
  assert.deepEqual(
    judged.slice(-3).map(({ verdict }) => verdict),
    ['new', 'live', 'replaces'],
  )
  await db.insert(redirects).values({ path: '/archive-of-old/3/page.html', target: '/' })
  assert.equal((await importRedirects(publisher, file, seen, now)).outcome, 'changed-meanwhile')
  assert.equal(await leadsTo('/chained'), 'unknown')
  const again = fingerprintOf(await judgeRedirects(db, file, 'https://ours.example'))
  assert.deepEqual(await importRedirects(publisher, file, again, now), { outcome: 'imported', changed: 25_002 })
  assert.equal(await leadsTo('/chained'), '/news')
  assert.equal(await leadsTo('/archive-of-old/24999/page.html'), '/news')
  assert.equal(await leadsTo('/old'), '/news/a-canal-opens')
  const [event] = await listEvents({ action: 'redirect.imported' }, { from: null, to: null }, 1)
  assert.deepEqual(event?.details, { created: 25_000, replaced: 2 })
  const nothing = fingerprintOf(await judgeRedirects(db, file, 'https://ours.example'))
  assert.deepEqual(await importRedirects(publisher, file, nothing, now), { outcome: 'imported', changed: 0 })
})

test('redirects are listed a page at a time, and found by either end', async () => {
  const all: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listRedirects>> = await listRedirects({ q: 'old/1', after })
    all.push(...page.rows.map(({ path }) => path))
    after = page.next
  }
  assert.equal(all.length, 11_111)
  assert.equal(new Set(all).size, all.length)
  const found = await listRedirects({ q: 'a-canal-opens', after: '' })
  assert.deepEqual(
    found.rows.map(({ path, isArticle }) => [path, isArticle]),
    [
      ['/old', true],
      ['/Ünïcode', true],
    ],
  )
  assert.deepEqual((await listRedirects({ q: '100%_', after: '' })).rows, [])
  const [first] = await db.select().from(redirects).orderBy(asc(redirects.path)).limit(1)
  assert.ok(first && (first.articleId === null || first.articleId === articleId))
})
