import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBody } from '../../body/nodes'
import { type AnyNode, bodyText } from '../../body/rules'
import { resolveBody } from '../resolve-body'
import { isHeldForLoss, type Reading } from '../rules'
import { countArrived } from '../words'
import { readHtml } from './read-html'

const someId = '11111111-1111-4111-8111-111111111111'
const prose = 'The caravans left the town before dawn and walked for weeks over the sand until they came to the river. '.repeat(3)

type Article = Extract<Reading, { kind: 'article' }>

function read(html: string | Uint8Array, name = 'folder/page.html'): Article {
  const reading = readHtml(typeof html === 'string' ? Buffer.from(html) : html, name, {
    timeZone: 'Asia/Jerusalem',
    language: 'en',
  })
  assert.ok(reading.kind === 'article', reading.kind === 'refused' ? reading.reason : reading.kind)
  return reading
}

/** The words that were counted in the source and did not arrive. */
function lost({ article, words, losses }: Article): number {
  const resolved = resolveBody(article.body, 'x', { mediaId: () => someId, articleId: () => someId }, losses)
  assert.ok(resolved.ok, resolved.ok ? '' : resolved.reason)
  const pictures = article.pictures.flatMap(({ caption, credit }) => [caption, credit])
  const fields = [
    article.headline,
    article.standfirst,
    article.hero?.caption ?? '',
    ...article.bylines.map(({ name }) => name),
    ...pictures,
  ]
  return words.length - countArrived(words, [bodyText(resolved.body), ...fields])
}

const types = ({ article }: Article) => article.body.map(({ type }) => type)
const text = (node: AnyNode | undefined): string => node?.text ?? (node?.content ?? []).map(text).join('')

const modern = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Salt roads | The Old Paper</title>
<link rel="canonical" href="https://old.example/2015/10/12/salt-roads.html">
<script type="application/ld+json">{"broken": </script>
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Salt roads &amp; others","author":[{"name":"Ada Byron"},{"name":"Jo Smith"}],
"datePublished":"2015-10-12T18:40:00+03:00","dateModified":"2015-10-13T08:00:00+03:00","articleSection":"World","keywords":"salt, Sahara"}]}</script></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><article><header><h1>Salt roads &amp; others</h1><p class="standfirst">How slabs of salt crossed the sands.</p>
<div class="byline">By Ada Byron and Jo Smith</div><time datetime="2015-10-12">12 October 2015</time></header>
<figure><img src="salt_files/salt.jpg" alt="Camels"><figcaption>Camels at a well [Halyard/Jo Smith]</figcaption></figure>
<p>${prose}<b>Before dawn</b>, on <time>Monday</time>, they <a href="https://en.wikipedia.org/wiki/Sahara">rested</a>.</p><h2>The price</h2>
<table><caption>Slabs</caption><tr><th>Town</th><th colspan="2">Slabs</th></tr><tr><td>cell1</td><td>cell2</td></tr></table>
<blockquote><p>A proverb.</p></blockquote><blockquote class="pullquote"><p>Pulled</p><cite>Ada</cite></blockquote>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe><iframe src="https://ads.example/x"></iframe>
<aside><h3>In brief</h3><ul><li>One</li></ul></aside><aside class="related"><a href="/a">Other story</a></aside>
<div class="share-buttons"><a href="#">Share this</a></div><form><button>Sign up</button></form></article>
<footer>All rights reserved by the Old Paper and its owners</footer></body></html>`

test('a page that says what it is gives all it says', () => {
  const page = read(modern)
  const { article, losses } = page
  assert.equal(article.sourceId, 'https://old.example/2015/10/12/salt-roads.html')
  assert.deepEqual(article.formerAddresses, [article.sourceId])
  assert.equal(article.headline, 'Salt roads & others')
  assert.equal(article.standfirst, 'How slabs of salt crossed the sands.')
  assert.deepEqual(
    article.bylines.map(({ contributor, name }) => [contributor, name]),
    [
      ['ada-byron', 'Ada Byron'],
      ['jo-smith', 'Jo Smith'],
    ],
  )
  assert.equal(article.published?.toISOString(), '2015-10-12T15:40:00.000Z')
  assert.equal(article.updated?.toISOString(), '2015-10-13T05:00:00.000Z')
  assert.deepEqual(article.section, { slug: 'world', name: 'World' })
  assert.deepEqual(
    article.topics.map(({ name }) => name),
    ['salt', 'Sahara'],
  )
  assert.deepEqual(article.hero, { media: 'path:salt_files/salt.jpg', alt: 'Camels', caption: 'Camels at a well' })
  assert.equal(article.pictures[0]?.credit, 'Halyard/Jo Smith')
  assert.deepEqual(types(page), ['paragraph', 'heading', 'heading', 'table', 'blockquote', 'pullQuote', 'embed', 'factBox'])
  assert.deepEqual(Object.fromEntries(losses.dropped), {
    '.byline': 1,
    time: 1,
    '.related': 1,
    '.share': 1,
    form: 1,
    iframe: 1,
    'joined table cells': 1,
  })
  assert.equal(lost(page), 0)
})

test('a page of the last century: its own encoding, tables that arrange, font and center, two breaks for a paragraph', () => {
  const page = read(
    Buffer.from(
      `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"><TITLE>Villages fall - The Paper</TITLE><META NAME="date" CONTENT="1999-03-04"></HEAD>
