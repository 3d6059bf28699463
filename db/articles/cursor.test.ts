import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeCursor, encodeCursor } from './cursor'

test('a cursor comes back as it went', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.uuid(), (publishedAt, articleId) => {
      assert.deepEqual(decodeCursor(encodeCursor({ publishedAt, articleId })), { publishedAt, articleId })
    }),
  )
})

test('what is not a cursor is none, in whatever spelling', () => {
  const cursor = encodeCursor({ publishedAt: new Date(), articleId: randomUUID() })
  for (const text of ['', 'x', `${cursor}A`, cursor.slice(1), `${cursor.slice(0, -1)}%`, '/'.repeat(32), '~'.repeat(32)]) {
    assert.equal(decodeCursor(text), null, text)
  }
})
