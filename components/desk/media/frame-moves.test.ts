import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cropRatios, drawnCrops, type Framed } from '../../../db/media/rules'
import { followFocal, frameOf, moveCrop, moveFocal, pullCorner, resizeCrop } from './frame-moves'

const picture: Framed = { width: 2000, height: 1000, focalX: 0.5, focalY: 0.5, crops: {} }

test('A crop is moved from where the focal point had put it, and follows that again when asked', () => {
  const moved = moveCrop(picture, '1x1', 0.1, 0)
  assert.deepEqual(frameOf(moved, '1x1'), { x: 0.35, y: 0, width: 0.5, height: 1 })
  assert.deepEqual(frameOf(moveFocal(moved, 0.5, 0), '1x1'), frameOf(moved, '1x1'))
  assert.deepEqual(followFocal(moved, '1x1'), picture)
  assert.deepEqual(frameOf(moveFocal(picture, 0.2, 0.9), '1x1').x, 0.45)
})

test('A crop grows and shrinks around its middle; its corner pulls it from the other one', () => {
  const smaller = resizeCrop(picture, '1x1', -0.1)
  assert.deepEqual(frameOf(smaller, '1x1'), { x: 0.3, y: 0.1, width: 0.4, height: 0.8 })
  const pulled = pullCorner(smaller, '1x1', 0.2)
  assert.deepEqual(frameOf(pulled, '1x1'), { x: 0.3, y: 0.1, width: 0.2, height: 0.4 })
})

test('Whatever is done, a crop keeps its ratio and stays inside the picture', () => {
  const amount = fc.double({ min: -2, max: 2, noNaN: true })
  const step = fc.record({ kind: fc.constantFrom('move', 'resize', 'pull', 'focal'), a: amount, b: amount })
  const size = fc.integer({ min: 200, max: 7000 })
  fc.assert(
    fc.property(size, size, fc.constantFrom(...drawnCrops), fc.array(step, { maxLength: 12 }), (width, height, crop, steps) => {
      let one: Framed = { width, height, focalX: 0.3, focalY: 0.8, crops: {} }
      for (const { kind, a, b } of steps) {
        if (kind === 'move') one = moveCrop(one, crop, a, b)
        else if (kind === 'resize') one = resizeCrop(one, crop, a)
        else if (kind === 'pull') one = pullCorner(one, crop, a)
        else one = moveFocal(one, a, b)
        const frame = frameOf(one, crop)
        const ratio = (frame.width * width) / (frame.height * height)
        assert.ok(Math.abs(ratio / (cropRatios[crop] ?? 1) - 1) < 0.12, `ratio ${ratio}`)
        assert.ok(frame.x >= 0 && frame.y >= 0 && frame.x + frame.width <= 1.0001 && frame.y + frame.height <= 1.0001)
        const drawn = one.crops[crop]
        if (drawn) assert.ok([drawn.x, drawn.y, drawn.width].every((value) => value >= 0 && value <= 1))
      }
    }),
  )
})
