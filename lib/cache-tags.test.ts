import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tagOf } from './cache-tags'

test('No address forges another tag', () => {
  assert.equal(tagOf.address('/news/a,site'), 'address:/news/a%2Csite')
})

test('Both spellings of an address are one tag, and it can travel in a header', () => {
  assert.equal(tagOf.address('/ar/أخبار'), tagOf.address(`/ar/${encodeURIComponent('أخبار')}`))
  assert.match(tagOf.address('/ar/أخبار 🜁'), /^[\x21-\x7e]+$/)
})

test('A long address still has a tag that Next accepts, and its own', () => {
  const long = `/ar/${'ا'.repeat(300)}`
  assert.ok(tagOf.address(long).length < 256)
  assert.notEqual(tagOf.address(long), tagOf.address(`${long}ب`))
})
