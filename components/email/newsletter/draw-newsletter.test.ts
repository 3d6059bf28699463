import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { drawNewsletter } from '@/components/email/newsletter/draw-newsletter'
import { goldenLooks, someLook, somePicture, tenArticles } from '@/components/email/newsletter/testing-looks'
import type { LookItem, LookPicture, NewsletterLook } from '@/db/newsletter-editions/look'
import { unsubscribePlace } from '@/db/newsletter-editions/rules'

/*
 * What is drawn is compared with what was looked at once, in `golden/`. After a change that is meant, draw them anew and look at the difference:
 *
 *   RENEW_GOLDEN=1 node_modules/.bin/node --import tsx --test components/email/newsletter/draw-newsletter.test.ts && git diff
 */
const golden = (name: string) => join(import.meta.dirname, 'golden', name)

function assertGolden(name: string, drawn: string) {
  if (process.env.RENEW_GOLDEN) writeFileSync(golden(name), drawn)
  assert.equal(drawn, readFileSync(golden(name), 'utf8'))
}

for (const [name, look] of Object.entries(goldenLooks))
  test(`It is drawn as it was looked at: ${name}`, () => {
    const { subject, html, text } = drawNewsletter(look)
    assertGolden(`${name}.html`, html)
    assertGolden(`${name}.txt`, `${subject}\n\n${text}`)
  })

const countOf = (text: string, part: string) => text.split(part).length - 1

test('It has one first heading and one for each story, both ways out twice, and tables that are none to who listens', () => {
  for (const [name, look] of Object.entries(goldenLooks)) {
    const { html, text } = drawNewsletter(look)
    const { document } = parseHTML(html)
    const stories = look.items.filter(({ kind }) => kind === 'article' || kind === 'heading')
    assert.equal(document.querySelectorAll('h1').length, 1, name)
    assert.equal(document.querySelectorAll('h2').length, stories.length, name)
    for (const table of document.querySelectorAll('table')) assert.equal(table.getAttribute('role'), 'presentation', name)
    for (const cell of document.querySelectorAll('table table td[dir=rtl]'))
      assert.match(cell.getAttribute('style') ?? '', /direction:rtl;text-align:right/, name)
    assert.equal(document.querySelectorAll('table table td:not([dir])').length, 0, name)
    for (const picture of document.querySelectorAll('img')) assert.notEqual(picture.getAttribute('alt'), null, name)
    assert.equal(countOf(html, `href="${unsubscribePlace}"`), 2, name)
    assert.equal(countOf(html, `href="${look.webUrl}"`), 2, name)
    assert.deepEqual([countOf(text, unsubscribePlace), countOf(text, look.webUrl)], [2, 2], name)
    assert.equal(document.documentElement.getAttribute('lang'), look.language)
    assert.equal(document.documentElement.getAttribute('dir'), look.direction)
  }
})

