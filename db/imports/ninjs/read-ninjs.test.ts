import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attempt } from '../attempt'
import type { Reading } from '../rules'
import { ninjsSourceId, readNinjs } from './read-ninjs'

const read = (item: unknown): Reading => {
  const bytes = Buffer.from(typeof item === 'string' ? item : JSON.stringify(item))
  return attempt('line 1', () => readNinjs(bytes, 'line 1', { timeZone: 'UTC', language: 'en' }))
}

const item = {
  uri: 'https://agency.example/1',
  type: 'text',
  language: 'en-GB',
  pubStatus: 'usable',
  headlines: [
    { role: 'kicker', value: 'Egypt' },
    { role: 'main', value: 'Canal <b>reopens</b> &amp; ships pass' },
  ],
  descriptions: [{ role: 'summary', value: '<p>In short.</p>' }],
  bodies: [
    { role: 'teaser', contentType: 'text/plain', value: 'No' },
    {
      role: 'main',
      contentType: 'text/html',
      value: '<p>The canal was <em>opened</em> on Monday.</p><script>x</script><ul><li>One</li></ul>',
    },
  ],
  by: 'By Ada Byron and Jo Smith',
  firstCreated: '2015-10-12T15:40:00Z',
  versionCreated: '2015-10-12T16:40:00Z',
  located: 'Suez',
  subjects: [{ rel: 'section', name: 'World news' }, { name: 'Egypt' }],
  places: [{ name: 'Suez' }],
  altIds: [
    { role: 'canonical', value: 'https://agency.example/world/canal.html' },
    { role: 'x', value: 'y' },
  ],
  associations: [
    {
      name: 'featuremedia',
      uri: 'https://agency.example/p',
      type: 'picture',
      by: 'AFP',
      descriptions: [{ value: 'A ship (AFP)' }],
      renditions: [
        { name: 'thumb', href: 't.jpg' },
        { name: 'original', href: 'a.jpg' },
      ],
    },
    { name: 'related-1', uri: 'https://agency.example/2', type: 'text' },
  ],
}

test('an item of an agency', () => {
  const reading = read(item)
  assert.ok(reading.kind === 'article')
  const { article, words } = reading
  assert.equal(article.sourceId, item.uri)
  assert.equal(article.headline, 'Canal reopens & ships pass')
  assert.equal(article.kicker, 'Egypt')
  assert.equal(article.standfirst, 'In short.')
  assert.equal(article.language, 'en')
  assert.equal(article.dateline, 'Suez')
  assert.deepEqual(
    article.bylines.map(({ contributor }) => contributor),
    ['ada-byron', 'jo-smith'],
  )
  assert.deepEqual([article.section?.slug, article.topics.map(({ slug }) => slug)], ['world-news', ['egypt', 'suez']])
  assert.equal(article.updated?.toISOString(), '2015-10-12T16:40:00.000Z')
  assert.deepEqual(article.formerAddresses, ['https://agency.example/world/canal.html'])
  assert.deepEqual(article.related, ['https://agency.example/2'])
  assert.deepEqual(article.hero, { media: 'path:a.jpg', alt: null, caption: 'A ship' })
  assert.equal(article.pictures[0]?.credit, 'AFP')
  assert.deepEqual(
    article.body.map(({ type }) => type),
    ['paragraph', 'bulletList'],
  )
  assert.equal(words.join(' '), 'The canal was opened on Monday One')
  assert.deepEqual(Object.fromEntries(reading.losses.dropped), { script: 1 })
})

test('plain text is paragraphs, and what looks like a tag in it is text', () => {
  const reading = read({
    uri: 'a',
    headlines: [{ value: 'H' }],
    bodies: [{ contentType: 'text/plain', value: 'One <b>\nline.\n\nTwo 3 < 4.' }],
  })
  assert.ok(reading.kind === 'article')
  assert.deepEqual(
    reading.article.body.map(({ content }) => content?.[0]?.text),
    ['One <b> line.', 'Two 3 < 4.'],
  )
})

test('a retraction is withdrawn, what is withheld is a draft', () => {
  const statusOf = (pubStatus: string) => {
    const reading = read({ ...item, pubStatus })
    return reading.kind === 'article' ? reading.article.status : reading.kind
  }
  assert.deepEqual(['usable', 'withheld', 'canceled'].map(statusOf), [null, 'draft', 'withdrawn'])
})

test('what is no text of ninjs is refused in words', () => {
  const reasonOf = (value: unknown) => {
    const reading = read(value)
    return reading.kind === 'refused' ? reading.reason : reading.kind
  }
  assert.match(reasonOf('{"uri": broken'), /^is not JSON: /)
  assert.match(reasonOf({ headlines: [] }), /has no uri/)
  assert.match(reasonOf('null'), /no ninjs item/)
  assert.match(reasonOf('[]'), /no ninjs item/)
  assert.match(reasonOf({ uri: 'a', type: 'picture' }), /of the type picture/)
  assert.match(reasonOf({ uri: 'a', headlines: 7, bodies: 'x' }), /no headline/)
  assert.match(reasonOf({ uri: 'a', headlines: [{ value: 'H' }], bodies: [{ value: '<p></p>' }] }), /no text/)
  assert.match(reasonOf('{"__proto__": {"polluted": 1}, "uri": "a", "title": "T", "bodies": [{"value": "x"}]}'), /^article$/)
  assert.equal(Reflect.get({}, 'polluted'), undefined)
})

test('an item is found under the id it had here', () => {
  assert.equal(
    ninjsSourceId(Buffer.from(JSON.stringify({ uri: 'https://a', altIds: [{ role: 'sourceId', value: 'en-a' }] }))),
    'en-a',
  )
  assert.equal(ninjsSourceId(Buffer.from('{')), null)
})
