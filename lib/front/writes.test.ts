import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comesFromUs, namesAction } from './writes'

const site = new URL('https://news.example')

test('A form is ours by its origin, or without one by what the browser says of it', () => {
  assert.ok(comesFromUs('/', { origin: 'https://news.example' }, site))
  assert.ok(comesFromUs('/', { 'sec-fetch-site': 'same-origin' }, site))
  assert.ok(comesFromUs('/', { origin: 'null', 'sec-fetch-site': 'same-origin' }, site))
  const foreign = [
    {},
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://news.example.evil' },
    { origin: 'http://news.example' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) assert.equal(comesFromUs('/', headers, site), false)
  assert.equal(comesFromUs('/', { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, site), false)
})

test('Machines are exempt by name', () => {
  assert.ok(comesFromUs('/api/v1/orders', {}, site))
  assert.equal(comesFromUs('/api/v1', {}, site), false)
  assert.ok(comesFromUs('/unsubscribe/x', { origin: 'https://evil.test' }, site))
  assert.equal(comesFromUs('/api/forms', {}, site), false)
})

test('On a machine of one’s own its other names count, of that very server', () => {
  const local = new URL('http://localhost:3000')
  assert.ok(comesFromUs('/', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, local))
  assert.equal(comesFromUs('/', { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' }, local), false)
  assert.equal(comesFromUs('/', { origin: 'http://evil.test', host: 'evil.test' }, local), false)
  assert.equal(comesFromUs('/', { origin: 'http://127.0.0.1', host: '127.0.0.1' }, site), false)
})

test('An action is named in either kind of form', () => {
  assert.ok(namesAction(Buffer.from('--x\r\nContent-Disposition: form-data; name="$ACTION_ID_40"')))
  assert.ok(namesAction(Buffer.from('%24ACTION_ID_40=&a=1')))
  assert.equal(namesAction(Buffer.from('a=1')), false)
})
