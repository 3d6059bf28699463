import assert from 'node:assert/strict'
import { test } from 'node:test'
import { db } from '../client'
import { listEvents } from '../events/queries'
import type { Actor } from '../people/rules'
import { testDatabase } from '../testing'
import { changeSettings } from './commands'
import { settingsForm } from './form'
import { findSettings, findSettingsMoment } from './queries'
import { unnamedSettings } from './rules'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const publisher: Actor = { personId: crypto.randomUUID(), sessionId: '', role: 'publisher', sectionIds: [], confirmedAt: now }

const typed = {
  name: 'The Tide',
  timeZone: 'Europe/Paris',
  'email-desk': 'desk@tide.example',
  sameAs: 'https://social.example/tide\n\nhttps://other.example/tide',
  trust: 'member=https://association.example/',
  fourEyes: 'on',
  'edition-en': 'on',
  'edition-en-tagline': 'News of the coast',
  'edition-ar': 'on',
}

test('a form becomes settings, and names the field that is wrong', () => {
  const read = settingsForm.parse(typed)
  assert.deepEqual(read.sameAs, ['https://social.example/tide', 'https://other.example/tide'])
  assert.deepEqual(read.trust, [{ relation: 'member', url: 'https://association.example/' }])
  assert.deepEqual(
    read.editions.map(({ language, tagline }) => [language, tagline]),
    [
      ['en', 'News of the coast'],
      ['ar', ''],
    ],
  )
  const wrong = settingsForm.safeParse({ ...typed, timeZone: 'Europe/Nowhere', sameAs: 'not an address', name: '' })
  assert.deepEqual(wrong.error?.issues.map(({ path }) => path[0]).sort(), ['name', 'sameAs', 'shortName', 'timeZone'])
})

test('settings are changed by publishers, not over somebody else’s change, and the log names what changed', async () => {
  const value = settingsForm.parse(typed)
  const seenAt = await findSettingsMoment()
  assert.equal(await changeSettings({ ...publisher, role: 'editor' }, { value, seenAt }, now), 'not-allowed')
  assert.equal(await changeSettings({ ...publisher, confirmedAt: null }, { value, seenAt }, now), 'ask-again')
  assert.equal(await changeSettings(publisher, { value, seenAt }, now), 'changed')
  assert.equal(await changeSettings(publisher, { value: { ...value, name: 'Other' }, seenAt }, now), 'changed-meanwhile')
  assert.deepEqual(await findSettings(db), { ...unnamedSettings, ...value })

  const later = await findSettingsMoment()
  assert.equal(await changeSettings(publisher, { value, seenAt: later }, now), 'unchanged')
  assert.equal(await changeSettings(publisher, { value: { ...value, fourEyes: false }, seenAt: later }, now), 'changed')
  const [last] = await listEvents({}, { from: null, to: null }, 1)
  assert.deepEqual([last?.action, last?.details], ['settings.four-eyes-changed', { fourEyes: false }])
})
