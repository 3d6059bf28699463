import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deliveryToken, readDeliveryToken } from './tokens'

test('A token is read as the delivery it was made for; changed by one character it is none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fc.nat(),
      fc.constantFrom(...'0af-z_'),
      (id, place, other) => {
        const token = deliveryToken(id)
        assert.equal(readDeliveryToken(token), id)
        // With its prefix the local part of a mail address (RFC 5321: 64 octets).
        assert.ok(`b+${token}`.length <= 64)
        const at = place % token.length
        const changed = token.slice(0, at) + other + token.slice(at + 1)
        if (changed !== token) assert.equal(readDeliveryToken(changed), null)
      },
    ),
  )
})

test('What is no token is none', () => {
  for (const text of [
    '',
    '1',
    '1-',
    'x',
    '1zz-',
    `${deliveryToken(5)}0`,
    `2${deliveryToken(5).slice(1)}`,
    deliveryToken(5).toUpperCase(),
  ])
    assert.equal(readDeliveryToken(text), null)
})
