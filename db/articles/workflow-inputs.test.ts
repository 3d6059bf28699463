import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from '../../lib/forms'
import { embargoInput, overrideInput, particularsInput, scheduleInput, submitInput, withdrawInput } from './workflow-inputs'

const articleId = '11111111-1111-4111-8111-111111111111'
const headRevisionId = '22222222-2222-4222-8222-222222222222'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ articleId, headRevisionId, ...fields })) data.set(name, value)
  return data
}

/** What a time of the form means, or what is wrong with it. */
function scheduled(timeZone: string, fields: Record<string, string>): string {
  const parsed = parseForm(scheduleInput(timeZone), form(fields))
  if (parsed.ok) return parsed.input.publishAt.toISOString()
  return parsed.state.status === 'invalid' ? JSON.stringify(parsed.state.fields) : parsed.state.status
}

test('times are of the publication’s zone; where clocks change one says which is meant, and no time is invented', () => {
  assert.equal(scheduled('Europe/Paris', { time: '2027-06-01T09:30' }), '2027-06-01T07:30:00.000Z')
  assert.equal(scheduled('Asia/Beirut', { time: '2027-01-01T09:30' }), '2027-01-01T07:30:00.000Z')
  for (const [zone, twice, first, second] of [
    ['Europe/Paris', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
    ['Asia/Beirut', '2027-10-30T23:30', '2027-10-30T20:30:00.000Z', '2027-10-30T21:30:00.000Z'],
    ['Africa/Cairo', '2027-10-28T23:30', '2027-10-28T20:30:00.000Z', '2027-10-28T21:30:00.000Z'],
  ] as const) {
    assert.equal(scheduled(zone, { time: twice }), '{"time":"comes-twice"}')
    assert.equal(scheduled(zone, { time: twice, which: 'third' }), '{"time":"comes-twice"}')
    assert.equal(scheduled(zone, { time: twice, which: 'first' }), first)
    assert.equal(scheduled(zone, { time: twice, which: 'second' }), second)
  }
  for (const [zone, skipped] of [
    ['Europe/Paris', '2027-03-28T02:30'],
    ['Asia/Beirut', '2027-03-28T00:30'],
    ['Africa/Cairo', '2027-04-30T00:30'],
  ] as const)
    assert.equal(scheduled(zone, { time: skipped, which: 'first' }), '{"time":"is-skipped"}')
  // A choice left over from another day means nothing.
  assert.equal(scheduled('Europe/Paris', { time: '2027-06-01T09:30', which: 'second' }), '2027-06-01T07:30:00.000Z')
  assert.equal(scheduled('Europe/Paris', { time: 'tomorrow' }), '{"time":"no-time"}')
  assert.equal(scheduled('Europe/Paris', { time: '' }), '{"time":"required"}')
  assert.equal(scheduled('Europe/Paris', {}), '{"time":"required"}')
})

test('a due time and an embargo may be left out, and nobody need be named', () => {
  const submitted = parseForm(submitInput('Europe/Paris'), form({ reviewerId: '', time: '' }))
  assert.deepEqual(submitted.ok && submitted.input, { articleId, headRevisionId, reviewerId: null, moment: null })
  const lifted = parseForm(embargoInput('Europe/Paris'), form({ time: '', note: ' The ministry ' }))
  assert.deepEqual(lifted.ok && lifted.input, { articleId, note: 'The ministry', moment: null })
})

test('faults are told at their fields, and what was typed is given back', () => {
  const parsed = parseForm(withdrawInput, form({ kind: 'otherwise', note: '  ' }))
  assert.deepEqual(!parsed.ok && parsed.state.status === 'invalid' && parsed.state.fields, { kind: 'required', note: 'required' })
  const twice = parseForm(submitInput('Europe/Paris'), form({ reviewerId: '', time: '2027-10-31T02:30' }))
  assert.equal(!twice.ok && 'values' in twice.state && twice.state.values.time, '2027-10-31T02:30')
})

test('only a check of ours is answered for', () => {
  const answer = { keys: 'one  two', reason: 'Because.' }
  const parsed = parseForm(overrideInput, form({ ...answer, check: 'no-alt' }))
  assert.deepEqual(parsed.ok && parsed.input.keys, ['one', 'two'])
  for (const check of ['no-such', 'constructor', '__proto__'])
    assert.equal(parseForm(overrideInput, form({ ...answer, check })).ok, false)
})

test('particulars come with what was seen; what is no particulars is refused, not thrown', () => {
  const seen = { republishing: 'ask', deskSlug: '', notes: '', sensitive: false, doNotPublish: false, canonicalUrl: null }
  const wanted = { republishing: 'open', deskSlug: 'canal', notes: '', sensitive: 'on', canonicalUrl: '' }
  const parsed = parseForm(particularsInput, form({ ...wanted, seen: JSON.stringify(seen) }))
  assert.deepEqual(parsed.ok && parsed.input, {
    articleId,
    seen,
    wanted: { ...seen, republishing: 'open', deskSlug: 'canal', sensitive: true },
  })
  for (const broken of ['', '{', '[]', '{"notes":1}'])
    assert.equal(parseForm(particularsInput, form({ ...wanted, seen: broken })).ok, false)
  const script = parseForm(particularsInput, form({ ...wanted, seen: JSON.stringify(seen), canonicalUrl: 'javascript:alert(1)' }))
  assert.deepEqual(!script.ok && script.state.status === 'invalid' && script.state.fields, { canonicalUrl: 'no-address' })
})
