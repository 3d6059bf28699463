import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html } from './html'

test('Whatever is put into a template ends neither a text nor an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const { text } = html`<p title="${typed}">${typed}</p>`
      const [, inAttribute = '', inText = ''] = /^<p title="([^"<>]*)">([^"<>]*)<\/p>$/s.exec(text) ?? []
      const read = (escaped: string) => escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      assert.deepEqual([read(inAttribute), read(inText)], [typed, typed])
    }),
  )
})

test('HTML that was made so is put in as it is', () => {
  assert.equal(html`<ul>${[html`<li>${'<'}</li>`, html`<li>b</li>`]}</ul>`.text, '<ul><li>&#60;</li><li>b</li></ul>')
})
