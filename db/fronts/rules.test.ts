import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillFront, frontZones, type PlacedCard, zoneSizes } from './rules'
import { someCard as card, somePicture } from './testing-fronts'

const placed = (zone: PlacedCard['zone'], id: string, headline = ''): PlacedCard => ({
  zone,
  card: card(id),
  headline,
  kicker: '',
  picture: null,
})

test('what the editor placed comes first, with the words of its place', () => {
  const zones = fillFront([placed('lead', 'b', 'Its own headline')], [card('a'), card('b'), card('c')])
  assert.deepEqual(
    zones.lead.map((one) => one.headline),
    ['Its own headline'],
  )
  assert.deepEqual(
    zones.secondary.map((one) => one.id),
    ['a', 'c'],
  )
})

test('a picture of the place replaces that of the article, and is what the page waits for', () => {
  const picture = somePicture('own')
  const [shown] = fillFront([{ ...placed('lead', 'b'), picture }], []).lead
  assert.deepEqual([shown?.picture, shown?.heroMediaId], [picture, 'own'])
})

test('without a curated front the newest fill it, and opinion never leads', () => {
  const zones = fillFront([], [card('opinion', true), card('a'), card('b')])
  assert.deepEqual(
    zones.lead.map((one) => one.id),
    ['a'],
  )
  assert.deepEqual(
    zones.secondary.map((one) => one.id),
    ['opinion', 'b'],
  )
})

test('an article stands on a front once, and no zone overflows', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')
  const placements = fc.array(fc.tuple(fc.constantFrom(...frontZones), ids).map(([zone, id]) => placed(zone, id)))
  fc.assert(
    fc.property(placements, fc.uniqueArray(ids), (slots, recent) => {
      const zones = fillFront(
        slots,
        recent.map((id) => card(id)),
      )
      const shown = frontZones.flatMap((zone) => zones[zone].map((one) => one.id))
      assert.equal(new Set(shown).size, shown.length)
      for (const zone of frontZones) assert.ok(zones[zone].length <= zoneSizes[zone])
    }),
  )
})
