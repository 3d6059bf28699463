import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitCredit, splitInlineCredit } from './split-credit'

test('a credit is split from the end of its caption', () => {
  const cases: [string, string, string][] = [
    ['Aleppo at dawn [AFP/Karam Al-Masri]', 'Aleppo at dawn', 'AFP/Karam Al-Masri'],
    ['Aleppo at dawn (AFP)', 'Aleppo at dawn', 'AFP'],
    ['Aleppo at dawn (AFP/Getty Images).', 'Aleppo at dawn', 'AFP/Getty Images'],
    ['Aleppo at dawn. Photo: Jo Smith', 'Aleppo at dawn.', 'Jo Smith'],
    ['Aleppo at dawn. © Halyard Pictures', 'Aleppo at dawn.', 'Halyard Pictures'],
    ['Aleppo (Syria), seen from the citadel', 'Aleppo (Syria), seen from the citadel', ''],
    ['The canal (in 1956)', 'The canal (in 1956)', ''],
    ['Une vue du port [Crédit : Léa]', 'Une vue du port', 'Léa'],
    ['[Reuters]', '', 'Reuters'],
    ['', '', ''],
  ]
  for (const [text, caption, credit] of cases) assert.deepEqual(splitCredit(text), { caption, credit }, text)
})

test('in a caption of several runs the last one ends in the credit', () => {
  const runs = [
    { type: 'text', text: 'The ' },
    { type: 'text', text: 'Ever Given', marks: [{ type: 'em' }] },
    { type: 'text', text: ' aground [AP/Jo]' },
  ]
  assert.deepEqual(splitInlineCredit(runs), { inlines: [runs[0], runs[1], { type: 'text', text: ' aground' }], credit: 'AP/Jo' })
})
