import assert from 'node:assert/strict'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { clientAddressOf, correctHeaders, loggedPathOf, networksOf, requestIdOf } from './clients'

function requestFrom(address: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: address })
  const request = new IncomingMessage(socket)
  request.headers = headers
  return request
}

const proxies = networksOf('10.0.0.0/8, 192.0.2.7, 2001:db8::/32')

test('Forwarded addresses are believed only from trusted proxies, and only the last one before them', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.66, 198.51.100.4, 10.1.1.1' }
  assert.equal(clientAddressOf(requestFrom('198.51.100.9', forwarded), proxies), '198.51.100.9')
  assert.equal(clientAddressOf(requestFrom('::ffff:192.0.2.7', forwarded), proxies), '198.51.100.4')
  assert.equal(clientAddressOf(requestFrom('2001:db8::1', { 'x-forwarded-for': 'nonsense' }), proxies), '2001:db8::1')
  assert.equal(clientAddressOf(requestFrom('10.0.0.1'), proxies), '10.0.0.1')
})

test('What is no network is refused', () => {
  assert.throws(() => networksOf('proxy.example'), RangeError)
})

test('Headers of the framework’s own parts are dropped, forwarded ones overwritten', () => {
  const request = requestFrom('198.51.100.9', {
    'x-middleware-subrequest': 'x',
    'next-resume': '1',
    rsc: '1',
    forwarded: 'for=x',
    'x-forwarded-host': 'evil.test',
    host: 'evil.test',
  })
  correctHeaders(request, new URL('https://news.example'), proxies, 'id-1')
  assert.deepEqual(request.headers, {
    rsc: '1',
    host: 'news.example',
    'x-forwarded-for': '198.51.100.9',
    'x-forwarded-host': 'news.example',
    'x-forwarded-proto': 'https',
    'x-request-id': 'id-1',
  })
})

test('Only a sane id is taken over', () => {
  assert.equal(requestIdOf(requestFrom('::1', { 'x-request-id': 'abcd-1234' })), 'abcd-1234')
  assert.notEqual(requestIdOf(requestFrom('::1', { 'x-request-id': 'a"b-abcdefgh' })), 'a"b-abcdefgh')
})

test('What opens something is not logged', () => {
  for (const path of [
    '/unsubscribe/1abc-def',
    '/newsletters/confirm/1abc',
    '/fr/newsletters/preferences/1abc/export/csv',
    '/preview/1abc',
    '/sign-in/1abc',
    '/authors/ada%40reader.example',
  ])
    assert.doesNotMatch(loggedPathOf(path), /abc|ada/, path)
  assert.equal(loggedPathOf('/newsletters/preferences'), '"/newsletters/preferences"')
})
