import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '@/db/articles/rules'
import type { Picture, Rendition } from '@/db/media/rules'
import { settingsSchema } from '@/db/settings/rules'
import { newsArticle } from './news-article'

const origin = 'https://news.example'
const settings = settingsSchema.parse({
  name: 'The Example',
  shortName: 'Example',
  legalEntity: 'Example Society',
  editions: [{ language: 'en', tagline: '', delivers: '' }],
})

const rendition = (crop: Rendition['crop'], width: number, height: number): Rendition => ({
  crop,
  format: 'jpeg',
  width,
  height,
  bytes: 1,
  file: `${crop}-${width}.jpg`,
})

const picture: Picture = {
  id: 'p',
  caption: '',
  alt: '',
  credit: 'Wire/Somebody',
  creator: 'Somebody',
  agency: 'Wire',
  copyrightNotice: '© Wire',
  licenceUrl: 'https://wire.example/licence',
  maySublicense: false,
  width: 2400,
  height: 1600,
  expiresAt: null,
  renditions: [
    rendition('1x1', 1200, 1200),
    rendition('1x1', 400, 400),
    rendition('4x3', 1200, 900),
    rendition('16x9', 1200, 675),
  ],
}

const article: Article = {
  id: 'a1',
  language: 'en',
  slug: 'x',
  headline:
    'A headline that is long enough to be cut somewhere, because a search engine shows no more than so many characters of it',
  headlineShort: '',
  standfirst: 'What it is about.',
  kicker: '',
  section: { id: 's', slug: 'news', name: 'News', isOpinion: false },
  bylines: [
    { contributorId: 'c1', slug: 'leila', name: 'Leila', role: 'reporter', jobTitle: '' },
    { contributorId: null, slug: null, name: 'A Guest', role: 'reporter', jobTitle: '' },
    { contributorId: 'c2', slug: 'claire', name: 'Claire', role: 'translation', jobTitle: '' },
  ],
  publishedAt: new Date('2015-10-12T15:40:00Z'),
  updatedAt: new Date('2015-10-13T08:00:00Z'),
  picture,
  heroMediaId: 'p',
  wordCount: 400,
  revisionId: 'r',
  revisionNumber: 1,
  seoHeadline: '',
  seoDescription: '',
  dateline: 'Beirut',
  socialCard: null,
  hero: { picture, caption: 'A map', alt: 'Map' },
  body: { type: 'doc', content: [] },
  topics: [{ id: 't', slug: 'syria', name: 'Syria', type: 'place', wikidata: 'Q858' }],
  corrections: [{ id: 'k', type: 'correction', text: 'It was nine.', correctedAt: new Date('2015-10-13T08:00:00Z') }],
  translations: [{ articleId: 'a2', language: 'fr', headline: 'Titre', section: 'actualites', slug: 'y', isOriginal: true }],
  related: [],
  pictures: {},
  linkedArticles: {},
  republishing: 'ask',
  canonicalUrl: null,
  syndicatedFrom: null,
}

/** As a crawler reads it. */
function read(changed: Partial<Article> = {}) {
  return JSON.parse(JSON.stringify(newsArticle({ ...article, ...changed }, { settings, pages: [], origin })))
}

test('headline, times, authors and corrections are as search engines want them', () => {
  const data = read()
  assert.equal(data['@type'], 'NewsArticle')
  assert.ok(data.headline.length <= 110)
  assert.equal(data.datePublished, '2015-10-12T15:40:00.000Z')
  assert.equal(data.dateModified, '2015-10-13T08:00:00.000Z')
  assert.deepEqual(data.author, [
    { '@type': 'Person', name: 'Leila', url: 'https://news.example/authors/leila' },
    { '@type': 'Person', name: 'A Guest' },
  ])
  assert.deepEqual(
    data.translator.map((one: { name: string }) => one.name),
    ['Claire'],
  )
  assert.equal(data.correction[0].text, 'It was nine.')
  assert.equal(data.translationOfWork['@id'], 'https://news.example/fr/actualites/y#article')
  assert.equal(data.about[0].sameAs, 'https://www.wikidata.org/wiki/Q858')
})

test('the picture comes in three ratios, each in its widest file', () => {
  const sizes = read().image.map((one: { width: string; height: string }) => `${one.width}x${one.height}`)
  assert.deepEqual(sizes, ['1200x1200', '1200x900', '1200x675'])
})

test('a picture we cannot license carries its credit and never our licence page', () => {
  for (const image of read().image) {
    assert.equal(image.creditText, 'Wire/Somebody')
    assert.equal(image.copyrightNotice, '© Wire')
    assert.equal(image.acquireLicensePage, undefined)
    assert.equal(image.license, undefined)
  }
  const ours = { ...picture, maySublicense: true }
  for (const image of read({ hero: { picture: ours, caption: '', alt: '' } }).image) {
    assert.equal(image.acquireLicensePage, 'https://news.example/republish/a1')
  }
})

test('an article that may not be republished names no licence page, an opinion piece says what it is', () => {
  assert.equal(read({ republishing: 'never' }).acquireLicensePage, undefined)
  assert.equal(read({ section: { ...article.section, isOpinion: true } })['@type'], 'OpinionNewsArticle')
})

test('an article without author or picture stands for itself', () => {
  const data = read({ bylines: [], hero: null })
  assert.equal(data.author.name, 'The Example')
  assert.equal(data.image, undefined)
})
