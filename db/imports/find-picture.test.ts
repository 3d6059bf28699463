import assert from 'node:assert/strict'
import { realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findPicture } from './find-picture'
import { temporaryFolder, writeFiles } from './test-folder'

const folder = realpathSync(temporaryFolder())
const root = join(folder, 'root')
writeFiles(folder, {
  'secret.jpg': 'x',
  'root/page.html': 'x',
  'root/page_files/saved.jpg': 'x',
  'root/sub/page.html': 'x',
  'root/sub/a b.jpg': 'x',
  'root/img/b.jpg': 'x',
  'root/uploads/2015/10/photo.jpg': 'x',
})
symlinkSync(join(folder, 'secret.jpg'), join(root, 'link.jpg'))
symlinkSync(folder, join(root, 'out'))

const find = async (path: string, document = 'page.html') =>
  (await findPicture(root, join(root, document), path))?.slice(root.length + 1) ?? null

test('a path is looked for beside the page, in what was saved with it, from the root, in uploads', async () => {
  assert.equal(await find('saved.jpg'), 'page_files/saved.jpg')
  assert.equal(await find('https://old.example/x/saved.jpg?w=3'), 'page_files/saved.jpg')
  assert.equal(await find('a%20b.jpg', 'sub/page.html'), 'sub/a b.jpg')
  assert.equal(await find('../img/b.jpg', 'sub/page.html'), 'img/b.jpg')
  assert.equal(await find('/img/b.jpg', 'sub/page.html'), 'img/b.jpg')
  assert.equal(await find('https://old.example/wp-content/uploads/2015/10/photo-300x200.jpg'), 'uploads/2015/10/photo.jpg')
})

test('nothing outside the folder is found', async () => {
  const paths = [
    '../secret.jpg',
    '/../secret.jpg',
    join(folder, 'secret.jpg'),
    `file://${folder}/secret.jpg`,
    '..%2fsecret.jpg',
    '%2e%2e/secret.jpg',
    '....//secret.jpg',
    'link.jpg',
    'out/secret.jpg',
    'https://x/uploads/../../secret.jpg',
    'saved.jpg\0.png',
    '%',
    '',
    '.',
    'img',
  ]
  for (const path of paths) assert.equal(await find(path), null, path)
})
