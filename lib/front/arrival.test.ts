import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { filePatience, limitArrival, patienceFor } from './arrival'

const server = createServer(async (request, response) => {
  limitArrival(request, 100)
  response.end(await text(request).catch(() => 'cut off'))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => server.close())
const address = server.address()
const port = typeof address === 'object' && address ? address.port : assert.fail('no port')

const post = (length: number, sent: string) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${sent}`)
  return text(socket)
}

test('What arrives in time is answered, what is dribbled in is cut off', { timeout: 10_000 }, async () => {
  assert.match(await post(5, 'whole'), /200 OK[\s\S]*whole$/)
  const socket = connect(port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf')
  assert.equal(await text(socket), '')
})

test('Pictures may take as long as a slow line needs, forms not', () => {
  assert.equal(patienceFor('/dashboard/media/upload'), filePatience)
  for (const path of ['/dashboard/media', '/dashboard/media/upload/', '/sign-in', '/search'])
    assert.equal(patienceFor(path), 30_000)
})
