import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { ArticleBody } from '@/components/article/article-body'
import type { ArticleCard } from '@/db/articles/rules'
import type { Picture } from '@/db/media/rules'

const pictureId = '11111111-1111-4111-8111-111111111111'
const articleId = '22222222-2222-4222-8222-222222222222'

const picture: Picture = {
  id: pictureId,
  caption: 'A map of the city',
  alt: 'Map',
  credit: 'Agency/Name',
  creator: 'Name',
  agency: 'Agency',
  copyrightNotice: '',
  licenceUrl: null,
  maySublicense: true,
  width: 1600,
  height: 1000,
  expiresAt: null,
  renditions: [{ crop: 'whole', format: 'jpeg', width: 800, height: 500, bytes: 1, file: 'map.jpg' }],
}

const article: ArticleCard = {
  id: articleId,
  revisionId: articleId,
  language: 'en',
  slug: 'two-easters',
  headline: 'Two Easters',
  headlineShort: '',
  standfirst: '',
  kicker: '',
  section: { id: 's', slug: 'explainers', name: 'Explainers', isOpinion: false },
  bylines: [],
  publishedAt: new Date(0),
  updatedAt: null,
  picture: null,
  heroMediaId: null,
  wordCount: 1,
}

/** Draws blocks of any shape, as though they had come past every check. */
function draw(...content: unknown[]): string {
  const body = JSON.parse(JSON.stringify({ type: 'doc', content }))
  return renderToStaticMarkup(
    <ArticleBody body={body} language="en" pictures={{ [pictureId]: picture }} linkedArticles={{ [articleId]: article }} />,
  )
}

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', attrs: { id: 'p001' }, content })
const inside = (html: string) => html.replace(/^<div class="article-body">|<\/div>$/g, '')

test('Words keep their order and every mark becomes its element', () => {
  const html = draw(
    paragraph(
      text('a'),
      text('b', { type: 'strong' }),
      text('c', { type: 'em' }),
      text('d', { type: 'sub' }),
      text('e', { type: 'sup' }),
      text('f', { type: 'lang', attrs: { lang: 'ar', dir: 'rtl' } }),
      { type: 'hardBreak' },
      text('g', { type: 'link', attrs: { href: 'https://example.org/x', articleId: null } }),
      text('h', { type: 'link', attrs: { href: null, articleId } }),
    ),
  )
  assert.equal(
    inside(html),
    '<p>a<strong>b</strong><em>c</em><sub>d</sub><sup>e</sup><bdi lang="ar" dir="rtl">f</bdi><br/>' +
      '<a href="https://example.org/x">g</a><a href="/explainers/two-easters">h</a></p>',
  )
})

test('A link with a word in italics stays one link', () => {
  const link = { type: 'link', attrs: { href: '/about', articleId: null } }
  const html = draw(paragraph(text('all ', link), text('about', link, { type: 'em' }), text(' us', link)))
  assert.equal(inside(html), '<p><a href="/about">all <em>about</em> us</a></p>')
})

test('Every kind of block is drawn', () => {
  const item = { type: 'listItem', content: [paragraph(text('item'))] }
  const cell = (type: string, words: string) => ({ type, content: [text(words)] })
  const cases: [unknown, string][] = [
    [paragraph(text('x')), '<p>x</p>'],
    [{ type: 'heading', attrs: { id: 'h001', level: 3 }, content: [text('x')] }, '<h3 id="h001">x</h3>'],
    [{ type: 'bulletList', attrs: { id: 'l001' }, content: [item] }, '<ul><li><p>item</p></li></ul>'],
    [{ type: 'orderedList', attrs: { id: 'l002', start: 4 }, content: [item] }, '<ol start="4"><li><p>item</p></li></ol>'],
    [
      { type: 'blockquote', attrs: { id: 'q001' }, content: [paragraph(text('x'))] },
      '<blockquote class="quotation"><p>x</p></blockquote>',
    ],
    [
      { type: 'pullQuote', attrs: { id: 'q002', attribution: 'Who' }, content: [text('x')] },
      '<figure class="pull-quote"><blockquote><p>x</p></blockquote><figcaption>Who</figcaption></figure>',
    ],
    [
      { type: 'embed', attrs: { id: 'e001', provider: '', url: 'https://www.example.org/a', title: 'A page' } },
      '<p class="embed-card"><a href="https://www.example.org/a"><span class="embed-title">A page</span>' +
        '<span class="embed-host">Opens on example.org</span></a></p>',
    ],
    [
      { type: 'relatedArticle', attrs: { id: 'r001', articleId } },
      '<p class="related-line"><span class="related-label">Read also</span> <a href="/explainers/two-easters">Two Easters</a></p>',
    ],
    [
      { type: 'factBox', attrs: { id: 'f001', title: '' }, content: [paragraph(text('x'))] },
      '<section class="fact-box" aria-labelledby="f001-title"><p class="fact-box-title" id="f001-title">In brief</p><p>x</p></section>',
    ],
    [{ type: 'divider', attrs: { id: 'd001' } }, '<hr/>'],
    [
      {
        type: 'table',
        attrs: { id: 't001' },
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Year'), cell('tableHeader', 'Place')] },
          { type: 'tableRow', content: [cell('tableCell', '1,936'), cell('tableCell', 'Montreux')] },
        ],
      },
      '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table><thead><tr><th scope="col" class="number">Year</th>' +
        '<th scope="col">Place</th></tr></thead><tbody><tr><td class="number">1,936</td><td>Montreux</td></tr></tbody></table></div>',
    ],
  ]
  for (const [block, html] of cases) assert.equal(inside(draw(block)), html)
})

