import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, test } from 'node:test'
import { prepare } from './answers'
import { encode } from './encodings'
import { send } from './sending'

const body = `<!doctype html><title>Ünïcode</title>${'<p>Words.</p>'.repeat(50)}`
const answer = {
  status: 200,
  headers: ['Content-Type', 'text/html; charset=utf-8'],
  encoded: await encode(Buffer.from(body), true),
  tags: ['site'],
  count: 0,
  until: 0,
}
const prepared = prepare(answer, ['X-Content-Type-Options', 'nosniff'], true)
const etag = answer.encoded.identity.etag
let requests = 0
const server = createServer((request, response) => {
  requests++
  send(request, response, prepared, `id-${requests}`)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => server.close())

/** Everything the server says on one connection to these bytes, until it closes it. */
function exchange(words: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.end(words)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => resolve(Buffer.concat(chunks).toString()))
  })
}

const request = (first: string, ...headers: string[]) => `${[first, 'Host: here', ...headers].join('\r\n')}\r\n\r\n`
const headersOf = (text: string) => text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')

test('Readers on one connection are answered in order, each with an id, a date and everything prepared', async () => {
  const said = await exchange(
    request('GET / HTTP/1.1') + request('GET / HTTP/1.1') + request('GET / HTTP/1.1', 'Connection: close'),
  )
  const answers = said.split(/(?=HTTP\/1\.1 )/)
  assert.equal(answers.length, 3)
  const ids = answers.map((one) => /^X-Request-Id: (.+)$/m.exec(one)?.[1]?.trim())
  assert.equal(new Set(ids).size, 3)
  for (const one of answers) {
    assert.equal(one.slice(one.indexOf('\r\n\r\n') + 4), body)
    const headers = headersOf(one)
    assert.equal(headers[0], 'HTTP/1.1 200 OK')
    assert.ok(headers.includes(`Content-Length: ${Buffer.byteLength(body)}`))
    assert.ok(headers.includes('X-Content-Type-Options: nosniff'))
    assert.ok(headers.some((header) => /^Date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)))
  }
  assert.ok(headersOf(answers[0] ?? '').includes('Connection: keep-alive'))
  assert.ok(headersOf(answers[2] ?? '').includes('Connection: close'))
})

test('The same headers go out whether Node joins them or we do', async () => {
  const names = (text: string) =>
    headersOf(text)
      .slice(1)
      .map((header) => header.split(':')[0])
      .filter((name) => name !== 'Keep-Alive')
      .sort()
  const [ours, nodes] = [
    await exchange(request('GET / HTTP/1.1')),
    await exchange(request('GET / HTTP/1.1', 'Connection: close')),
  ]
  assert.deepEqual(names(ours), names(nodes))
})

test('HEAD has no body, and what a reader has is not sent again', async () => {
  const head = await exchange(request('HEAD / HTTP/1.1', 'Connection: close'))
  assert.ok(headersOf(head).includes(`Content-Length: ${Buffer.byteLength(body)}`))
  assert.ok(head.endsWith('\r\n\r\n'))
  const same = await exchange(request('GET / HTTP/1.1', `If-None-Match: ${etag}`, 'Connection: close'))
  assert.equal(headersOf(same)[0], 'HTTP/1.1 304 Not Modified')
  assert.ok(same.endsWith('\r\n\r\n'))
})

test('A client of HTTP 1.0 is answered, and its connection closed', async () => {
  const said = await exchange(request('GET / HTTP/1.0'))
  assert.ok(headersOf(said).includes('Connection: close'))
  assert.ok(said.endsWith(body))
})
