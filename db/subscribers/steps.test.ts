import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { parseForm } from '../../lib/forms'
import { db } from '../client'
import { testDatabase } from '../testing'
import { subscriberRequests } from './request-schema'
import { choiceField, signUpForm, trapField } from './rules'
import { readStamp, signUpStamp } from './stamps'
import { takeSignUpStep } from './steps'
import { makeNewsletter } from './testing-subscribers'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const weekly = await makeNewsletter('weekly')
const from = { clientAddress: '192.0.2.1' }
const words = 'You agree.'

beforeEach(async () => {
  await db.execute(sql`truncate limits, subscriber_requests, sign_up_hours`)
})

/** A form as a browser sends it, read as the action reads it. */
function typed(fields: Record<string, string> = {}) {
  const form = new FormData()
  const all = { language: 'en', source: 'article', sourcePath: '/news/x', email: 'ada@reader.example', ...fields }
  for (const [name, value] of Object.entries({ [choiceField(weekly)]: 'on', ...all })) form.set(name, value)
  const parsed = parseForm(signUpForm, form)
  if (!parsed.ok) throw new Error('The form was not read.')
  return parsed.input
}

async function stampOf(at: Date): Promise<string> {
  const outcome = await takeSignUpStep(typed(), words, from, at)
  return outcome.kind === 'second-step' ? outcome.stamp : ''
}

test('The second step may come from two seconds to half an hour after the first, and is kept otherwise', async () => {
  const stamp = await stampOf(now)
  for (const [seconds, expected] of [
    [1.9, 'too-early'],
    [1801, 'too-late'],
  ] as const) {
    const outcome = await takeSignUpStep(typed({ stamp }), words, from, later(seconds))
    assert.equal(outcome.kind === 'second-step' && outcome.why, expected)
    const again = outcome.kind === 'second-step' ? outcome.stamp : ''
    assert.deepEqual(await takeSignUpStep(typed({ stamp: again }), words, from, later(seconds + 3)), { kind: 'promised' })
  }
  assert.deepEqual(await takeSignUpStep(typed({ stamp }), words, from, later(2)), { kind: 'promised' })
})

test('A stamp that we did not sign, or that was used too often, leads to the second step again', async () => {
  const stamp = await stampOf(now)
  const kinds = []
  for (let at = 0; at < 4; at++) {
    const outcome = await takeSignUpStep(typed({ stamp, email: `a${at}@r${at}.example` }), words, from, later(3))
    kinds.push(outcome.kind === 'second-step' ? outcome.why : outcome.kind)
  }
  assert.deepEqual(kinds, ['promised', 'promised', 'promised', 'again'])
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...'0az-_.'), (place, other) => {
      const at = place % stamp.length
      const changed = stamp.slice(0, at) + other + stamp.slice(at + 1)
      if (changed !== stamp) assert.equal(readStamp(changed, later(3)), 'forged')
    }),
  )
  assert.equal(readStamp('', now), 'forged')
  assert.notEqual(signUpStamp(weekly, now), signUpStamp(weekly, now))
})

test('What falls into the trap is told that all is well, and nothing is done', async () => {
  assert.deepEqual(await takeSignUpStep(typed({ [trapField]: 'https://spam.example' }), words, from, now), { kind: 'promised' })
  assert.equal(await db.$count(subscriberRequests), 0)
})

test('An address that is none and a choice of nothing are told at the first step', async () => {
  assert.deepEqual(await takeSignUpStep(typed({ email: 'ada@' }), words, from, now), { kind: 'not-an-address' })
  const nothing = { ...typed(), newsletterIds: [] }
  assert.deepEqual(await takeSignUpStep(nothing, words, from, now), { kind: 'none-chosen' })
})

test('Whatever is sent as a form is read or refused by name, and no path but ours is kept', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), fc.string(), (fields, email, sourcePath) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, email, sourcePath, language: 'en' })) form.set(name, value)
      const parsed = parseForm(signUpForm, form)
      if (parsed.ok) assert.match(parsed.input.sourcePath, /^$|^\/(?!\/)[^\s\\]*$/)
      else assert.equal(parsed.state.status, 'invalid')
    }),
  )
  for (const [email, fault] of [
    ['', 'required'],
    ['a'.repeat(400), 'too-long'],
    ['a'.repeat(2001), 'too-long'],
  ] as const) {
    const form = new FormData()
    form.set('email', email)
    form.set('language', 'en')
    const parsed = parseForm(signUpForm, form)
    assert.deepEqual(!parsed.ok && parsed.state.status === 'invalid' && parsed.state.fields.email, fault)
  }
})
