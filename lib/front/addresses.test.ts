import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressOf } from '../addresses'
import { isReaderAddress, isSecretAddress, languageAt, oneClickAt, readersLocation, readTarget } from './addresses'

test('The root edition is drawn under its language, others as they are', () => {
  assert.deepEqual(readTarget('/'), { kind: 'reader', path: '/', drawn: '/en', query: '' })
  assert.deepEqual(readTarget('/news/a?x=1'), { kind: 'reader', path: '/news/a', drawn: '/en/news/a', query: '?x=1' })
  assert.deepEqual(readTarget('/fr'), { kind: 'reader', path: '/fr', drawn: '/fr', query: '' })
  assert.deepEqual(readTarget('/preview/x'), { kind: 'reader', path: '/preview/x', drawn: '/preview/x', query: '' })
})

test('Whatever slugs are made of, addressOf spells them as the front does', () => {
  const slug = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => {
    const isPlain = ![...text].some((one) => one < ' ' || one === '\\' || one === '/' || (one >= '\u007f' && one < '\u00a0'))
    return isPlain && text !== '.' && text !== '..' && !/^(__shell|_next|_not-found|_global-error)$|\.rsc$|\.segments$/.test(text)
  })
  fc.assert(
    fc.property(slug, (text) => {
      const address = addressOf.article('fr', 'news', text)
      const target = readTarget(address)
      assert.equal(target.kind === 'reader' && target.path, address)
    }),
  )
})

test('Any target is refused, moved once, or taken', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, tail) => {
      const target = readTarget(`${path}${encodeURI(tail.toWellFormed())}`)
      if (target.kind !== 'moved') return
      const again = readTarget(target.to)
      assert.notEqual(again.kind, 'moved')
    }),
  )
})

test('Locations are mapped back, and other sites left alone', () => {
  const origin = 'https://news.example'
  assert.equal(readersLocation('/en/news/a', origin), '/news/a')
  assert.equal(readersLocation('/en', origin), '/')
  assert.equal(readersLocation('/en?x=1#y', origin), '/?x=1#y')
  assert.equal(readersLocation('https://news.example/en/news/a', origin), '/news/a')
  assert.equal(readersLocation('/fr/x', origin), '/fr/x')
  assert.equal(readersLocation('https://other.example/en/x', origin), 'https://other.example/en/x')
  assert.equal(readersLocation('//other.example/en', origin), '//other.example/en')
})

test('What signed-in people use is no reader’s address', () => {
  assert.equal(isReaderAddress('/dashboard'), false)
  assert.equal(isReaderAddress('/api/v1/articles'), false)
  assert.equal(isReaderAddress('/dashboards'), true)
  assert.deepEqual(readTarget('/newsletters/click/7b0e0a5e/1?x=1'), { kind: 'passed' })
  assert.equal(isReaderAddress('/newsletters/clicks'), true)
  assert.equal(readTarget('/partners/orders').kind, 'passed')
})

test('The front speaks the language of the edition', () => {
  assert.equal(languageAt('/ar/news'), 'ar')
  assert.equal(languageAt('/news'), 'en')
})

test('Addresses that open something are known, and one-click unsubscribing is taken at its own', () => {
  for (const path of ['/newsletters/confirm/x', '/ar/newsletters/preferences/x/export/csv', '/unsubscribe/x'])
    assert.ok(isSecretAddress(path), path)
  for (const path of ['/newsletters/preferences', '/newsletters/confirm', '/news/unsubscribe', '/'])
    assert.equal(isSecretAddress(path), false, path)
  assert.equal(oneClickAt('/unsubscribe/x'), '/unsubscribe/x/one-click')
  for (const path of ['/unsubscribe', '/unsubscribe/x/y', '/newsletters/confirm/x']) assert.equal(oneClickAt(path), null)
  assert.equal(readTarget(addressOf.unsubscribe('1ab-cd')).kind, 'reader')
})
