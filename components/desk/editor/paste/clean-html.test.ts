import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOMParser, type Node } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { cleanHtml, withoutHandlers } from '@/components/desk/editor/paste/clean-html'
import { schema } from '@/components/desk/editor/testing'

/** What a clipboard's HTML becomes in the text, in short; what its pictures become beside it. */
function pasted(html: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  let number = 0
  const pictures = cleanHtml(document.body, () => {
    number += 1
    return `place${number}`
  })
  const { content } = DOMParser.fromSchema(schema).parseSlice(document.body)
  for (const node of content.content) node.check()
  return { text: content.content.map(short).join('\n'), pictures, content }
}

function short(node: Node): string {
  if (node.isText) {
    const marks = node.marks.map(({ type, attrs }) => (type.name === 'link' ? `link ${attrs.href}` : type.name))
    return marks.length > 0 ? `[${marks.join(' ')}: ${node.text}]` : (node.text ?? '')
  }
  if (node.type.name === 'hardBreak') return '/'
  const { level, start, url, provider, id } = node.attrs
  const facts = [level, start && start !== 1 && `from ${start}`, url, provider, id].filter(Boolean).join(' ')
  const inner = node.children.map(short)
  return `${node.type.name}${facts && ` ${facts}`}(${inner.join(node.isTextblock ? '' : ' ')})`
}

test('a text from Word: conditional comments, styles, its own elements and its lists', () => {
  const { text } = pasted(`
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
    <style>p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;}</style>
    <h1 style='margin-bottom:12pt'><span lang=EN-GB style='mso-ansi-language:EN-GB'>The harbour<o:p></o:p></span></h1>
    <p class=MsoNormal><span lang=EN-GB>The <b style='mso-bidi-font-weight:normal'>harbour</b> master said<span
      style='mso-spacerun:yes'>  </span><i>nothing</i>.<o:p></o:p></span></p>
    <p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Grain</p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Wheat</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Oil</p>
    <p class=MsoNormal>Then:</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>Wait</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>Sail</p>
    <p class=MsoNormal>H<sub>2</sub>O<a style='mso-comment-reference:X_1'></a></p>`)
  assert.equal(
    text,
    [
      'heading 2(The harbour)',
      'paragraph(The [strong: harbour] master said [em: nothing].)',
      'bulletList(listItem(paragraph(Grain) bulletList(listItem(paragraph(Wheat)))) listItem(paragraph(Oil)))',
      'paragraph(Then:)',
      'orderedList from 3(listItem(paragraph(Wait)) listItem(paragraph(Sail)))',
      'paragraph(H[sub: 2]O)',
    ].join('\n'),
  )
})

test('a text from Google Docs: a wrapper that is not bold, weights in styles, breaks between paragraphs', () => {
  const { text } = pasted(`<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1b2c">
    <h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Background</span></h2>
    <p dir="ltr" style="line-height:1.38"><span style="font-weight:400">Prices rose </span><span style="font-weight:700">a third</span><span
      style="font-weight:700;font-style:italic"> again</span><span style="font-size:0.6em;vertical-align:super">2</span><a
      href="https://example.com/prices?utm_source=docs" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">here</span></a>.</p>
    <br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">First</span></p></li>
    <ul><li aria-level="2"><p role="presentation">Under it</p></li></ul></ul></b><br class="Apple-interchange-newline">`)
  assert.equal(
    text,
    [
      'heading 2(Background)',
      'paragraph(Prices rose [strong: a third][strong em:  again][sup: 2][link https://example.com/prices?utm_source=docs: here].)',
      'bulletList(listItem(paragraph(First) bulletList(listItem(paragraph(Under it)))))',
    ].join('\n'),
  )
})

