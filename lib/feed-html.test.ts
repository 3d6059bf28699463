import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedHtml } from './feed-html'

test('addresses become absolute and pictures plain', () => {
  const drawn =
    '<figure class="figure"><picture><source type="image/avif" srcSet="/media/a.avif 1x"/><img src="/media/a.jpg" srcset="/media/b.jpg 2x" sizes="100vw" loading="lazy" width="4" height="3" alt="A map"/></picture></figure><p id="x1">See <a href="/news/x">this</a> and <a href="https://example.org/y">that</a>.</p>'
  assert.equal(
    feedHtml(drawn, 'https://news.example'),
    '<figure><picture><img src="https://news.example/media/a.jpg" width="4" height="3" alt="A map"/></picture></figure><p>See <a href="https://news.example/news/x">this</a> and <a href="https://example.org/y">that</a>.</p>',
  )
})

test('words that look like attributes stay words', () => {
  const text = '<p>He wrote: src=&quot;/x&quot; and href=/y.</p>'
  assert.equal(feedHtml(text, 'https://news.example'), text)
})
