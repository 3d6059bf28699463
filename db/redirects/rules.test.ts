import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redirectPath, redirectTarget, targetAddress } from './rules'

test('an old address is kept as readers ask for it', () => {
  assert.equal(redirectPath('https://old.example/2015/10/12/a.html?utm=1#x'), '/2015/10/12/a.html')
  assert.equal(redirectPath('/a/b/'), '/a/b')
  assert.equal(redirectPath('https://old.example/%D9%82%D8%AF/'), '/قد')
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
    assert.equal(redirectPath(address), null, address)
  }
})

test('a redirect leads to a path of ours or to https, and to nothing else', () => {
  for (const good of ['/', '/news', '/a?x=1#y', '/قد', 'https://other.example', 'https://other.example/a?b=c@d'])
    assert.equal(redirectTarget(good), good)
  for (const bad of [
    '',
    'news',
    '//other.example',
    '/\\other.example',
    '/a\u0000',
    'http://other.example/',
    'javascript:alert(1)',
    'https://ours.example@other.example/',
    'https:///a',
    'ftp://other.example/',
    `/${'a'.repeat(2000)}`,
  ])
    assert.equal(redirectTarget(bad), null, bad)
  assert.equal(targetAddress('/قد?q=é#x'), '/%D9%82%D8%AF?q=%C3%A9#x')
  assert.equal(targetAddress('/a%20b'), '/a%20b')
  assert.equal(targetAddress('https://other.example/é'), 'https://other.example/%C3%A9')
})