<BODY><TABLE><TR><TD><A HREF=a.html>Home</A><BR><A HREF=b.html>News</A></TD><TD><CENTER><H1>Villages fall to the \x93army\x94</H1></CENTER>
<FONT SIZE=2>BEIRUT \x97 The army\x92s men took five villages on Sunday, witnesses said, and the road to the coast was closed for the second time.<BR><BR>
It was not clear who had given the order, and nobody in the capital would say so in public on that day.<BR><BR>
<IMG SRC="pics/road.jpg"><BR><I>The road to the coast (AFP)</I><BR><BR><B>A long night</B><BR><BR>People slept in the schools &#146;til dawn &mdash; and caf&eacute;s stayed open until the soldiers came back.
<P>Another paragraph with <U>underlined</U> words.</FONT></TD></TR></TABLE><CENTER><FONT SIZE=1>Copyright 1999 The Paper</FONT></CENTER></BODY></HTML>`,
      'latin1',
    ),
  )
  assert.equal(page.article.headline, 'Villages fall to the “army”')
  assert.equal(page.article.sourceId, 'folder/page.html')
  assert.equal(page.article.published?.toISOString().slice(0, 10), '1999-03-04')
  assert.deepEqual(types(page), ['paragraph', 'paragraph', 'figure', 'heading', 'paragraph', 'paragraph'])
  assert.match(text(page.article.body[0]), /^BEIRUT — The army’s men/)
  assert.match(text(page.article.body[4]), /’til dawn — and cafés/)
  assert.equal(page.article.pictures[0]?.credit, 'AFP')
  assert.equal(text(page.article.body[2]), 'The road to the coast')
  assert.equal(lost(page), 0)
})

test('where nothing marks the article, it is where the prose is densest', () => {
  const menu = `<div class="x"><ul>${'<li><a href="/a">A link of the menu with words</a></li>'.repeat(30)}</ul></div>`
  const page = read(
    `<html><head><title>Dense</title></head><body>${menu}<div><div><h1>Dense</h1><div>${prose}</div><div>${prose}</div></div></div>${menu}</body></html>`,
  )
  assert.equal(page.article.body.length, 2)
  assert.equal(lost(page), 0)
})

test('an Arabic page is read from right to left without being told', () => {
  const page = read(
    `<html><head><title>خبر</title></head><body><article><h1>خبر</h1><p>${'كانت القافلة تسير ليلا في الصحراء. '.repeat(10)}<span lang="en">Nile</span></p></article></body></html>`,
  )
  assert.equal(page.article.language, 'ar')
  assert.deepEqual(page.article.body[0]?.content?.at(-1)?.marks, [{ type: 'lang', attrs: { lang: 'en', dir: 'ltr' } }])
})

test('a page whose text is only in JSON-LD gives that text', () => {
  const body = JSON.stringify(`${prose}\n\n${prose}`)
  const page = read(
    `<html><head><script type="application/ld+json">{"@type":"Article","headline":"Only data","articleBody":${body}}</script></head><body><div>Loading</div></body></html>`,
  )
  assert.deepEqual(types(page), ['paragraph', 'paragraph'])
})

test('a page without an article is refused', () => {
  for (const html of [
    '',
    'no tags at all',
    '<html><body><nav><a href="/">Home</a></nav></body></html>',
    `<body><p>${prose}</p></body>`,
  ]) {
    const reading = readHtml(Buffer.from(html), 'a.html', { timeZone: 'UTC', language: 'en' })
    assert.equal(reading.kind, 'refused', html.slice(0, 60))
  }
})

const wrap = (inside: string) =>
  `<html><body><article><h1>Hostile</h1><p>${prose}</p>${inside}<p>After it.</p></article></body></html>`

const hostile: Record<string, string> = {
  script: wrap('<script>alert(1)</script><script src="//evil.example/x"></script >'),
  handlers: wrap(
    '<p onclick="alert(1)" onmouseover=alert(1) style="background:url(javascript:1)">x</p><img src=x onerror=alert(1)>',
  ),
  links: wrap(
    [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java&#10;script:alert(1)',
      'java&#x09;script:alert(1)',
      'data:text/html,<script>1</script>',
      'vbscript:x',
      '&#1;javascript:x',
      '//[',
      'http:\\\\evil.example',
    ]
      .map((href) => `<a href="${href}">words</a>`)
      .join(' '),
  ),
  svg: wrap(
    '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><math><mtext><img src=x onerror=1></mtext></math>',
  ),
  noscript: wrap(
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>1</script></template>',
  ),
  style: wrap('<style><!--</style><img src=1 onerror=alert(1)>--></style><link rel=stylesheet href=//evil.example>'),
  frames: wrap(
    '<iframe srcdoc="<script>1</script>"></iframe><object data=x></object><embed src=x><iframe src="javascript:1"></iframe><iframe src="https://youtube.com.evil.example/embed/abcdefghijk"></iframe><base href="//evil.example">',
  ),
  doctype: `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${wrap('<p>&b;&c;</p>')}`,
  comments: wrap('<!--><script>1</script>--><!-- --!><script>1</script> --><![CDATA[<script>1</script>]]>'),
  unclosed: `<article><h1>Hostile</h1><p>${prose}<a href="http://x.example/`,
  nested: `<h1>Hostile</h1>${'<div>'.repeat(10_000)}${prose}${'</div>'.repeat(10_000)}`,
  nestedMarks: `<article><h1>Hostile</h1>${'<b><i>'.repeat(5_000)}${prose}`,
  nestedLists: `<article><h1>Hostile</h1>${'<ul><li>'.repeat(5_000)}${prose}`,
  nestedQuotes: `<article><h1>Hostile</h1>${'<blockquote>'.repeat(5_000)}${prose}`,
  nestedTables: `<article><h1>Hostile</h1>${'<table><tr><td>'.repeat(3_000)}${prose}`,
  attributes: `<article ${'a=1 '.repeat(20_000)} class="${'x '.repeat(50_000)}"><h1>Hostile</h1><p>${prose}</p>`,
  spans: wrap(
    '<table><tr><td colspan=99999999>a</td><td rowspan=-1>b</td></tr><tr><td>c</td></tr></table><ol start="-99999999999999999999"><li>x</li></ol>',
  ),
  pictures: wrap(
    '<img src="../../../../../etc/passwd"><img src="file:///etc/passwd"><img src="data:image/svg+xml;base64,PHN2Zy8+"><img src="data:text/html,x"><img srcset=",,, ,">',
  ),
  prototype: wrap('<p id="__proto__" class="constructor" __proto__="x">x</p><toString>y</toString><constructor>z</constructor>'),
}

test('hostile pages run nothing, end soon and leave only what the schema allows', () => {
  for (const [name, html] of Object.entries(hostile)) {
    const page = read(html)
    const resolved = resolveBody(page.article.body, name, { mediaId: () => someId, articleId: () => someId }, page.losses)
    assert.ok(resolved.ok, `${name}: ${resolved.ok ? '' : resolved.reason}`)
    assert.ok(checkBody(resolved.body).ok, name)
    const json = JSON.stringify(resolved.body)
    for (const mark of resolved.body.content.flatMap((block) => JSON.stringify(block).match(/"href":"[^"]*"/g) ?? []))
      assert.match(mark, /"(https?:|mailto:|tel:|\/[^/])/, name)
    assert.doesNotMatch(json, /"(on\w+|style|class|srcdoc|src)":|evil\.example\/embed|root:/, name)
    assert.ok(
      !isHeldForLoss(page.words.length, page.words.length - lost(page)) || name === 'comments',
      `${name} lost ${lost(page)}`,
    )
  }
  assert.equal(Reflect.get({}, 'x'), undefined)
})