test('a page: divisions, headings in lists, scripts, forms, links that lead nowhere good', () => {
  const { text, pictures } = pasted(`<div class="story"><div class="x" style="color:red" onclick="alert(1)"><div>First <u>part</u>
      <script>alert(1)</script><a href="javascript:alert(1)">a link</a> and <a href="/about">ours</a></div></div>
    <section><h1>Title</h1><h5>Small</h5>Loose text<br><br>after a gap<br>and a line</section>
    <ul><li><h3>Item</h3></li></ul><blockquote><div>Said <cite>Somebody</cite></div></blockquote><hr>
    <form><input value="x"><button>Subscribe</button></form><p hidden>Hidden</p><p style="display: none">Hidden too</p>
    <figure><img src="https://cdn.example.com/a.jpg" alt="A ship"><figcaption>A ship.</figcaption></figure>
    <p>Nice <img class="emoji" alt="🚢" src="https://s.example.com/1.svg"><img src="https://count.example.com/p" width="1" height="1"></p>
    <iframe src="https://www.youtube.com/embed/abcdefgh" title="A film" onload="alert(1)"></iframe><iframe src="https://ads.example.com"></iframe>
    <pre>one
two</pre></div>`)
  assert.equal(
    text,
    [
      'paragraph(First part a link and [link /about: ours])',
      'heading 2(Title)',
      'heading 4(Small)',
      'paragraph(Loose text)',
      'paragraph(after a gap/and a line)',
      'bulletList(listItem(paragraph(Item)))',
      'blockquote(paragraph(Said [em: Somebody]))',
      'divider()',
      'paragraph(A ship.)',
      'paragraph(Nice 🚢)',
      'embed https://www.youtube.com/watch?v=abcdefgh YouTube()',
      'paragraph(one/two)',
    ].join('\n'),
  )
  assert.deepEqual(pictures, { carried: [], dropped: 1 })
})

test('cells of a spreadsheet: joined ones, bold ones, lines in one', () => {
  const { text } =
    pasted(`<google-sheets-html-origin><style>td {border: 1px}</style><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr"
    data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>
    <tr style="height:21px;"><td colspan="2" style="font-weight:bold;text-align:center">Ships</td><td>Year</td></tr>
    <tr><td rowspan="2">Grain</td><td data-sheets-value="{}">12<br/>13</td><td>2024</td></tr>
    <tr><td><p>14</p><p>15</p></td></tr><tr><td></td><td></td><td></td></tr></tbody></table></google-sheets-html-origin>`)
  assert.equal(
    text,
    'table(tableRow(tableCell([strong: Ships]) tableCell() tableCell(Year)) tableRow(tableCell(Grain) tableCell(12/13) tableCell(2024)) ' +
      'tableRow(tableCell() tableCell(14/15) tableCell()))',
  )
})

test('a table that only arranges a page is read as its text', () => {
  assert.equal(
    pasted('<table role="presentation"><tr><td><h2>Letter</h2><p>Dear reader</p></td></tr><tr><td>Bye</td></tr></table>').text,
    'heading 2(Letter)\nparagraph(Dear reader)\nparagraph(Bye)',
  )
})

test('words of a sentence stay in their sentence', () => {
  const { content } = pasted('<span style="font-weight:600">some words</span> of it')
  assert.ok(content.firstChild?.isText)
})

test('a picture that comes as data keeps its place', () => {
  const { text, pictures } = pasted(
    '<p>Before</p><p><img src="data:image/png;base64,iVBORw0KGgo="></p><p>After</p><img src="file:///c:/a.png">',
  )
  assert.equal(text, 'paragraph(Before)\nparagraph place1()\nparagraph(After)')
  assert.deepEqual(pictures, { carried: [{ id: 'place1', source: 'data:image/png;base64,iVBORw0KGgo=' }], dropped: 1 })
})

test('what tries to be ours or to run is words', () => {
  const { text } =
    pasted(`<p data-id="abcd1234">One</p><figure data-media-id="x" data-alt='"><img src=x onerror=alert(1)>'>Two</figure>
    <p data-embed="javascript:alert(1)">Three</p><a href="  java\tscript:alert(1)">Four</a><svg onload="alert(1)"><text>no</text></svg>
    <a href="data:text/html,<script>alert(1)</script>">Five</a><math><mtext><img src onerror=alert(1)></mtext></math>`)
  assert.equal(text, 'paragraph(One)\nparagraph(Two)\nparagraph(Three)\nparagraph(Four Five)')
})

test('a source is read without what browsers complain of, and keeps its words and addresses', () => {
  const quiet = withoutHandlers(
    '<style>p {}</style><p title="x"onclick="alert(1)" ONLOAD = x>Turn on=off <a href="https://example.com/onward=1">on</a></p>',
  )
  assert.equal(
    quiet,
    '<p title="x"data-onclick="alert(1)" data-onLOAD = x>Turn on=off <a href="https://example.com/onward=1">on</a></p>',
  )
})
