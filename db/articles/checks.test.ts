import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Inline } from '../body/rules'
import { type CheckedArticle, type CheckedPicture, checkArticle, findObstacles } from './checks'
import { type CheckName, checks } from './rules'

const at = new Date('2026-11-27T12:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
const [pictureId, otherPictureId, linkedId, articleId] = ['picture', 'other-picture', 'linked', 'article']

const soundPicture: CheckedPicture = {
  label: 'A canal',
  alt: 'Ships in a canal',
  hasCredit: true,
  hasTerms: true,
  territory: null,
  expiresAt: null,
  isReady: true,
}

function paragraph(id: string, ...content: Inline[]): Block {
  return { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text: 'Words.' }, ...content] }
}

const figure = (id: string, mediaId: string, alt: string | null = null): Block => ({
  type: 'figure',
  attrs: { id, mediaId, alt, size: 'column' },
})

const link = (attrs: { href: string | null; articleId: string | null }): Inline => ({
  type: 'text',
  text: 'there',
  marks: [{ type: 'link', attrs }],
})

/** An article that nothing can be said against, with changes. */
function article(content: Partial<CheckedArticle['content']> = {}, changes: Partial<CheckedArticle> = {}): CheckedArticle {
  return {
    articleId,
    at,
    content: {
      sectionId: 'news',
      slug: 'a-canal-opens',
      headline: 'A canal opens',
      headlineShort: '',
      standfirst: 'Ships pass.',
      kicker: '',
      seoHeadline: '',
      seoDescription: '',
      dateline: '',
      hero: { mediaId: pictureId, caption: null, alt: null },
      body: { type: 'doc', content: [paragraph('block-one')] },
      bylines: [{ contributorId: 'leila', role: 'reporter', creditedAs: '' }],
      topicIds: ['water'],
      relatedIds: [],
      ...content,
    },
    wordCount: 300,
    wasPublished: false,
    legalHold: false,
    doNotPublish: false,
    sensitive: false,
    embargoUntil: null,
    isAddressTaken: false,
    openComments: 0,
    pictures: new Map([
      [pictureId, soundPicture],
      [otherPictureId, soundPicture],
    ]),
    links: new Map([[linkedId, { headline: 'Another', state: 'visible' }]]),
    deadPaths: new Set(),
    ...changes,
  }
}

const body = (...content: Block[]) => ({ body: { type: 'doc' as const, content } })
const withPicture = (changes: Partial<CheckedPicture>) =>
  article({}, { pictures: new Map([[pictureId, { ...soundPicture, ...changes }]]) })
const linking = (state: 'hidden' | 'withdrawn' | 'visible') =>
  article(body(paragraph('block-one', link({ href: null, articleId: linkedId }))), {
    links: new Map([[linkedId, { headline: 'Another', state }]]),
  })
const pathTo = (href: string) => body(paragraph('block-one', link({ href, articleId: null })))

/** Each check with an article that fails it, where it says so, and one that is nearly the same and passes. */
const cases: Record<CheckName, { failing: CheckedArticle; place: string; passing: CheckedArticle }> = {
  'legal-hold': { failing: article({}, { legalHold: true }), place: 'article', passing: article() },
  'do-not-publish': { failing: article({}, { doNotPublish: true }), place: 'article', passing: article() },
  embargo: {
    failing: article({}, { embargoUntil: new Date(at.getTime() + 1) }),
    place: 'article',
    passing: article({}, { embargoUntil: at }),
  },
  'no-headline': { failing: article({ headline: '  ' }), place: 'headline', passing: article() },
  'no-body': {
    failing: article({}, { wordCount: 0 }),
    place: 'body',
    passing: article(body(figure('block-one', pictureId)), { wordCount: 0 }),
  },
  'address-taken': { failing: article({}, { isAddressTaken: true }), place: 'slug', passing: article() },
  'rights-expired': { failing: withPicture({ expiresAt: at }), place: 'hero', passing: withPicture({ expiresAt: days(400) }) },
  'picture-gone': { failing: article(body(figure('block-one', 'gone'))), place: 'block-one', passing: article() },
  'no-alt': {
    failing: withPicture({ alt: ' ' }),
    place: 'hero',
    passing: article(
      { hero: { mediaId: pictureId, caption: null, alt: 'A ship' } },
      { pictures: withPicture({ alt: '' }).pictures },
    ),
  },
  'no-credit': { failing: withPicture({ hasCredit: false }), place: 'hero', passing: article() },
  'rights-unknown': { failing: withPicture({ hasTerms: false }), place: 'hero', passing: article() },
  'rights-limited': { failing: withPicture({ territory: 'FR, GB' }), place: 'hero', passing: article() },
  'link-hidden': { failing: linking('hidden'), place: 'block-one', passing: linking('visible') },
  'link-withdrawn': { failing: linking('withdrawn'), place: 'block-one', passing: linking('visible') },
  'path-dead': {
    failing: article(pathTo('/news/nothing'), { deadPaths: new Set(['/news/nothing']) }),
    place: 'block-one',
    passing: article(pathTo('/news/something'), { deadPaths: new Set(['/news/nothing']) }),
  },
  'headline-long': {
    failing: article({ headline: 'و'.repeat(111), seoHeadline: 'Short' }),
    place: 'headline',
    passing: article({ headline: '𐤀'.repeat(110), seoHeadline: 'Short' }),
  },
  'no-standfirst': {
    failing: article({ standfirst: '', seoDescription: 'Ships pass.' }),
    place: 'standfirst',
    passing: article(),
  },
  'no-topic': { failing: article({ topicIds: [] }), place: 'topicIds', passing: article() },
  'no-byline': { failing: article({ bylines: [] }), place: 'bylines', passing: article() },
  'no-picture': { failing: article({ hero: null }), place: 'hero', passing: article() },
  'picture-pending': { failing: withPicture({ isReady: false }), place: 'hero', passing: article() },
  'rights-ending': {
    failing: withPicture({ expiresAt: days(30) }),
    place: 'hero',
    passing: withPicture({ expiresAt: days(31) }),
  },
  'no-seo-headline': {
    failing: article({ headline: 'x'.repeat(61) }),
    place: 'seoHeadline',
    passing: article({ headline: 'x'.repeat(60) }),
  },
  'no-seo-description': {
    failing: article({ standfirst: '', seoDescription: '' }),
    place: 'seoDescription',
    passing: article({ standfirst: 'Ships pass.', seoDescription: '' }),
  },
  'address-provisional': {
    failing: article({ slug: 'a-canal-opens-articl' }),
    place: 'slug',
    passing: article({ slug: 'a-canal-opens-articl' }, { wasPublished: true }),
  },
  'open-comments': { failing: article({}, { openComments: 2 }), place: 'article', passing: article() },
  sensitive: { failing: article({}, { sensitive: true }), place: 'article', passing: article() },
}

