import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ItemInput } from '../../../db/newsletter-editions/rules'
import { asSaved, asWritten, placeOf, withChanged, withItem, withMoved, withoutItem } from './written-edition'

const heading = (headline: string): ItemInput => ({ kind: 'heading', headline })
const edition = (...headlines: string[]) => asWritten({ subject: 'S', preheader: '', items: headlines.map(heading) })
const told = (written: ReturnType<typeof edition>) =>
  asSaved(written)
    .items.map((item) => item.kind === 'heading' && item.headline)
    .join('')
const keyAt = (written: ReturnType<typeof edition>, index: number) => written.items[index]?.key ?? ''

test('an item moves to a place, and not beyond the ends', () => {
  const written = edition('a', 'b', 'c')
  assert.equal(told(withMoved(written, keyAt(written, 0), 1)), 'bac')
  assert.equal(told(withMoved(written, keyAt(written, 0), 9)), 'bca')
  assert.equal(told(withMoved(written, keyAt(written, 2), -1)), 'cab')
  assert.equal(told(withMoved(written, 'nothing', 0)), 'abc')
})

test('whatever is moved where, everything is still there once, and it stands where it was to', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(20), fc.nat(20), (words, from, to) => {
      const written = edition(...words)
      const key = keyAt(written, from % words.length)
      const place = to % words.length
      const moved = withMoved(written, key, place)
      assert.equal(placeOf(moved, key), place)
      assert.deepEqual(new Set(moved.items), new Set(written.items))
    }),
  )
})

test('an item is added at the end, changed and removed by its key', () => {
  const { edition: added, key } = withItem(edition('a'), heading('b'))
  assert.equal(told(added), 'ab')
  assert.equal(told(withChanged(added, key, heading('c'))), 'ac')
  assert.equal(told(withoutItem(added, key)), 'a')
})

test('what waits for its first words is neither saved nor drawn', () => {
  const { edition: added } = withItem(edition('a'), { kind: 'text', text: ' ' })
  assert.deepEqual(asSaved(added).items, [heading('a')])
})
