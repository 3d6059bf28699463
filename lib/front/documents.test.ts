import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDocument } from './documents'

test('Scripts go, but for structured data and our own modules', () => {
  const page =
    '<head><script src="/_next/a.js" async=""></script><script type="application/ld+json">{"a":"<!-- -->"}</script></head><body><script>x</script><p>a<!-- -->b</p><script type="module" src="/reader/share.js"></script><script src="/reader/../evil.js?x"></script></body>'
  assert.equal(
    makeDocument(page).html,
    '<head><script type="application/ld+json">{"a":"<!-- -->"}</script></head><body><p>ab</p><script type="module" src="/reader/share.js"></script></body>',
  )
})

test('Preloads of scripts go, those of fonts and pictures stay', () => {
  const page =
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="modulepreload" href="/_next/b.js"/><link rel="preload" as="font" href="/f.woff2"/>'
  assert.equal(makeDocument(page).html, '<link rel="preload" as="font" href="/f.woff2"/>')
})

test('A script without end takes the rest with it', () => {
  assert.equal(makeDocument('<p>a</p><script>x').html, '<p>a</p>')
})

test('The first main’s marker is the status, and only ours count', () => {
  assert.equal(makeDocument('<main class="x" data-status="410">').status, 410)
  assert.equal(makeDocument('<main data-status="200">').status, null)
  assert.equal(makeDocument('<p>&lt;main data-status="404"></p><main>').status, null)
})

test('Hidden content is a fault', () => {
  assert.equal(makeDocument('<main><template id="B:0"></template></main>').fault !== null, true)
  assert.equal(makeDocument('<main></main>').fault, null)
})
