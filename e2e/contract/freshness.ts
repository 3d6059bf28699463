import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { hold, one, other, start, tell, untilLocked, write } from './world'

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
  const before = await one.counts()
  const later = ['/news/race', '/news/race?x=1', '/news/race', '/en/news/race'].map((path) => one.ask(path))
  await one.until(({ renderings }) => renderings > before.renderings)
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
  const before = await one.counts()
  const feed = one.ask('/feed.xml')
  const search = one.ask('/search?q=x')
  await one.until(({ renderings }) => renderings >= before.renderings + 2)
  await free()
  for (const answer of await Promise.all([home, feed, search])) {
    assert.match(answer.text, /New home/)
    assert.doesNotMatch(answer.text, /Old home/)
  }
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