for (const [name, { failing, place, passing }] of Object.entries(cases)) {
  test(`${name}: found where it is, and not where it is not`, () => {
    const found = checkArticle(failing).filter(({ check }) => check === name)
    assert.equal(found.length, 1)
    const [finding] = found
    const where =
      finding && ('blockId' in finding.place ? finding.place.blockId : 'field' in finding.place ? finding.place.field : 'article')
    assert.equal(where, place)
    assert.deepEqual(
      checkArticle(passing).filter(({ check }) => check === name),
      [],
    )
  })
}

test('nothing is said against a sound article', () => {
  assert.deepEqual(checkArticle(article()), [])
})

test('each use of a picture answers for itself, and each fault of it is told once', () => {
  const twice = article(body(figure('block-one', otherPictureId, ''), figure('block-two', otherPictureId, 'A ship')))
  const found = checkArticle(twice)
  assert.deepEqual(
    found.map(({ check, place }) => [check, place]),
    [['no-alt', { kind: 'block', blockId: 'block-one' }]],
  )
  const gallery: Block = { type: 'gallery', attrs: { id: 'block-one', mediaIds: [pictureId, 'gone', 'lost'] } }
  assert.equal(checkArticle(article(body(gallery))).filter(({ check }) => check === 'picture-gone').length, 2)
})

test('links are found at every depth, and as related articles', () => {
  const deep: Block = {
    type: 'factBox',
    attrs: { id: 'block-box', title: '' },
    content: [
      {
        type: 'bulletList',
        attrs: { id: 'block-list' },
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', attrs: { id: 'deep' }, content: [link({ href: null, articleId: 'lost' })] }],
          },
        ],
      },
    ],
  }
  const card: Block = { type: 'relatedArticle', attrs: { id: 'block-card', articleId: 'lost' } }
  const places = checkArticle(article({ ...body(deep, card), relatedIds: ['lost', linkedId] })).map(({ check, place }) => [
    check,
    place,
  ])
  assert.deepEqual(places, [
    ['link-hidden', { kind: 'block', blockId: 'block-box' }],
    ['link-hidden', { kind: 'block', blockId: 'block-card' }],
    ['link-hidden', { kind: 'field', field: 'relatedIds' }],
  ])
  assert.deepEqual(checkArticle(article(body(paragraph('block-one', link({ href: null, articleId }))))), [], 'to itself')
})

test('what blocks stays in the way whoever answers for it; what asks does until then; hints never do', () => {
  const findings = checkArticle(article({ standfirst: '', seoDescription: 'x', hero: null }, { legalHold: true }))
  const keys = new Set(findings.map(({ key }) => key))
  assert.deepEqual(
    findings.map(({ severity }) => severity),
    ['blocks', 'asks', 'hints'],
  )
  assert.deepEqual(
    findObstacles(findings, new Set()).map(({ check }) => check),
    ['legal-hold', 'no-standfirst'],
  )
  assert.deepEqual(
    findObstacles(findings, keys).map(({ check }) => check),
    ['legal-hold'],
  )
  assert.deepEqual(Object.keys(cases).sort(), Object.keys(checks).sort())
})

test('the same finding has the same key, another picture or place another', () => {
  const keyOf = (one: CheckedArticle) => checkArticle(one).find(({ check }) => check === 'no-alt')?.key
  const first = article(body(figure('block-one', pictureId, '')))
  assert.equal(keyOf(first), keyOf(article(body(figure('block-one', pictureId, ''), paragraph('more')))))
  assert.notEqual(keyOf(first), keyOf(article(body(figure('block-one', otherPictureId, '')))))
  assert.notEqual(keyOf(first), keyOf(article(body(figure('block-two', pictureId, '')))))
})
