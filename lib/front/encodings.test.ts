import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { chooseEncoding, encode, matchesEtag } from './encodings'

test('The best encoding that is allowed is chosen', () => {
  const choices = {
    '': 'identity',
    'gzip, deflate, br, zstd': 'br',
    'gzip, deflate': 'gzip',
    'br;q=0, gzip': 'gzip',
    'br;q=0.1, gzip;q=0.9': 'gzip',
    '*': 'br',
    '*;q=0': 'identity',
    identity: 'identity',
    'identity;q=1, gzip;q=0.5': 'identity',
    GZIP: 'gzip',
    'gzip;q=nonsense': 'identity',
  }
  for (const [accepted, choice] of Object.entries(choices)) assert.equal(chooseEncoding(accepted), choice, accepted)
})

test('Each encoding is the same body under an ETag of its own', async () => {
  const body = Buffer.from('words and words '.repeat(100))
  const { identity, gzip, br } = await encode(body, true)
  assert.deepEqual(gunzipSync(gzip.body), body)
  assert.deepEqual(brotliDecompressSync(br.body), body)
  assert.equal(new Set([identity.etag, gzip.etag, br.etag]).size, 3)
})

test('What is kept of a body holds no memory beside its bytes', async () => {
  const { identity, gzip, br } = await encode(Buffer.from('words and words '.repeat(100)), true)
  for (const { body } of [identity, gzip, br]) assert.equal(body.buffer.byteLength, body.length)
})

test('What is not worth it is not compressed', async () => {
  const small = await encode(Buffer.from('few words'), true)
  assert.equal(small.br.body, small.identity.body)
})

test('A condition matches one ETag of a list, weak or strong, and no other', () => {
  assert.ok(matchesEtag('W/"b", "a"', '"a"'))
  assert.ok(matchesEtag('W/"a"', '"a"'))
  assert.ok(matchesEtag('*', '"a"'))
  assert.equal(matchesEtag('"ab", "b"', '"a"'), false)
  assert.equal(matchesEtag('a', '"a"'), false)
})
