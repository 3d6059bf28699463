import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UploadAnswer, UploadFailure } from './contract'
import { type Upload, UploadLine } from './upload-line'

type Sending = { name: string; tell: (share: number) => void; end: (answer: UploadAnswer | UploadFailure) => void }

function lineOf() {
  const sendings: Sending[] = []
  const line = new UploadLine((file, tell) => new Promise((end) => sendings.push({ name: file.name, tell, end })))
  return { line, sendings }
}

const files = (...names: string[]) => names.map((name) => new File(['x'], name))
const states = (uploads: readonly Upload[]) => uploads.map(({ file, state }) => `${file.name} ${state.kind}`)
const refused: UploadAnswer = { kind: 'refused', fault: 'svg' }

test('Two are sent at once, the next when one is done, in order', async () => {
  const { line, sendings } = lineOf()
  const done = line.add(files('a', 'b', 'c'))
  assert.deepEqual(states(line.current()), ['a sending', 'b sending', 'c waiting'])
  sendings[1]?.end(refused)
  await Promise.resolve()
  assert.deepEqual(states(line.current()), ['a sending', 'b refused', 'c sending'])
  sendings[0]?.end(refused)
  sendings[2]?.end({ kind: 'no-connection' })
  assert.deepEqual(states(await done), ['a refused', 'b refused', 'c no-connection'])
})

test('Progress is that of one’s own files together, and everybody who looks is told', async () => {
  const { line, sendings } = lineOf()
  const shares: number[] = []
  let looks = 0
  const stop = line.subscribe(() => looks++)
  void line.add(files('other'))
  const done = line.add(files('a', 'b'), (share) => shares.push(share))
  sendings[1]?.tell(0.5)
  assert.equal(shares.at(-1), 0.25)
  for (const { end } of sendings) end(refused)
  await Promise.resolve()
  sendings[2]?.end(refused)
  await done
  assert.equal(shares.at(-1), 1)
  stop()
  const before = looks
  line.clear()
  assert.deepEqual([looks, line.current().length], [before, 0])
})

test('What did not get through is sent again; what is under way stays when the list is cleared', async () => {
  const { line, sendings } = lineOf()
  const done = line.add(files('a', 'b'))
  sendings[0]?.end({ kind: 'signed-out' })
  await Promise.resolve()
  line.retry(line.current()[0]?.key ?? 0)
  assert.deepEqual(states(line.current()), ['a sending', 'b sending'])
  line.clear()
  assert.equal(line.current().length, 2)
  sendings[1]?.end(refused)
  sendings[2]?.end(refused)
  assert.deepEqual(states(await done), ['a refused', 'b refused'])
  assert.deepEqual(await line.add([]), [])
})
