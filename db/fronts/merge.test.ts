import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeArrangements } from './merge'
import { type Arrangement, frontZones, isSameArrangement, type Placement } from './rules'
import { somePlacement } from './testing-fronts'

const arrangement = (...placements: Placement[]): Arrangement => ({
  placements: frontZones.flatMap((zone) => placements.filter((one) => one.zone === zone)),
  banner: null,
})

const [a, b, c, d] = [
  somePlacement('a', 'lead'),
  somePlacement('b', 'secondary'),
  somePlacement('c', 'secondary'),
  somePlacement('d', 'feature'),
]
const base = arrangement(a, b, c, d)

/** Where everything stands, `lead: a, secondary: b c`. */
function spelled({ placements }: Arrangement): string {
  return placements.map(({ id, zone }) => `${zone[0]}:${id}`).join(' ')
}

test('what only one of them changed is as that one has it', () => {
  const ours = arrangement(a, { ...b, headline: 'Ours' }, c, { ...d, zone: 'secondary' })
  const theirs = arrangement({ ...a, kicker: 'Theirs' }, b, c, d, somePlacement('new', 'feature'))
  const { arrangement: merged, conflicts } = mergeArrangements(base, ours, theirs)
  assert.deepEqual(conflicts, [])
  assert.equal(spelled(merged), 'l:a s:b s:c s:d f:new')
  assert.deepEqual([merged.placements[0]?.kicker, merged.placements[1]?.headline], ['Theirs', 'Ours'])
})

test('two fields of one placement are each their own', () => {
  const ours = arrangement({ ...a, headline: 'Ours' }, b, c, d)
  const theirs = arrangement({ ...a, kicker: 'Theirs' }, b, c, d)
  const { arrangement: merged, conflicts } = mergeArrangements(base, ours, theirs)
  assert.deepEqual([conflicts, merged.placements[0]?.headline, merged.placements[0]?.kicker], [[], 'Ours', 'Theirs'])
})

test('what both changed differently stands as it was saved first, and is told', () => {
  const ours = arrangement({ ...a, headline: 'Ours' }, { ...b, zone: 'feature' }, c, d)
  const theirs = arrangement({ ...a, headline: 'Theirs' }, { ...b, zone: 'lead' }, c, d)
  const { arrangement: merged, conflicts } = mergeArrangements(base, ours, theirs)
  assert.deepEqual(conflicts, [
    { kind: 'headline', placementId: 'a', theirs: 'Theirs', yours: 'Ours' },
    { kind: 'zone', placementId: 'b', theirs: 'lead', yours: 'feature' },
  ])
  assert.equal(merged.placements.find(({ id }) => id === 'a')?.headline, 'Theirs')
})

test('what was removed is gone unless the other changed it', () => {
  assert.equal(spelled(mergeArrangements(base, arrangement(a, b), base).arrangement), 'l:a s:b')
  const changed = arrangement(a, b, { ...c, headline: 'Theirs' }, d)
  assert.equal(spelled(mergeArrangements(base, arrangement(a, b), changed).arrangement), 'l:a s:b s:c')
})

test('a banner is taken from whoever changed it; of two the first stands', () => {
  const banner = (text: string) => ({ text, link: null, startsAt: null, endsAt: null })
  const put = (text: string): Arrangement => ({ ...base, banner: banner(text) })
  assert.deepEqual(mergeArrangements(base, put('Ours'), base).arrangement.banner, banner('Ours'))
  assert.deepEqual(mergeArrangements(base, base, put('Theirs')).arrangement.banner, banner('Theirs'))
  const both = mergeArrangements(base, put('Ours'), put('Theirs'))
  assert.deepEqual(both.arrangement.banner, banner('Theirs'))
  assert.deepEqual(both.conflicts, [{ kind: 'banner', theirs: banner('Theirs'), yours: banner('Ours') }])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const arrangements = fc
  .shuffledSubarray(ids, { minLength: 0 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc.record({ zone: fc.constantFrom(...frontZones), headline: fc.constantFrom('', 'one', 'two') }).map((given) => ({
          ...somePlacement(id, 'lead'),
          ...given,
        })),
      ),
    ),
  )
  .map((placements) => arrangement(...placements))

test('against a base that one side did not touch, the result is the other side', () => {
  fc.assert(
    fc.property(arrangements, arrangements, (from, changed) => {
      for (const [ours, theirs] of [
        [changed, from],
        [from, changed],
        [changed, changed],
      ] as const) {
        const merged = mergeArrangements(from, ours, theirs)
        assert.deepEqual(merged.conflicts, [])
        assert.ok(isSameArrangement(merged.arrangement, changed), spelled(merged.arrangement))
      }
    }),
  )
})

test('nothing that either added or wrote is lost: it stands in the result or is told as a conflict', () => {
  fc.assert(
    fc.property(arrangements, arrangements, arrangements, (from, ours, theirs) => {
      const { arrangement: merged, conflicts } = mergeArrangements(from, ours, theirs)
      const standing = new Map(merged.placements.map((one) => [one.id, one]))
      assert.equal(standing.size, merged.placements.length)
      for (const side of [ours, theirs])
        for (const placement of side.placements) {
          const before = from.placements.find(({ id }) => id === placement.id)
          if (!before) assert.ok(standing.has(placement.id), `${placement.id} was added`)
          if (placement.headline === (before?.headline ?? '')) continue
          const told = conflicts.some((one) => one.kind === 'headline' && one.yours === placement.headline)
          assert.ok(standing.get(placement.id)?.headline === placement.headline || told, `${placement.id} was written in`)
        }
    }),
  )
})
