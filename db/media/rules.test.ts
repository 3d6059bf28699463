import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rightsOf } from './file-rights'
import { cropArea, drawnCrops, wordsOf } from './rules'
import { wantedRenditions } from './wanted-renditions'

const large = { width: 2400, height: 1600, focalX: 0.5, focalY: 0.5, crops: {} }

test('A crop is as large as the picture allows and as near to the focal point as its edges allow', () => {
  assert.deepEqual(cropArea(large, '1x1'), { left: 400, top: 0, width: 1600, height: 1600 })
  assert.deepEqual(cropArea({ ...large, focalX: 1 }, '1x1'), { left: 800, top: 0, width: 1600, height: 1600 })
  assert.deepEqual(cropArea({ ...large, focalX: 0, focalY: 0 }, '16x9'), { left: 0, top: 0, width: 2400, height: 1350 })
})

test('A crop drawn by hand counts for its ratio only, and cannot leave the picture', () => {
  const drawn = { ...large, crops: { '1x1': { x: 0.5, y: 0.25, width: 0.25 } } }
  assert.deepEqual(cropArea(drawn, '1x1'), { left: 1200, top: 400, width: 600, height: 600 })
  assert.deepEqual(cropArea(drawn, '16x9'), cropArea(large, '16x9'))
  const outside = { ...large, crops: { '16x9': { x: 0.9, y: 0.9, width: 0.5 } } }
  assert.deepEqual(cropArea(outside, '16x9'), { left: 1200, top: 925, width: 1200, height: 675 })
  const larger = { ...large, crops: { '1x1': { x: 0, y: 0, width: 1 } } }
  assert.deepEqual(cropArea(larger, '1x1'), { left: 0, top: 0, width: 1600, height: 1600 })
})

test('Whatever the picture, no rendition is larger than what there is of it, none comes twice, none is flat', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const picture = fc.record({
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 5000 }),
    focalX: share,
    focalY: share,
    crops: fc.record(Object.fromEntries(drawnCrops.map((crop) => [crop, fc.record({ x: share, y: share, width: share })])), {
      requiredKeys: [],
    }),
  })
  fc.assert(
    fc.property(picture, (one) => {
      const wanted = wantedRenditions(one, ['avif', 'webp', 'jpeg'])
      assert.equal(new Set(wanted.map(({ crop, format, width }) => `${crop} ${format} ${width}`)).size, wanted.length)
      assert.ok(wanted.some(({ crop, format }) => crop === 'whole' && format === 'jpeg'))
      for (const { width, height } of wanted)
        assert.ok(width >= 1 && width <= one.width && height >= 1 && height <= one.height + 1)
    }),
  )
})

test('Structured data finds each ratio at 1200, social networks their card', () => {
  const jpegs = wantedRenditions(large, ['jpeg'])
  for (const [crop, height] of [
    ['16x9', 675],
    ['4x3', 900],
    ['1x1', 1200],
    ['card', 630],
  ] as const)
    assert.ok(
      jpegs.some((one) => one.crop === crop && one.width === 1200 && one.height === height),
      crop,
    )
})

test('A small original keeps its own width, and makes no card', () => {
  const wanted = wantedRenditions({ ...large, width: 500, height: 400 }, ['webp', 'jpeg'])
  assert.deepEqual(
    wanted.filter(({ crop, format }) => crop === 'whole' && format === 'webp').map(({ width }) => width),
    [480],
  )
  assert.deepEqual(
    wanted.filter(({ crop, format }) => crop === 'whole' && format === 'jpeg').map(({ width }) => width),
    [500],
  )
  assert.ok(!wanted.some(({ crop }) => crop === 'card'))
})

test('Captions stay in their language, alternative texts rather speak another than none', () => {
  const picture = { captions: { en: 'The port' }, alts: { fr: 'Un port' } }
  assert.deepEqual(wordsOf(picture, 'en', ['en', 'fr', 'ar']), { caption: 'The port', alt: 'The port' })
  assert.deepEqual(wordsOf(picture, 'ar', ['en', 'fr', 'ar']), { caption: '', alt: 'The port' })
  assert.deepEqual(wordsOf({ captions: {}, alts: {} }, 'ar', ['en', 'fr', 'ar']), { caption: '', alt: '' })
})

test('We license only what is ours to license, and allow training on nothing else', () => {
  const picture = { creator: 'A', credit: 'B', copyrightNotice: 'C', usageTerms: '', licenceUrl: null, maySublicense: false }
  const publication = { name: 'The Paper', republish: 'https://paper.example/republish', trainingAllowed: true }
  const foreign = rightsOf(picture, publication)
  assert.deepEqual([foreign.licenceUrl, foreign.licensor, foreign.training], [null, null, 'unspecified'])
  const own = rightsOf({ ...picture, maySublicense: true }, publication)
  assert.deepEqual([own.licenceUrl, own.licensor?.url, own.training], [publication.republish, publication.republish, 'allowed'])
  assert.equal(rightsOf({ ...picture, maySublicense: true }, { ...publication, trainingAllowed: false }).training, 'prohibited')
})
