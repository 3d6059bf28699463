import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countMarkdown } from './count-markdown'

const words = (text: string) => countMarkdown(Buffer.from(text)).join(' ')

test('marks, addresses and names of pictures are no words; everything readers see is', () => {
  assert.equal(words('---\nheadline: not this\n---\n## A *heading*\n\n> - 1. quoted **bold**text'), 'A heading quoted boldtext')
  assert.equal(words('[wor](https://x.example/a_(b) "title")ds <https://a.example>'), 'words https a example')
  assert.equal(words('CO:sub[2] :lang[ab]{lang="ar"}c a:br[]b &eacute;t&#233; 10:30'), 'CO2 abc a b été 10 30')
  assert.equal(
    words('::figure[A *caption*]{media="map" alt="not this"}\n:::factbox{title="In &quot;brief&quot;"}\nx\n:::'),
    'A caption In brief x',
  )
  assert.equal(words('| a | b\\|c |\n|---|:-:|\n| d |'), 'a b c d')
  assert.equal(words('[text][ref] [ref]\n\n[ref]: https://x.example/gone\n```js\ncode\n```'), 'text ref code')
  assert.equal(words('snake_case 2*3 \\*star\\* l’été'), "snake case 2 3 star l'été")
})
