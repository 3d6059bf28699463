import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ReviewContext, recentlyLeft, reviewArrangement } from './review'
import { type Arrangement, emptyArrangement, type FrontArticle, fillFront, frontZones, type Placement } from './rules'
import { someCard, someFrontArticle, somePlacement } from './testing-fronts'

const now = new Date('2026-11-27T12:00:00.000Z')
const hour = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()

const context = (changes: Partial<ReviewContext> = {}): ReviewContext => ({
  ...{ language: 'en', pictures: [], elsewhere: [], left: [] },
  articles: ['a', 'b', 'c', 'd', 'e'].map((id) => someFrontArticle(id)),
  ...changes,
})

/** What is said, as `kind` of the placement or of the banner. */
function told(arrangement: Partial<Arrangement>, changes: Partial<ReviewContext> = {}): string[] {
  return reviewArrangement({ ...emptyArrangement, ...arrangement }, context(changes), now).map(
    ({ placementId, weight, kind }) => `${placementId ?? 'banner'}: ${weight} ${kind}`,
  )
}

test('a front with room for everything that is out gives no cause for remarks', () => {
  const placements = [somePlacement('a', 'lead'), somePlacement('b', 'secondary'), somePlacement('c', 'feature')]
  assert.deepEqual(told({ placements }), [])
})

test('an article that does not exist, or is of another edition, is a fault; one that is not out is a warning', () => {
  const articles = [
    someFrontArticle('french', { language: 'fr' }),
    someFrontArticle('draft', { status: 'draft', visibleAt: null }),
    someFrontArticle('held', { isOnHold: true, visibleAt: null }),
    someFrontArticle('gone', { status: 'withdrawn', visibleAt: null }),
    someFrontArticle('embargoed', { visibleAt: hour(3) }),
  ]
  const placements = ['none', ...articles.map(({ id }) => id)].map((id, at) =>
    somePlacement(id, at < 4 ? 'secondary' : 'feature'),
  )
  assert.deepEqual(told({ placements }, { articles }), [
    'none: fault unknown-article',
    'french: fault other-edition',
    'draft: warning not-out',
    'held: warning on-hold',
    'gone: warning withdrawn',
    'embargoed: warning appears',
  ])
})

test('an article stands once at a time; at another time it is only said where', () => {
  const twice = [somePlacement('a', 'lead'), { ...somePlacement('a', 'feature'), id: 'again' }]
  assert.deepEqual(told({ placements: twice }), ['again: fault twice'])
  const inTurn = [
    { ...somePlacement('a', 'lead'), endsAt: hour(2) },
    { ...somePlacement('a', 'feature'), id: 'again', startsAt: hour(2) },
  ]
  assert.deepEqual(told({ placements: inTurn }), ['again: warning also-here'])
})

test('what a full zone never has room for is a fault; what has to wait for room is told when', () => {
  assert.deepEqual(told({ placements: [somePlacement('a', 'lead'), somePlacement('b', 'lead')] }), ['b: fault never-shown'])
  const taken = [{ ...somePlacement('a', 'lead'), startsAt: hour(2), endsAt: hour(4) }, somePlacement('b', 'lead')]
  assert.deepEqual(reviewArrangement({ placements: taken, banner: null }, context(), now), [
    { placementId: 'b', weight: 'warning', kind: 'hidden', from: hour(2), until: hour(4) },
  ])
  const inTurn = [
    { ...somePlacement('a', 'lead'), endsAt: hour(2) },
    { ...somePlacement('b', 'lead'), startsAt: hour(2) },
  ]
  assert.deepEqual(told({ placements: inTurn }), [])
})

test('times that cannot be, or are over, are said', () => {
  const placements = [
    { ...somePlacement('a', 'secondary'), startsAt: hour(2), endsAt: hour(1) },
    { ...somePlacement('b', 'secondary'), endsAt: hour(-1) },
  ]
  assert.deepEqual(told({ placements }), ['a: fault ends-before-it-starts', 'b: warning over'])
})

test('a picture of its own must be there and may not have expired', () => {
  const pictures = [
    { id: 'free', thumbnail: null, alt: '', expiresAt: null },
    { id: 'expired', thumbnail: null, alt: '', expiresAt: hour(-1) },
    { id: 'short', thumbnail: null, alt: '', expiresAt: hour(5) },
  ]
  const placements = [
    { ...somePlacement('a', 'secondary'), mediaId: 'free' },
    { ...somePlacement('b', 'secondary'), mediaId: 'expired' },
    { ...somePlacement('c', 'secondary'), mediaId: 'none' },
    { ...somePlacement('d', 'secondary'), mediaId: 'short' },
    { ...somePlacement('e', 'feature'), mediaId: 'short', endsAt: hour(4) },
  ]
  assert.deepEqual(told({ placements }, { pictures }), [
    'b: fault picture-not-allowed',
    'c: fault picture-not-allowed',
    'd: warning picture-expires',
  ])
})

