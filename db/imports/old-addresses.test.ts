import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oldPath } from './old-addresses'

test('an old address is kept as readers ask for it', () => {
  assert.equal(oldPath('https://old.example/2015/10/12/a.html?utm=1#x'), '/2015/10/12/a.html')
  assert.equal(oldPath('/a/b/'), '/a/b')
  assert.equal(oldPath('https://old.example/%D9%82%D8%AF/'), '/قد')
  for (const address of [
    'https://old.example/?p=12',
    '/',
    '',
    'a.html',
    '//other.example/a',
    'javascript:alert(1)',
    '/a\nb',
    '/../etc',
    '/a\\b',
    'mailto:a@b.example',
  ]) {
    assert.equal(oldPath(address), null, address)
  }
})
