import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyedHash, seal, unseal } from './secret'

process.env.SECRET = 'a secret for this test alone, long enough'

test('What is sealed is opened again, each time in other words, and not for another purpose', () => {
  const sealed = seal('authenticator-apps', 'JBSWY3DPEHPK3PXP')
  assert.equal(unseal('authenticator-apps', sealed), 'JBSWY3DPEHPK3PXP')
  assert.notEqual(seal('authenticator-apps', 'JBSWY3DPEHPK3PXP'), sealed)
  assert.throws(() => unseal('codes', sealed))
})

test('What was changed is not opened', () => {
  const bytes = Buffer.from(seal('codes', 'words'), 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  assert.throws(() => unseal('codes', bytes.toString('base64url')))
})

test('A keyed hash is the same for the same text and purpose only', () => {
  assert.equal(keyedHash('limits', 'a@example.org'), keyedHash('limits', 'a@example.org'))
  assert.notEqual(keyedHash('limits', 'a@example.org'), keyedHash('links', 'a@example.org'))
  assert.notEqual(keyedHash('limits', 'a@example.org'), keyedHash('limits', 'b@example.org'))
})
