import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { folderMediaStore, isMediaFile } from './media-store'

const folder = await mkdtemp(join(tmpdir(), 'media-'))
after(() => rm(folder, { recursive: true }))
const store = folderMediaStore(folder)

test('What is written is read again, whole', async () => {
  await store.write('ab12-card.jpeg', Buffer.from('a picture'))
  const opened = await store.openRead('ab12-card.jpeg')
  assert.ok(opened)
  assert.equal(opened.bytes, 9)
  assert.equal(await text(opened.stream), 'a picture')
  assert.equal(await store.has('ab12-card.jpeg'), true)
})

test('What is not there is null', async () => {
  assert.equal(await store.openRead('cd34.avif'), null)
  assert.equal(await store.has('cd34.avif'), false)
})

test('Names that lead out of the folder are refused', async () => {
  for (const name of ['../x.jpg', 'a/b.jpg', '.env', 'a..jpg', 'A.jpg', 'a.jpg\0', 'a', '']) {
    assert.equal(isMediaFile(name), false, name)
    await assert.rejects(async () => store.openRead(name), RangeError, name)
  }
})