test('A figure shows its own caption or the caption of its use, with the credit in brackets', () => {
  const figure = (content: unknown[]) => ({
    type: 'figure',
    attrs: { id: 'f001', mediaId: pictureId, alt: null, size: 'wide' },
    content,
  })
  const credit = '<span class="credit"><span class="off-screen">Picture credit: </span>[<bdi>Agency/Name</bdi>]</span>'
  assert.ok(draw(figure([])).includes(`<figcaption class="caption">A map of the city ${credit}</figcaption>`))
  assert.ok(draw(figure([text('Here')])).includes(`<figcaption class="caption">Here ${credit}</figcaption>`))
  assert.ok(draw(figure([])).includes('<figure class="figure figure-wide">'))
})

test('A gallery shows each picture that may still be shown', () => {
  const html = draw({ type: 'gallery', attrs: { id: 'g001', mediaIds: [pictureId, articleId] }, content: [text('Two maps')] })
  assert.equal(html.match(/<li>/g)?.length, 1)
  assert.ok(html.includes('Two maps'))
})

test('What may no longer be shown leaves no trace', () => {
  const nobody = '33333333-3333-4333-8333-333333333333'
  assert.equal(inside(draw({ type: 'figure', attrs: { id: 'f001', mediaId: nobody, alt: null, size: 'column' } })), '')
  assert.equal(inside(draw({ type: 'gallery', attrs: { id: 'g001', mediaIds: [nobody] } })), '')
  assert.equal(inside(draw({ type: 'relatedArticle', attrs: { id: 'r001', articleId: nobody } })), '')
  const link = { type: 'link', attrs: { href: null, articleId: nobody } }
  assert.equal(inside(draw(paragraph(text('words', link)))), '<p><span>words</span></p>')
})

test('A hostile link is words and nothing else', () => {
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    ' https://x.example',
    'java\nscript:x',
    7,
    {},
  ]) {
    const html = draw(paragraph(text('words', { type: 'link', attrs: { href, articleId: null } })))
    assert.equal(inside(html), '<p><span>words</span></p>')
    assert.equal(inside(draw({ type: 'embed', attrs: { id: 'e001', provider: '', title: 'x', url: href } })), '')
  }
})

test('Markup in words stays words', () => {
  const hostile = '</p><script>alert(1)</script>'
  const blocks = [
    paragraph(text(hostile)),
    { type: 'heading', attrs: { id: '"><script>', level: 2 }, content: [text(hostile)] },
    { type: 'pullQuote', attrs: { id: 'q001', attribution: hostile }, content: [text(hostile)] },
    { type: 'factBox', attrs: { id: 'f001', title: hostile }, content: [] },
    { type: 'embed', attrs: { id: 'e001', provider: hostile, url: 'https://example.org/"><script>', title: hostile } },
    paragraph(text('x', { type: 'lang', attrs: { lang: '"><script>', dir: '"><script>' } })),
  ]
  assert.doesNotMatch(draw(...blocks), /<script/i)
})

test('An unknown node or attribute never throws, and what is understood is drawn', () => {
  const types = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'pullQuote', 'figure', 'gallery']
  const more = [
    'embed',
    'table',
    'tableRow',
    'factBox',
    'relatedArticle',
    'divider',
    'text',
    'iframe',
    'constructor',
    '__proto__',
  ]
  const oddities = [undefined, null, 0, 'x', [], {}, [null], [{ type: 'text' }], [{ type: 'text', text: {}, marks: 'x' }], [[]]]
  for (const type of [...types, ...more]) {
    for (const odd of oddities) {
      const html = draw(
        { type, attrs: odd, content: odd },
        { type, content: [{ type, attrs: odd, marks: odd }] },
        odd,
        paragraph(text('end')),
      )
      assert.ok(html.endsWith('<p>end</p></div>'), type)
      const attributes = ['id', 'level', 'start', 'mediaId', 'mediaIds', 'alt', 'size', 'attribution', 'title', 'url', 'provider']
      assert.ok(
        draw({ type, attrs: Object.fromEntries(attributes.map((name) => [name, odd])) }, paragraph(text('end'))).endsWith(
          '<p>end</p></div>',
        ),
      )
    }
  }
  const unknownMark = draw(paragraph(text('kept', { type: 'blink' }, { type: 'strong' })))
  assert.equal(inside(unknownMark), '<p><span><strong>kept</strong></span></p>')
  for (const marks of [null, 'x', [null], [{ type: 'link' }], [{ type: 'lang' }], [{ type: 'link', attrs: null }]])
    assert.match(draw(paragraph({ type: 'text', text: 'kept', marks })), /kept/)
})

test('A body that is none draws nothing', () => {
  for (const body of [null, {}, { content: 'x' }, []]) {
    const html = renderToStaticMarkup(
      // What the database's type forbids is what is tried here.
      <ArticleBody body={JSON.parse(JSON.stringify(body))} language="en" pictures={{}} linkedArticles={{}} />,
    )
    assert.equal(html, '<div class="article-body"></div>')
  }
})
