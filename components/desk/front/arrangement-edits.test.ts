import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Arrangement, emptyArrangement, frontZones } from '../../../db/fronts/rules'
import { moveTo, newPlacement, placeOf, putAt, reword, step, withoutPlacement } from './arrangement-edits'
import { advance, begin } from './timeline'

function front(...placed: [zone: (typeof frontZones)[number], articleId: string][]): Arrangement {
  return placed.reduce(
    (arrangement, [zone, id]) => putAt(arrangement, { ...newPlacement(id, zone), id }, { zone, index: 99 }),
    emptyArrangement,
  )
}

const spelled = ({ placements }: Arrangement) => placements.map(({ zone, id }) => `${zone[0]}:${id}`).join(' ')

const some = front(['lead', 'a'], ['secondary', 'b'], ['secondary', 'c'], ['feature', 'd'])

test('a placement is put where it is meant to stand, and stands nowhere else', () => {
  assert.equal(spelled(some), 'l:a s:b s:c f:d')
  assert.equal(spelled(moveTo(some, 'd', { zone: 'secondary', index: 1 })), 'l:a s:b s:d s:c')
  assert.equal(spelled(moveTo(some, 'b', { zone: 'secondary', index: 1 })), 'l:a s:c s:b f:d')
  assert.equal(spelled(moveTo(some, 'nobody', { zone: 'lead', index: 0 })), spelled(some))
  assert.equal(spelled(withoutPlacement(some, 'b')), 'l:a s:c f:d')
  assert.deepEqual(placeOf(some, 'c'), { zone: 'secondary', index: 1 })
  assert.equal(reword(some, 'c', { headline: 'New' }).placements[2]?.headline, 'New')
})

test('steps lead from zone to zone, and end at the ends', () => {
  assert.equal(spelled(step(some, 'c', 1)), 'l:a s:b f:c f:d')
  assert.equal(spelled(step(some, 'b', -1)), 'l:a l:b s:c f:d')
  assert.equal(spelled(step(some, 'a', -1)), spelled(some))
  assert.equal(spelled(step(some, 'd', 1)), spelled(some))
})

test('a placement that steps down to the end and up again visits every zone and is back where it was', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
  fc.assert(
    fc.property(ids, fc.infiniteStream(fc.constantFrom(...frontZones)), (chosen, zones) => {
      const made = front(...chosen.map((id): [(typeof frontZones)[number], string] => [zones.next().value, id]))
      const [first] = made.placements
      if (!first) return
      let moving = made
      const visited = new Set([first.zone])
      for (let at = 0; at < 20; at++) {
        moving = step(moving, first.id, 1)
        visited.add(placeOf(moving, first.id)?.zone ?? 'lead')
        assert.equal(moving.placements.length, made.placements.length)
      }
      assert.ok(visited.has('feature'))
      for (let at = 0; at < 20; at++) moving = step(moving, first.id, -1)
      assert.deepEqual(placeOf(moving, first.id), { zone: 'lead', index: 0 })
    }),
  )
})

test('every id is a UUID of its own', () => {
  const made = Array.from({ length: 200 }, () => newPlacement('a', 'lead').id)
  assert.equal(new Set(made).size, made.length)
  for (const id of made) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('what was done can be undone and done again; typing in one field is one step', () => {
  const typed = (headline: string) => ({
    kind: 'change' as const,
    arrangement: reword(some, 'a', { headline }),
    key: 'a.headline',
  })
  let timeline = begin(some)
  for (const text of ['N', 'Ne', 'New']) timeline = advance(timeline, typed(text))
  timeline = advance(timeline, { kind: 'change', arrangement: withoutPlacement(timeline.present, 'd') })
  assert.equal(timeline.past.length, 2)
  timeline = advance(timeline, { kind: 'undo' })
  assert.equal(timeline.present.placements[0]?.headline, 'New')
  timeline = advance(timeline, { kind: 'undo' })
  assert.equal(spelled(timeline.present), spelled(some))
  assert.equal(advance(timeline, { kind: 'undo' }), timeline)
  timeline = advance(advance(timeline, { kind: 'redo' }), { kind: 'redo' })
  assert.equal(spelled(timeline.present), 'l:a s:b s:c')
  assert.equal(advance(timeline, { kind: 'redo' }), timeline)
})

test('changing nothing is no step, and what somebody else did is not undone', () => {
  const timeline = begin(some)
  assert.equal(advance(timeline, { kind: 'change', arrangement: { ...some } }), timeline)
  const changed = advance(timeline, { kind: 'change', arrangement: withoutPlacement(some, 'a') })
  const adopted = advance(changed, { kind: 'adopt', arrangement: front(['lead', 'theirs']) })
  assert.equal(spelled(advance(adopted, { kind: 'undo' }).present), 'l:theirs')
})
