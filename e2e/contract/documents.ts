import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderMediaStore } from '../../lib/media-store'
import { one, start, write } from './world'

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

test('A permanent redirect is kept, and leads to the readers’ address', async () => {
  await write('/en/news/moved', '', ['article:moved'], { movedTo: '/en/news/first' })
  for (const time of ['drawn', 'kept']) {
    const { status, headers } = await one.ask('/news/moved')
    assert.deepEqual([status, headers.location], [308, '/news/first'], time)
  }
})

test('Cookies are neither kept nor sent', async () => {
  for (const time of ['drawn', 'kept']) {
    const { headers, status } = await one.ask('/feed.xml')
    assert.equal(status, 200)
    assert.equal(headers['set-cookie'], undefined, time)
    assert.equal(headers['content-type'], 'application/rss+xml; charset=utf-8')
  }
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

test('A request has an id: its own if it is one, else ours', async () => {
  const own = await one.ask('/news/first', { headers: { 'x-request-id': 'abcd-1234' } })
  assert.equal(own.headers['x-request-id'], 'abcd-1234')
  const odd = await one.ask('/news/first', { headers: { 'x-request-id': '"}{\\n' } })
  assert.match(String(odd.headers['x-request-id']), /^[\w-]+$/)
})
