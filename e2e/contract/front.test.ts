import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase, db } from '../../db/client'
import { announce } from '../../db/notices/commands'
import { folderMediaStore } from '../../lib/media-store'
import { buildSite, Server, startDatabase } from './harness'

const [folder, database] = await Promise.all([buildSite(), startDatabase()])
process.env.DATABASE_URL = database.url
const { sql } = database
const servers: Server[] = []
let one: Server
let other: Server

before(async () => {
  await write('/en', 'The first home', ['front:en'])
  ;[one, other] = await Promise.all([start(), start()])
})

after(async () => {
  await Promise.all(servers.map((server) => server.end()))
  await closeDatabase()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

async function start(more?: Record<string, string>): Promise<Server> {
  const server = await Server.start(folder, database.url, more)
  servers.push(server)
  await server.until(({ isReady }) => isReady)
  return server
}

type More = { status?: number; movedTo?: string; lock?: number }

/** Puts words at a path, as Next knows it, without telling anybody. */
async function write(path: string, words: string, tags: string[], { status = 200, movedTo, lock }: More = {}) {
  await sql`
    insert into contract_rows (path, words, status, tags, moved_to, lock)
    values (${path}, ${words}, ${status}, ${tags}, ${movedTo ?? null}, ${lock ?? null})
    on conflict (path) do update set words = excluded.words, status = excluded.status, tags = excluded.tags,
      moved_to = excluded.moved_to, lock = excluded.lock`
}

/** Tells all fronts, and waits until those given have heard it. */
async function tell(kind: 'change' | 'withdrawal', tags: string[], ...hearers: Server[]) {
  const heard = await Promise.all(hearers.map((server) => server.notices()))
  await db.transaction((tx) => announce(tx, kind, tags))
  await Promise.all(hearers.map((server, at) => server.until(({ notices }) => notices > (heard[at] ?? 0))))
}

/** Waits until somebody waits for the lock. */
async function untilLocked(lock: number) {
  for (;;) {
    const [row] = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted and objid = ${lock}`
    if (row) return
    await wait(20)
  }
}

/** Holds a lock on which slow pages wait; gives what frees it. */
async function hold(lock: number): Promise<() => Promise<void>> {
  const connection = await sql.reserve()
  await connection`select pg_advisory_lock(${lock})`
  return async () => {
    await connection`select pg_advisory_unlock(${lock})`
    connection.release()
  }
}

test('The first answer and the kept answer are the same document', async () => {
  await write('/en/news/first', 'First words', ['article:first'])
  const drawn = await one.ask('/news/first')
  assert.equal(drawn.status, 200)
  assert.match(drawn.text, /<h1>First words<\/h1>/)
  await write('/en/news/first', 'Unannounced words', ['article:first'])
  const kept = await one.ask('/news/first')
  assert.equal(kept.text, drawn.text)
  assert.equal(kept.headers.etag, drawn.headers.etag)
})

test('A document holds no script but structured data and our own modules, and preloads none', async () => {
  await write('/en/news/script', 'No </script><script>alert(1)</script> here', ['article:script'])
  const { text } = await one.ask('/news/script')
  const scripts = text.match(/<script[^>]*>/g) ?? []
  assert.deepEqual(scripts.sort(), ['<script type="application/ld+json">', '<script type="module" src="/reader/own.js">'])
  assert.doesNotMatch(text, /as="script"|modulepreload|__next_f/)
  assert.match(text, /<link rel="stylesheet" href="\/_next\/static\/[^"]+\.css"/)
})

test('Headers are strict, and ours only', async () => {
  const { headers } = await one.ask('/news/first')
  assert.match(
    String(headers['content-security-policy']),
    /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'$/,
  )
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
  assert.equal(headers['speculation-rules'], '"/reader/speculation-rules.json"')
  assert.equal(headers['cache-control'], 'public, max-age=0, must-revalidate')
  assert.equal(headers['cdn-cache-control'], 'max-age=10')
  assert.equal(headers.vary, 'Accept-Encoding')
  assert.equal(headers['strict-transport-security'], undefined)
  const foreign = Object.keys(headers).filter((name) => /next|powered|front-tags|set-cookie/.test(name))
  assert.deepEqual(foreign, [])
})

test('Status comes from the marker, each with a readable body', async () => {
  await write('/en/news/gone', 'a withdrawal', ['article:gone'], { status: 410 })
  await write('/en/news/barred', 'an order of a court', ['article:barred'], { status: 451 })
  for (const [path, status] of [
    ['/news/gone', 410],
    ['/news/barred', 451],
    ['/news/never', 404],
    ['/a/b/c/d', 404],
  ] as const) {
    for (const time of ['drawn', 'kept']) {
      const { status: given, text } = await one.ask(path)
      assert.equal(given, status, `${path} ${time}`)
      assert.match(text, /<main data-status="\d+">Nothing/)
    }
  }
})

test('An absence ends when something appears at the address', async () => {
  assert.equal((await one.ask('/news/soon')).status, 404)
  await write('/en/news/soon', 'Here now', ['article:soon'])
  await tell('change', ['address:/en/news/soon'], one)
  assert.equal((await one.ask('/news/soon')).status, 200)
})

test('A notice changes every page that stands under its tag, on every server, and no other', async () => {
  await write('/en/news/shared', 'Old headline', ['article:shared'])
  await write('/en/news/related', 'Beside Old headline', ['article:related', 'article:shared'])
  await write('/en/news/alone', 'Alone', ['article:alone'])
  for (const server of [one, other]) for (const path of ['shared', 'related', 'alone']) await server.ask(`/news/${path}`)
  await write('/en/news/shared', 'New headline', ['article:shared'])
  await write('/en/news/related', 'Beside New headline', ['article:related', 'article:shared'])
  await write('/en/news/alone', 'Never announced', ['article:alone'])
  await tell('change', ['article:shared'], one, other)
  for (const server of [one, other]) {
    for (const path of ['shared', 'related']) assert.match((await server.ask(`/news/${path}`)).text, /New headline/)
    assert.match((await server.ask('/news/alone')).text, /<h1>Alone</)
  }
})

test('A page drawn while a change commits is neither sent nor kept, under any spelling of its address', async () => {
  await write('/en/news/race', 'Old words', ['article:race'], { lock: 101 })
  const free = await hold(101)
  const first = one.ask('/news/race')
  await untilLocked(101)
  await write('/en/news/race', 'New words', ['article:race'])
  await tell('change', ['article:race'], one)
  const later = ['/news/race', '/news/race?x=1', '/news/race', '/en/news/race'].map((path) => one.ask(path))
  await one.until(({ renderings }) => renderings === 2)
  await free()
  const answers = await Promise.all([first, ...later])
  for (const answer of [...answers, await one.ask('/news/race')]) {
    assert.doesNotMatch(answer.text, /Old words/)
    if (answer.status === 308) assert.equal(answer.headers.location, '/news/race')
    else assert.match(answer.text, /New words/)
  }
})

test('What an older rendering lends another page is not kept there', async () => {
  await write('/en', 'Old home', ['front:en'], { lock: 102 })
  await tell('change', ['front:en'], one)
  const free = await hold(102)
  const home = one.ask('/')
  await untilLocked(102)
  await write('/en', 'New home', ['front:en'])
  await tell('change', ['front:en'], one)
  const feed = one.ask('/feed.xml')
  const search = one.ask('/search?q=x')
  await one.until(({ renderings }) => renderings === 3)
  await free()
  for (const answer of await Promise.all([home, feed, search])) {
    assert.match(answer.text, /New home/)
    assert.doesNotMatch(answer.text, /Old home/)
  }
})

test('Every spelling leads to the one address', async () => {
  await write('/ar/news/سلام', 'سلام', ['article:salam'])
  const encoded = `/ar/news/${encodeURIComponent('سلام')}`
  assert.equal((await one.ask(encoded)).status, 200)
  const spellings = {
    '/news/first/': '/news/first',
    '/news/%66irst': '/news/first',
    '/en/news/first': '/news/first',
    '/en': '/',
    '/en/': '/',
    '/fr/': '/fr',
    '/news/first?utm_source=x': '/news/first',
    '/news/first?': '/news/first',
    [encoded.toLowerCase()]: encoded,
  }
  for (const [spelling, address] of Object.entries(spellings)) {
    const { status, headers } = await one.ask(spelling)
    assert.deepEqual([status, headers.location], [308, address], spelling)
  }
})

test('What is no address of ours never reaches Next', async () => {
  const malformed = [
    '//news/first',
    '/news/../first',
    '/news/%2e%2e/first',
    '/news/first%5cx',
    '/news\\first',
    '/news/%00',
    '/news/%zz',
    '/news//first',
    '/a%2fb',
  ]
  for (const path of malformed) assert.equal((await one.ask(path)).status, 400, path)
  const inner = [
    '/news/first.rsc',
    '/news/first.segments/_tree.segment.rsc',
    '/_next/data/x/en.json',
    '/_next/image?url=/x&w=1&q=1',
    '/index',
    '/fr/index',
    '/__shell',
    '/__shell/__shell',
    '/en/__shell',
  ]
  for (const path of inner) {
    const { status, text } = await one.ask(path)
    assert.equal(status, 404, path)
    assert.match(text, /<h1>(Not here|Introuvable)<\/h1>/)
  }
})

test('Framework headers do not change a document, and never a kept one', async () => {
  await write('/en/news/headers', 'Plain', ['article:headers'])
  const headers = {
    rsc: '1',
    'next-router-prefetch': '1',
    'next-router-state-tree': '[]',
    'x-middleware-subrequest': 'x',
    'next-action': 'x',
    cookie: 'a=1',
    authorization: 'Bearer x',
  }
  const asked = await one.ask('/news/headers', { headers })
  assert.match(asked.headers['content-type'] ?? '', /^text\/html/)
  assert.equal((await one.ask('/news/headers')).text, asked.text)
})

test('Cookies are neither kept nor sent', async () => {
  for (const time of ['drawn', 'kept']) {
    const { headers, status } = await one.ask('/feed.xml')
    assert.equal(status, 200)
    assert.equal(headers['set-cookie'], undefined, time)
    assert.equal(headers['content-type'], 'application/rss+xml; charset=utf-8')
  }
})

test('A permanent redirect is kept, and leads to the readers’ address', async () => {
  await write('/en/news/moved', '', ['article:moved'], { movedTo: '/en/news/first' })
  for (const time of ['drawn', 'kept']) {
    const { status, headers } = await one.ask('/news/moved')
    assert.deepEqual([status, headers.location], [308, '/news/first'], time)
  }
})

test('HEAD is a GET without its body', async () => {
  const got = await one.ask('/news/first')
  const asked = await one.ask('/news/first', { method: 'HEAD' })
  assert.equal(asked.raw.length, 0)
  assert.equal(asked.headers['content-length'], got.headers['content-length'])
  assert.equal(asked.headers.etag, got.headers.etag)
})

test('Each encoding has its own ETag and the same words', async () => {
  const etags = new Set<string>()
  const texts = new Set<string>()
  for (const accepted of ['identity', 'gzip', 'br, gzip']) {
    const { headers, text } = await one.ask('/news/first', { headers: { 'accept-encoding': accepted } })
    etags.add(headers.etag ?? '')
    texts.add(text)
  }
  assert.equal(etags.size, 3)
  assert.equal(texts.size, 1)
})

test('If-None-Match is answered in lists and weak forms', async () => {
  const { headers } = await one.ask('/news/first')
  const etag = headers.etag ?? ''
  for (const condition of [etag, `W/${etag}`, `"x", ${etag}`, `"x",W/${etag} , "y"`, '*']) {
    const answer = await one.ask('/news/first', { headers: { 'if-none-match': condition } })
    assert.equal(answer.status, 304, condition)
    assert.equal(answer.raw.length, 0)
    assert.equal(answer.headers.etag, etag)
  }
  assert.equal((await one.ask('/news/first', { headers: { 'if-none-match': '"x"' } })).status, 200)
})

test('A page with request-time parts is never kept, and shows each reader his own', async () => {
  for (const q of ['one', 'two', 'one']) {
    const { text, headers, status } = await one.ask(`/search?q=${q}`)
    assert.equal(status, 200)
    assert.match(text, new RegExp(`asked for (<!-- -->)?${q}<`))
    assert.match(text, new RegExp(`<title>Search for ${q}</title>`))
    assert.equal(headers['cache-control'], 'no-store')
    assert.doesNotMatch(text, /<script/)
  }
})

test('An untagged page is never kept', async () => {
  const texts = [await one.ask('/untagged'), await one.ask('/untagged')]
  assert.notEqual(texts[0]?.text, texts[1]?.text)
  assert.equal(texts[0]?.headers['cache-control'], 'no-store')
})

test('A page whose content would wait hidden is a fault', async () => {
  const { status, text } = await one.ask('/waiting')
  assert.equal(status, 503)
  assert.match(text, /We will be back/)
})

test('A page is drawn again at the moment it changes by itself', async () => {
  const moment = Math.ceil(Date.now() / 1000) + 2
  await write('/en/news/timed', 'Before', ['article:timed', `until:${moment}`])
  assert.match((await one.ask('/news/timed')).text, /Before/)
  await write('/en/news/timed', 'After', ['article:timed'])
  const { text, headers } = await one.ask('/news/timed')
  if (Date.now() < moment * 1000) {
    assert.match(text, /Before/)
    assert.ok(Number(/max-age=(\d+)/.exec(String(headers['cdn-cache-control']))?.[1]) <= 2)
  }
  await wait(Math.max(0, moment * 1000 - Date.now()) + 1)
  assert.match((await one.ask('/news/timed')).text, /After/)
})

test('More tags than one call of cacheTag takes all count', async () => {
  const tags = Array.from({ length: 400 }, (_, number) => `article:many-${number}`)
  await write('/en/news/many', 'Old', tags)
  await one.ask('/news/many')
  await write('/en/news/many', 'New', tags)
  await tell('change', ['article:many-399'], one)
  assert.match((await one.ask('/news/many')).text, /<h1>New</)
})

/** A form of the page, as a browser would send it. */
async function formOf(path: string, letter: string) {
  const { text } = await one.ask(path)
  const name = /name="(\$ACTION_ID_\w+)"/.exec(text)?.[1]
  assert.ok(name, 'the page has a form')
  const form = new FormData()
  form.set(name, '')
  form.set('letter', letter)
  const encoded = new Response(form)
  return { type: encoded.headers.get('content-type') ?? '', body: Buffer.from(await encoded.arrayBuffer()) }
}

test('A form works without script; its answer is a document, never kept, without cookies', async () => {
  const { type, body } = await formOf('/news/first', 'a letter')
  const headers = { 'content-type': type, origin: 'http://news.test' }
  const answer = await one.ask('/news/first', { method: 'POST', headers, body })
  assert.equal(answer.status, 200)
  assert.doesNotMatch(answer.text, /__next_f|as="script"/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.equal(answer.headers['set-cookie'], undefined)
  const [row] = await sql`select count(*)::int as count from contract_letters where letter = 'a letter'`
  assert.equal(row?.count, 1)
})

test('An action that redirects leads to the readers’ address', async () => {
  const { type, body } = await formOf('/news/first', 'redirect')
  const answer = await one.ask('/news/first', {
    method: 'POST',
    headers: { 'content-type': type, origin: 'http://news.test' },
    body,
  })
  assert.deepEqual([answer.status, answer.headers.location], [303, '/news/thanks'])
})

test('A form that does not come from us is refused, in words', async () => {
  const { type, body } = await formOf('/news/first', 'foreign')
  for (const more of [
    {},
    { origin: 'http://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'http://evil.test', 'sec-fetch-site': 'same-origin' },
  ]) {
    const answer = await one.ask('/news/first', {
      method: 'POST',
      headers: { 'content-type': type, ...more } as Record<string, string>,
      body,
    })
    assert.equal(answer.status, 403)
    assert.match(answer.text, /not sent from our own pages/)
  }
  const sameOrigin = await one.ask('/news/first', {
    method: 'POST',
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    body,
  })
  assert.equal(sameOrigin.status, 200)
})

test('A form that names no action, an unknown one, or too much is refused', async () => {
  const origin = 'http://news.test'
  const plain = { 'content-type': 'application/x-www-form-urlencoded', origin }
  assert.equal((await one.ask('/news/first', { method: 'POST', headers: plain, body: 'letter=x' })).status, 400)
  assert.equal((await one.ask('/news/first', { method: 'POST', headers: plain, body: 'x'.repeat(1_100_000) })).status, 413)
  const unknown = await formOf('/news/first', 'unknown')
  const body = Buffer.from(unknown.body.toString('latin1').replace(/ACTION_ID_\w{10}/, 'ACTION_ID_0000000000'), 'latin1')
  const answer = await one.ask('/news/first', { method: 'POST', headers: { 'content-type': unknown.type, origin }, body })
  assert.equal(answer.status, 409)
  assert.match(answer.text, /Please send it again/)
  assert.equal((await one.ask('/news/first', { method: 'PUT', headers: plain, body: 'x' })).status, 405)
})

test('Static files are for ever, public files are asked for again, and nothing else is a file', async () => {
  const { text } = await one.ask('/news/first')
  const css = /href="(\/_next\/static\/[^"]+\.css)"/.exec(text)?.[1] ?? ''
  const sheet = await one.ask(css)
  assert.deepEqual([sheet.status, sheet.headers['cache-control']], [200, 'public, max-age=31536000, immutable'])
  assert.equal(sheet.headers['content-type'], 'text/css; charset=utf-8')
  const rules = await one.ask('/reader/speculation-rules.json')
  assert.equal(rules.headers['content-type'], 'application/speculationrules+json')
  for (const path of ['/reader/../next.config.js', '/media/../rows.ts', '/_next/static/../../package.json', '/media/x.js']) {
    assert.ok([400, 404].includes((await one.ask(path)).status), path)
  }
})

test('Pictures come from the media folder, for ever, and nothing beside it', async () => {
  const media = await mkdtemp(join(tmpdir(), 'contract-media-'))
  await folderMediaStore(media).write('ab12cd-card-1200.avif', Buffer.from('a picture'))
  const third = await start({ MEDIA_FOLDER: media })
  const { status, headers, text } = await third.ask('/media/ab12cd-card-1200.avif')
  assert.deepEqual([status, text, headers['content-type']], [200, 'a picture', 'image/avif'])
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin')
  const again = await third.ask('/media/ab12cd-card-1200.avif', { headers: { 'if-none-match': String(headers.etag) } })
  assert.equal(again.status, 304)
  for (const path of [
    '/media/none.avif',
    '/media/',
    '/media/ab/ab12cd-card-1200.avif',
    '/media/..%2fx.avif',
    '/media/AB12.avif',
  ]) {
    assert.equal((await third.ask(path)).status, 404, path)
  }
  await third.end()
  await rm(media, { recursive: true })
})

test('A CDN is told which addresses a notice touches', async () => {
  const told = Promise.withResolvers<unknown>()
  const hook = createServer(async (request, response) => {
    told.resolve(await json(request))
    response.end()
  })
  await once(hook.listen(0, '127.0.0.1'), 'listening')
  const address = hook.address()
  assert.ok(typeof address === 'object' && address)
  const third = await start({ CDN_PURGE_URL: `http://127.0.0.1:${address.port}/purge` })
  await write('/en/news/purged', 'To be purged', ['article:purged'])
  await third.ask('/news/purged')
  await tell('change', ['article:purged'], third)
  assert.deepEqual(await told.promise, { addresses: ['http://news.test/news/purged'], everything: false })
  await third.end()
  hook.close()
})

test('A request has an id: its own if it is one, else ours', async () => {
  const own = await one.ask('/news/first', { headers: { 'x-request-id': 'abcd-1234' } })
  assert.equal(own.headers['x-request-id'], 'abcd-1234')
  const odd = await one.ask('/news/first', { headers: { 'x-request-id': '"}{\\n' } })
  assert.match(String(odd.headers['x-request-id']), /^[\w-]+$/)
})

test('After a restart, also after kill -9, pages are what they are now', async () => {
  const third = await start()
  await write('/en/news/restart', 'Before', ['article:restart'])
  assert.match((await third.ask('/news/restart')).text, /Before/)
  await third.end('SIGKILL')
  await write('/en/news/restart', 'After', ['article:restart'])
  await tell('change', ['article:restart'])
  const fourth = await start()
  assert.match((await fourth.ask('/news/restart')).text, /After/)
  assert.equal(await fourth.end(), 0)
})

test('An end lets readers under way have their page', async () => {
  const third = await start()
  await write('/en/news/draining', 'Drained', ['article:draining'], { lock: 103 })
  const free = await hold(103)
  const reader = third.ask('/news/draining')
  await untilLocked(103)
  const ended = third.end()
  await free()
  assert.match((await reader).text, /Drained/)
  assert.equal(await ended, 0)
})

test('What a broken connection hid is heard afterwards; what was withdrawn meanwhile is never sent again', async () => {
  await write('/en/news/gap', 'Withdrawn words', ['article:gap'])
  for (const server of [one, other]) assert.match((await server.ask('/news/gap')).text, /Withdrawn words/)
  await sql`update pg_database set datallowconn = false where datname = current_database()`
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('broadsheet-front', 'contract-site')`
  await Promise.all([one, other].map((server) => server.until(({ listening }) => !listening)))
  assert.equal((await one.ask('/news/first')).status, 200)
  await write('/en/news/gap', 'a withdrawal', ['article:gap'], { status: 410 })
  await tell('withdrawal', ['article:gap'])
  await sql`update pg_database set datallowconn = true where datname = current_database()`
  await Promise.all([one, other].map((server) => server.until(({ isReady }) => isReady)))
  for (const server of [one, other]) {
    const { status, text } = await server.ask('/news/gap')
    assert.equal(status, 410)
    assert.doesNotMatch(text, /Withdrawn words/)
  }
})

test('With Postgres stopped kept pages still answer, others say so; when it is back all is well without a restart', async () => {
  await write('/en/news/kept', 'Kept words', ['article:kept'])
  assert.match((await one.ask('/news/kept')).text, /Kept words/)
  await database.stop()
  for (let time = 0; time < 3; time++) {
    const kept = await one.ask('/news/kept')
    assert.equal(kept.status, 200)
    assert.match(kept.text, /Kept words/)
    const unknown = await one.ask('/fr/news/unknown')
    assert.equal(unknown.status, 503)
    assert.ok(unknown.headers['retry-after'])
    assert.match(unknown.text, /<html lang="fr" dir="ltr">.*De retour dans un instant/)
  }
  await one.until((_, status) => status === 503)
  assert.equal((await one.ask('/healthz')).status, 200)
  await database.start()
  await one.until(({ isReady }) => isReady)
  await write('/en/news/kept', 'Newer words', ['article:kept'])
  await tell('change', ['article:kept'], one)
  assert.match((await one.ask('/news/kept')).text, /Newer words/)
  assert.equal((await one.ask('/fr/news/unknown')).status, 404)
})
