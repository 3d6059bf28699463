import assert from 'node:assert/strict'
import { test } from 'node:test'
import { one, sql, write } from './world'

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
  // With the form as it is now, and what was typed in it.
  const again = new FormData()
  for (const [, name = '', value = ''] of answer.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g))
    again.set(name.replaceAll('&#36;', '$'), value)
  assert.equal(again.get('letter'), 'unknown')
  const sent = new Response(again)
  const headers = { 'content-type': sent.headers.get('content-type') ?? '', origin }
  const given = await one.ask('/news/first', { method: 'POST', headers, body: Buffer.from(await sent.arrayBuffer()) })
  assert.equal(given.status, 200)
  assert.equal((await one.ask('/news/first', { method: 'PUT', headers: plain, body: 'x' })).status, 405)
})
