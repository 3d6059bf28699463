import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parts, readOptions } from './options'

test('without options everything is measured', () => {
  assert.deepEqual(readOptions([]), { only: [...parts], sizes: [100, 10_000, 100_000], addresses: 50_000, keep: false })
})

test('parts keep their order, sizes ascend', () => {
  const { only, sizes } = readOptions(['--only', 'serve,search', '--sizes', '10000,100,100'])
  assert.deepEqual(only, ['search', 'serve'])
  assert.deepEqual(sizes, [100, 10_000])
})

test('what cannot be read is named', () => {
  assert.throws(() => readOptions(['--only', 'serve,speed']), /"speed"/)
  assert.throws(() => readOptions(['--sizes', '0']), /--sizes/)
  assert.throws(() => readOptions(['--addresses', 'many']), /"many"/)
})
