import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered } from './color-scheme'

test('what a style sheet asks about light and dark is answered, and nothing else', () => {
  assert.equal(answered('(prefers-color-scheme: dark)', 'dark'), '(min-width: 0px)')
  assert.equal(
    answered('screen and (prefers-color-scheme:dark) and (min-width: 40rem)', 'light'),
    'screen and (max-width: 0px) and (min-width: 40rem)',
  )
  assert.equal(answered('(prefers-reduced-motion: no-preference)', 'dark'), '(prefers-reduced-motion: no-preference)')
})