test('it is said where else an article stands, and where it stood lately', () => {
  const elsewhere = [{ articleId: 'a', language: 'fr', zone: 'lead' as const }]
  const left = [{ articleId: 'b', at: hour(-2) }]
  const placements = [somePlacement('a', 'lead'), somePlacement('b', 'feature')]
  assert.deepEqual(told({ placements }, { elsewhere, left }), ['a: warning also-on', 'b: warning was-here'])
})

test('a banner has words, an end that lies ahead, and leads to a page', () => {
  const banner = { text: 'News', link: null, startsAt: null, endsAt: hour(1) }
  assert.deepEqual(told({ banner }), [])
  assert.deepEqual(told({ banner: { ...banner, text: '', endsAt: null } }), [
    'banner: fault banner-without-text',
    'banner: fault banner-without-end',
  ])
  assert.deepEqual(told({ banner: { ...banner, startsAt: hour(2) } }), ['banner: fault banner-ends-before-it-starts'])
  assert.deepEqual(told({ banner: { ...banner, endsAt: hour(-1) } }), ['banner: warning banner-over'])
  for (const address of [
    '',
    'javascript:alert(1)',
    '//elsewhere.example',
    'http://elsewhere.example',
    'mailto:a@b.example',
    '/\\x',
  ])
    assert.deepEqual(
      told({ banner: { ...banner, link: { kind: 'address', address } } }),
      ['banner: fault banner-address'],
      address,
    )
  for (const address of ['/news', 'https://elsewhere.example/live'])
    assert.deepEqual(told({ banner: { ...banner, link: { kind: 'address', address } } }), [], address)
  const articles = [someFrontArticle('draft', { visibleAt: null })]
  const to = (articleId: string) => ({ banner: { ...banner, link: { kind: 'article' as const, articleId } } })
  assert.deepEqual(told(to('draft'), { articles }), ['banner: warning banner-not-out'])
  assert.deepEqual(told(to('none'), { articles }), ['banner: fault banner-unknown-article'])
})

test('what is said to be hidden is what readers do not see, at every moment', () => {
  const moments = fc.option(fc.integer({ min: -5, max: 20 }).map(hour), { nil: null })
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
  const fronts = ids.chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc.record({
          article: fc
            .constantFrom<Partial<FrontArticle>>({}, { visibleAt: null }, { visibleAt: hour(4) })
            .map((facts) => someFrontArticle(String(id), facts)),
          placement: fc
            .record({ zone: fc.constantFrom(...frontZones), startsAt: moments, endsAt: moments })
            .map((given): Placement => ({ ...somePlacement(String(id), 'lead'), ...given })),
        }),
      ),
    ),
  )
  fc.assert(
    fc.property(fronts, fc.integer({ min: 0, max: 20 }), (made, later) => {
      const articles = made.map(({ article }) => article)
      const placements = frontZones.flatMap((zone) => made.map((one) => one.placement).filter((one) => one.zone === zone))
      const moment = hour(later)
      const isOut = ({ articleId }: Placement) => {
        const visibleAt = articles.find(({ id }) => id === articleId)?.visibleAt ?? null
        return visibleAt !== null && visibleAt <= moment
      }
      const standing = placements.filter(
        (one) => isOut(one) && (one.startsAt ?? '') <= moment && (one.endsAt === null || one.endsAt > moment),
      )
      const zones = fillFront(
        standing.map(({ zone, articleId }) => ({ zone, card: someCard(articleId), headline: '', kicker: '', picture: null })),
        [],
      )
      const shown = new Set(frontZones.flatMap((zone) => zones[zone].map(({ id }) => id)))
      const remarks = reviewArrangement({ placements, banner: null }, context({ articles }), now)
      for (const { id } of standing) {
        const isHidden = remarks.some(
          (remark) =>
            remark.placementId === id &&
            (remark.kind === 'never-shown' ||
              (remark.kind === 'hidden' && remark.from <= moment && (remark.until === null || remark.until > moment))),
        )
        assert.equal(shown.has(id), !isHidden, `${id} at ${moment}`)
      }
    }),
  )
})

test('what left the front within a day is remembered, unless it stands there again', () => {
  const put = (hours: number, ...placements: Placement[]) => ({
    arrangement: { placements, banner: null },
    publishedAt: new Date(hour(hours)),
  })
  const ended = { ...somePlacement('ended', 'feature'), endsAt: hour(-1) }
  const never = { ...somePlacement('never', 'feature'), startsAt: hour(-2) }
  const publications = [
    put(-100, somePlacement('long', 'lead'), somePlacement('back', 'feature')),
    put(-30, somePlacement('gone', 'lead'), never),
    put(-3, somePlacement('short', 'lead'), ended),
    put(-2.5, somePlacement('back', 'lead'), ended),
  ]
  assert.deepEqual(recentlyLeft(publications, now), [
    { articleId: 'gone', at: hour(-3) },
    { articleId: 'short', at: hour(-2.5) },
    { articleId: 'ended', at: hour(-1) },
  ])
})
