import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { growthBars } from './growth-bars'

const size = { width: 600, height: 100 }
const day = fc.record({ day: fc.constant('2026-01-01'), confirmed: fc.nat(1_000_000), left: fc.nat(1_000_000) })

test('No bar leaves its chart, and the highest of both ways fill it', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), (growth) => {
      const { bars, line } = growthBars(growth, size)
      for (const { x, width, up, down } of bars) {
        assert.ok(x >= 0 && x + width <= size.width + 0.2)
        assert.ok(up <= line + 0.1 && line + down <= size.height + 0.2)
      }
    }),
  )
  const one = { day: '2026-01-01', confirmed: 30, left: 10 }
  assert.deepEqual(growthBars([one], size), { bars: [{ day: one.day, x: 90, width: 420, up: 75, down: 25 }], line: 75 })
  assert.deepEqual(growthBars([{ ...one, confirmed: 0, left: 0 }], size).line, 100)
})