test('It fetches nothing but our own pictures, and has neither scripts, forms nor fonts', () => {
  for (const look of Object.values(goldenLooks)) {
    const { html } = drawNewsletter(look)
    const { document } = parseHTML(html)
    for (const picture of document.querySelectorAll('img'))
      assert.ok(picture.getAttribute('src')?.startsWith(`${look.publication.origin}/media/`))
    assert.equal(document.querySelectorAll('script, form, input, link, iframe, object, embed, video, svg').length, 0)
    assert.doesNotMatch(html, /@import|@font-face|url\(|data:|src(?:set)?="(?!https:\/\/meridian\.example\/media\/)|background="/)
  }
})

test('Lines of the text are short but for addresses, which stand alone', () => {
  for (const look of Object.values(goldenLooks))
    for (const line of drawNewsletter(look).text.split('\n'))
      if (line.includes('http')) assert.match(line, /^https?:\/\/\S+$/)
      else assert.ok(line.length <= 78, line)
})

test('An edition of ten articles is small', () => {
  const { html } = drawNewsletter(tenArticles)
  assert.ok(Buffer.byteLength(html) <= 10_500, `${Buffer.byteLength(html)} bytes`)
})

/** What somebody might type to get more out of a field than words. */
const hostile = fc.oneof(
  fc.constantFrom(
    ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</td></table>', '<!--', '-->', ']]>'],
    ...[
      '<a href="https://evil.example">x</a>',
      'javascript:alert(1)',
      '&lt;b&gt;',
      '{name}',
      '$&',
      '\u202eevil',
      '\u2066',
      '\u2069\u2069',
    ],
    ...[
      unsubscribePlace,
      `https://x.example/${unsubscribePlace}`,
      'a\r\nBcc: x@evil.example',
      '\0',
      '\ud800',
      '<![endif]-->',
      '</style>',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const words = fc.array(hostile, { maxLength: 3 }).map((parts) => parts.join(' '))

/** The same edition with every string in it replaced; its languages and kinds stay. */
function withStrings(look: NewsletterLook, next: () => string): NewsletterLook {
  const picture = { ...somePicture, src: next(), alt: next(), caption: next(), credit: next() }
  return {
    ...look,
    newsletter: { ...look.newsletter, slug: next(), name: next(), promise: next(), postalAddress: next() },
    publication: { ...look.publication, name: next() },
    ...{ subject: next(), preheader: next(), webUrl: next(), preferencesUrl: next() },
    corrects: look.corrects && { ...look.corrects, subject: next() },
    items: look.items.map((item) => itemWith(item, picture, next)),
  }
}

function itemWith(item: LookItem, picture: LookPicture, next: () => string): LookItem {
  switch (item.kind) {
    case 'article':
      return {
        ...{ ...item, headline: next(), blurb: next(), kicker: next(), byline: [next(), next()], url: next(), picture },
        corrections: item.corrections.map((note) => ({ ...note, text: next() })),
      }
    case 'heading':
      return { ...item, headline: next() }
    case 'text':
      return { ...item, paragraphs: [next(), next()] }
    case 'picture':
      return { ...item, picture }
  }
}

/** All that a document is made of but its words, and the addresses in it. */
function skeletonOf(html: string) {
  const { document } = parseHTML(html)
  const elements = [...document.querySelectorAll('*')]
  const names = new Set(elements.flatMap((element) => element.getAttributeNames()))
  const addresses = elements.flatMap((element) => [element.getAttribute('href') ?? [], element.getAttribute('src') ?? []]).flat()
  return { tags: new Set(elements.map(({ tagName }) => tagName)), names, addresses }
}

const knownTags = 'HTML HEAD META TITLE STYLE BODY DIV TABLE TBODY TR TD H1 H2 P A BDI BR IMG STRONG'.split(' ')
const knownNames =
  'lang dir charset name content style role class width cellpadding cellspacing border bgcolor align href src alt height'.split(
    ' ',
  )

test('No words make markup, links or lines of a header, whatever they are', () => {
  const looks = Object.values(goldenLooks)
  fc.assert(
    fc.property(fc.nat(looks.length - 1), fc.array(words, { minLength: 1, maxLength: 12 }), (which, strings) => {
      let at = 0
      const look = withStrings(looks[which] ?? someLook('en', []), () => strings[at++ % strings.length] ?? '')
      const { subject, html, text } = drawNewsletter(look)
      const { tags, names, addresses } = skeletonOf(html)
      for (const tag of tags) assert.ok(knownTags.includes(tag.toUpperCase()), tag)
      for (const name of names) assert.ok(knownNames.includes(name), name)
      for (const address of addresses) assert.match(address, /^https?:\/\//)
      assert.equal(addresses.filter((address) => address.includes('unsubscribe.invalid')).length, 2)
      assert.deepEqual([countOf(html, unsubscribePlace), countOf(text, unsubscribePlace)], [2, 2])
      assert.ok(!subject.includes(unsubscribePlace))
      assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029\u202a-\u202e]/u)
      assert.doesNotMatch(html + text, /[\0\u202a-\u202e]/)
    }),
    { numRuns: 300 },
  )
})
