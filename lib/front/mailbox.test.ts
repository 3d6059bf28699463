import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTarget } from './addresses'
import { mayReadMailbox } from './mailbox'

const address = '127.0.0.1'
const headers = { host: 'localhost:3000', 'user-agent': 'a browser' }
const own = { hasMailbox: true, publicUrl: 'http://localhost:3000' }

test('A program on this machine reads the mailbox, under any of the machine’s names', () => {
  for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '127.1.2.3', '[::1]:3000'])
    for (const from of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      assert.ok(mayReadMailbox({ address: from, headers: { ...headers, host } }, own), `${from} ${host}`)
})

test('Nobody else does', () => {
  for (const from of [undefined, '', '192.0.2.1', '10.0.0.1', '::ffff:192.0.2.1', 'fe80::1', '2001:db8::1', '1270.0.0.1'])
    assert.equal(mayReadMailbox({ address: from, headers }, own), false, from)
})

test('A name that is not this machine’s may be one that somebody has pointed at it', () => {
  const foreign = [
    undefined,
    '',
    'news.example',
    '192.168.0.2',
    'localhost.news.example',
    '127.0.0.1.news.example',
    'localhost:3000, x',
  ]
  for (const host of foreign) assert.equal(mayReadMailbox({ address, headers: { ...headers, host } }, own), false, host)
})

test('Whoever comes through somebody in between is not local, whatever is claimed', () => {
  const mediators = [
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'forwarded',
    'via',
    'x-real-ip',
    'cf-connecting-ip',
  ]
  for (const name of mediators)
    for (const value of ['127.0.0.1', ''])
      assert.equal(mayReadMailbox({ address, headers: { ...headers, [name]: value } }, own), false, name)
})

test('With a mail server, or a public address, there is no mailbox', () => {
  assert.equal(mayReadMailbox({ address, headers }, { ...own, hasMailbox: false }), false)
  assert.equal(mayReadMailbox({ address, headers }, { publicUrl: own.publicUrl }), false)
  assert.equal(mayReadMailbox({ address, headers }, { ...own, publicUrl: 'https://news.example' }), false)
})

test('Every spelling of the address is guarded', () => {
  for (const spelling of ['/mailbox', '/mailbox/', '/%6dailbox', '/mailbox?x=1', '/mailbox/x', '/en/mailbox']) {
    const target = readTarget(spelling)
    const path = target.kind === 'reader' ? target.path : target.kind === 'moved' ? target.to : ''
    assert.match(path, /^\/mailbox(\/|\?|$)/, spelling)
  }
})
