import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bodyText } from '../../body/rules'
import { plainText } from '../inline'
import { resolveBody } from '../resolve-body'
import type { Reading } from '../rules'
import { countArrived } from '../words'
import { markdownSourceId, readMarkdown } from './read-markdown'

const context = { timeZone: 'Asia/Jerusalem', language: 'en' } as const

const read = (text: string | Uint8Array): Reading =>
  readMarkdown(typeof text === 'string' ? Buffer.from(text) : text, 'a.md', 'article', context)

function article(body: string, head = 'headline: H') {
  const reading = read(`---\n${head}\n---\n\n${body}\n`)
  assert.ok(reading.kind === 'article', reading.kind === 'refused' ? reading.reason : reading.kind)
  return reading
}

function reasonOf(text: string | Uint8Array): string {
  const reading = read(text)
  assert.equal(reading.kind, 'refused')
  return reading.kind === 'refused' ? reading.reason : ''
}

const someId = '11111111-1111-4111-8111-111111111111'

const first = (body: string) => article(body).article.body[0]

test('only the four directives of ours are read in running text', () => {
  const text = 'At 10:30, a:b[c], :foo[bar]{x=y}, ratio 1:2, :sub and ::sub[2].'
  assert.equal(plainText(first(text)?.content ?? []), text)
  const runs = first('CO:sub[2] m:sup[3] :lang[**x**]{lang="ar"} a:br[]b')?.content ?? []
  assert.deepEqual(
    runs.map(({ marks = [], type }) => [type, ...marks.map((mark) => mark.type)].join()),
    ['text', 'text,sub', 'text', 'text,sup', 'text', 'text,lang,strong', 'text', 'hardBreak', 'text'],
  )
})

test('raw HTML stays visible text and is told', () => {
  const { article: read, losses } = article('One <b onclick="x">two</b>\n\n<script>alert(1)</script>')
  assert.equal(plainText(read.body[0]?.content ?? []), 'One <b onclick="x">two</b>')
  assert.equal(plainText(read.body[1]?.content ?? []), '<script>alert(1)</script>')
  assert.equal(losses.dropped.get('raw HTML, kept as text'), 3)
})

test('links that run scripts lose the link and keep the words', () => {
  const { article: read, losses } = article(
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](<java&#10;script:x>) [d](https://e.example/) [e](article:en-e)',
  )
  const hrefs = (read.body[0]?.content ?? []).flatMap(({ marks = [] }) =>
    marks.map(({ attrs }) => attrs?.href ?? attrs?.articleId),
  )
  assert.deepEqual(hrefs, ['https://e.example/', 'en-e'])
  assert.equal(losses.dropped.get('link that leads nowhere'), 3)
})

test('an unknown directive keeps its words', () => {
  const { article: read, losses } = article(':::note[Beware]\nOf dogs.\n:::\n\n::chart[Sales]{id="1"}')
  assert.deepEqual(
    read.body.map((block) => plainText(block.content ?? [])),
    ['Beware', 'Of dogs.', '::chart[Sales]{id="1"}'],
  )
  assert.deepEqual([...losses.dropped.keys()], ['directive:note', 'directive:chart'])
})

test('blocks that may only stand at the top follow the block they were found in', () => {
  const { body } = article('- one\n\n  ::figure[Caption]{media="m"}\n\n  two\n\nthree').article
  assert.deepEqual(
    body.map(({ type }) => type),
    ['bulletList', 'figure', 'paragraph'],
  )
})

test('a refusal names line and field', () => {
  assert.match(reasonOf('---\nheadline: H\npublished: 2020-13-01\n---\n\nText'), /^line 3, published: "2020-13-01" is not a date/)
  assert.match(reasonOf('---\nheadline: H\nseo:\n  headline: [1]\n---\n\nText'), /^line 4, seo\.headline: must be text/)
  assert.match(reasonOf('---\nheadline: "unclosed\n---\n\nText'), /^line \d+: /)
  assert.match(reasonOf('---\nheadline: H\n---\n'), /no text/)
  assert.match(reasonOf('# Only Markdown'), /front matter/)
  assert.match(reasonOf(Uint8Array.of(0xff, 0xfe, 0x00)), /UTF-8/)
})

test('fields that nobody knows are told, wherever they stand', () => {
  const { losses } = article('Text', 'headline: H\nlayout: post\nseo: { titel: x }\nhero: { media: m, alt: One, two }')
  assert.deepEqual([...losses.dropped.keys()], ['front matter: layout', 'front matter: seo.titel', 'front matter: hero.two'])
})

test('YAML cannot grow, and its keys reach no prototype', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${'bcdefgh'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]},`.repeat(9)}*${'abcdefg'[at]}]`)
    .join('\n')}`
  assert.match(reasonOf(`---\nheadline: H\n${bomb}\n---\n\nText`), /alias/i)
  const { article: read, losses } = article(
    'Text',
    'headline: H\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }',
  )
  assert.equal(Reflect.get({}, 'polluted'), undefined)
  assert.equal(read.headline, 'H')
  assert.equal(losses.dropped.size, 2)
})

test('moments without an offset are told in the zone of the publication', () => {
  assert.equal(
    article('Text', 'headline: H\npublished: 2015-07-01 09:00').article.published?.toISOString(),
    '2015-07-01T06:00:00.000Z',
  )
})

test('the source id is found without reading the text', () => {
  for (const [line, id] of [
    ['id: en-a', 'en-a'],
    ['id: "en a"  # note', 'en a'],
    ["id: 'x'", 'x'],
    ['slug: a', null],
  ]) {
    assert.equal(markdownSourceId(Buffer.from(`---\n${line}\nheadline: H\n---\n\nid: no`)), id)
  }
})

test('the counter and the parser agree on every word of the sample', () => {
  const root = join(import.meta.dirname, '..', '..', 'sample', 'articles')
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  assert.ok(names.length >= 48)
  for (const name of names) {
    const reading = read(readFileSync(join(root, name)))
    assert.ok(reading.kind === 'article', name)
    const resolved = resolveBody(reading.article.body, name, { mediaId: () => someId, articleId: () => someId }, reading.losses)
    assert.ok(resolved.ok, resolved.ok ? '' : `${name}: ${resolved.reason}`)
    assert.equal(countArrived(reading.words, [bodyText(resolved.body)]), reading.words.length, name)
  }
})
