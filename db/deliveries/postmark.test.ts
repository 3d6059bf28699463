import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { postmarkReader } from './postmark'

const reader = postmarkReader('a-long-secret-of-this-hook')
const basic = (text: string) => new Headers({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })

test('A request is Postmark’s when it carries the secret, as a password or in a header of its own', () => {
  assert.equal(reader.isGenuine(basic('postmark:a-long-secret-of-this-hook')), true)
  assert.equal(reader.isGenuine(new Headers({ 'x-webhook-secret': 'a-long-secret-of-this-hook' })), true)
  for (const headers of [
    new Headers(),
    basic(''),
    basic('postmark:'),
    basic('a-long-secret-of-this-hook:'),
    basic('postmark:a-long-secret-of-this-hoo'),
    new Headers({ authorization: 'Basic' }),
    new Headers({ authorization: 'Bearer a-long-secret-of-this-hook' }),
    new Headers({ 'x-webhook-secret': '' }),
  ])
    assert.equal(reader.isGenuine(headers), false)
})

const bounce = {
  RecordType: 'Bounce',
  ID: 42,
  Type: 'HardBounce',
  TypeCode: 1,
  MessageID: '00000000-0000-0000-0000-000000000000',
  Details: 'smtp;550 5.1.1 <ada@reader.example>: no such user',
  Email: 'ada@reader.example',
  BouncedAt: '2026-11-28T06:00:00Z',
  MessageStream: 'broadcast',
}

test('Bounces, complaints and deliveries are read, each once by its own name', () => {
  assert.deepEqual(reader.read(bounce), [
    {
      source: 'postmark',
      externalId: 'Bounce:42',
      kind: 'hard_bounce',
      about: { providerReference: bounce.MessageID },
      enhancedCode: '5.1.1',
      words: 'HardBounce: smtp;550 5.1.1 <…>: no such user',
    },
  ])
  const kindOf = (over: object) => reader.read({ ...bounce, ...over })?.[0]?.kind ?? null
  assert.equal(kindOf({ Type: 'SoftBounce' }), 'soft_bounce')
  assert.equal(kindOf({ Type: 'Transient' }), 'delayed')
  assert.equal(kindOf({ Type: 'AutoResponder' }), null)
  assert.equal(kindOf({ Type: 'constructor' }), null)
  assert.equal(kindOf({ RecordType: 'SpamComplaint', Type: 'SpamComplaint' }), 'complaint')
  assert.equal(kindOf({ RecordType: 'Open' }), null)
  const delivered = { RecordType: 'Delivery', MessageID: 'm', Recipient: 'ada@reader.example', Metadata: { delivery: 'token' } }
  assert.deepEqual(reader.read(delivered)?.[0]?.about, { token: 'token' })
  assert.deepEqual(reader.read(delivered)?.[0]?.externalId, 'Delivery:m:')
})

test('What cannot be understood is told from what is of no interest', () => {
  for (const body of [null, 1, 'x', [], {}, { RecordType: 7 }, { RecordType: 'Bounce', Type: 'HardBounce', ID: 1 }])
    assert.equal(reader.read(body), null, JSON.stringify(body))
  assert.deepEqual(reader.read({ RecordType: 'Click', MessageID: 'm' }), [])
  fc.assert(fc.property(fc.jsonValue(), (body) => void reader.read(body)))
})
