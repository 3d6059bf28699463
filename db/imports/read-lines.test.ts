import assert from 'node:assert/strict'
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLines } from './read-lines'
import { temporaryFolder } from './test-folder'

const folder = temporaryFolder()

async function linesOf(content: string | Buffer, limit: number) {
  const path = join(folder, 'lines')
  writeFileSync(path, content)
  const lines: [number, string | null, number][] = []
  for await (const { number, bytes, length } of readLines(path, limit, () => {}))
    lines.push([number, bytes?.toString() ?? null, length])
  return lines
}

test('lines come one by one, across the edges of what is read at once', async () => {
  assert.deepEqual(await linesOf('a\n\nb\r\nc', 10), [
    [1, 'a', 1],
    [2, '', 0],
    [3, 'b\r', 2],
    [4, 'c', 1],
  ])
  const long = 'x'.repeat(600_000)
  assert.deepEqual(
    (await linesOf(`${long}\n${long}\n`, 1_000_000)).map(([, text]) => text?.length),
    [600_000, 600_000],
  )
})

test('a line of 200 MB is told with its length without being collected, and the next one is read', async () => {
  const path = join(folder, 'long')
  const length = 200 * 1024 * 1024
  writeFileSync(path, '')
  truncateSync(path, length)
  appendFileSync(path, '\nnext')
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const lines: [number, string | null, number][] = []
  const onBytes = () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }
  for await (const line of readLines(path, 1_000_000, onBytes))
    lines.push([line.number, line.bytes?.toString() ?? null, line.length])
  assert.deepEqual(lines, [
    [1, null, length],
    [2, 'next', 4],
  ])
  assert.ok(most < length * 0.75, `${most} bytes were held at once`)
})
