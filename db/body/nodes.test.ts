import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBody } from './nodes'
import { type Body, bodyText, countWords, referencesOf } from './rules'

const id = 'abcd1234'
const mediaId = '0b9f3c52-7d0e-4c2b-9a53-1f7f6a7f0001'
const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks ? { marks } : {}) })
const paragraph = (...content: object[]) => ({
  type: 'paragraph',
  attrs: { id: `p${Math.random().toString(36).slice(2, 10)}` },
  content,
})
const doc = (...content: object[]) => ({ type: 'doc', content })

const everyBlock = doc(
  paragraph(
    text('Plain, '),
    text('strong', [{ type: 'strong' }]),
    text(' and '),
    text('الجزيرة', [{ type: 'lang', attrs: { lang: 'ar', dir: 'rtl' } }]),
  ),
  { type: 'heading', attrs: { id: 'head0001', level: 2 }, content: [text('A heading')] },
  { type: 'bulletList', attrs: { id: 'list0001' }, content: [{ type: 'listItem', content: [paragraph(text('An item'))] }] },
  {
    type: 'orderedList',
    attrs: { id: 'list0002', start: 3 },
    content: [{ type: 'listItem', content: [paragraph(text('Third'))] }],
  },
  { type: 'blockquote', attrs: { id: 'quot0001' }, content: [paragraph(text('Quoted'))] },
  { type: 'pullQuote', attrs: { id: 'pull0001', attribution: 'Who' }, content: [text('Pulled')] },
  { type: 'figure', attrs: { id: 'figu0001', mediaId, alt: null, size: 'wide' }, content: [text('A caption')] },
  { type: 'gallery', attrs: { id: 'gall0001', mediaIds: [mediaId] }, content: [] },
  { type: 'embed', attrs: { id: 'embe0001', provider: 'YouTube', url: 'https://www.youtube.com/watch?v=x', title: 'A film' } },
  {
    type: 'table',
    attrs: { id: 'tabl0001' },
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [text('One')] },
          { type: 'tableCell', content: [text('Two')] },
        ],
      },
    ],
  },
  { type: 'factBox', attrs: { id: 'fact0001', title: 'In brief' }, content: [paragraph(text('A fact'))] },
  { type: 'relatedArticle', attrs: { id: 'rela0001', articleId: mediaId } },
  { type: 'divider', attrs: { id: 'divi0001' } },
)

test('every kind of block passes and comes back as it went', () => {
  const checked = checkBody(everyBlock)
  assert.ok(checked.ok, checked.ok ? '' : checked.reason)
  assert.deepEqual(checkBody(checked.body), checked)
})

test('what is not of the grammar is refused in words', () => {
  const figure = { type: 'figure', attrs: { id, mediaId, alt: null, size: 'wide' } }
  const refused: [string, unknown][] = [
    ['nothing', null],
    ['a string', '<p>Hello</p>'],
    ['an empty document', doc()],
    ['an unknown block', doc({ type: 'script', attrs: { id } })],
    ['raw HTML', doc({ type: 'html', attrs: { id, html: '<b>' } })],
    [
      'a paragraph in a paragraph',
      doc({ type: 'paragraph', attrs: { id }, content: [{ type: 'paragraph', attrs: { id: 'other123' } }] }),
    ],
    ['a script link', doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)', articleId: null } }])))],
    ['a data link', doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'data:text/html,x', articleId: null } }])))],
    [
      'a link with a tab in its scheme',
      doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'java\tscript:x', articleId: null } }]))),
    ],
    [
      'a protocol-relative link',
      doc(paragraph(text('x', [{ type: 'link', attrs: { href: '//evil.example', articleId: null } }]))),
    ],
    ['an array for an attribute', doc({ ...figure, attrs: { ...figure.attrs, mediaId: ['img', { onerror: 'x' }] } })],
    ['a size that does not exist', doc({ ...figure, attrs: { ...figure.attrs, size: 'huge' } })],
    ['a block without id', doc({ type: 'divider', attrs: {} })],
    ['two blocks of one id', doc({ type: 'divider', attrs: { id } }, { type: 'divider', attrs: { id } })],
    [
      'an embed that is not on the web',
      doc({ type: 'embed', attrs: { id, provider: '', url: 'file:///etc/passwd', title: '' } }),
    ],
    ['an unknown mark', doc(paragraph(text('x', [{ type: 'style', attrs: { css: 'x' } }])))],
    ['text that is not text', doc(paragraph({ type: 'text', text: { toString: 'x' } }))],
  ]
  for (const [what, json] of refused) {
    const checked = checkBody(json)
    assert.ok(!checked.ok, what)
    assert.ok(checked.reason.length > 5, what)
  }
})

test('a document too deep or too large is refused without being walked to its end', () => {
  let deep: object = paragraph(text('x'))
  for (let level = 0; level < 100_000; level++) deep = { type: 'blockquote', attrs: { id }, content: [deep] }
  assert.ok(!checkBody(doc(deep)).ok)
  assert.ok(!checkBody(doc(...Array.from({ length: 30_000 }, () => ({ type: 'divider', attrs: { id } })))).ok)
})

test('no JSON makes the check throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => assert.equal(typeof checkBody(json).ok, 'boolean')))
})

test('the words of a body come in reading order, and its references once each', () => {
  const checked = checkBody(everyBlock)
  assert.ok(checked.ok)
  const body: Body = checked.body
  assert.match(
    bodyText(body),
    /^Plain, strong and الجزيرة\nA heading\nAn item\nThird\nQuoted\nPulled\nWho\nA caption\nA film\nOne\nTwo\nIn brief\nA fact$/,
  )
  assert.deepEqual(referencesOf(body), { mediaIds: [mediaId], articleIds: [mediaId] })
})

test('words are counted as a newspaper counts them', () => {
  assert.equal(countWords('Twenty-one o’clock in l’Alger, 7,850 stars at 10:30.'), 8)
  assert.equal(countWords('العَرَبِيّة لغةٌ جميلة'), 3)
  assert.equal(countWords(' — … · '), 0)
})
