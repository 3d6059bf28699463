import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isListId, proposedListId } from './list-id'

test('a List-Id is proposed from the slug and the domain of the sender', () => {
  assert.equal(proposedListId('turkey-unpacked', 'turkey@news.example.org'), 'turkey-unpacked.news.example.org')
})

test('a slug in another script is proposed as its A-label', () => {
  assert.match(proposedListId('نشرة', 'a@news.example.org'), /^xn--[a-z0-9]+\.news\.example\.org$/)
})

test('without a sender nothing is proposed', () => {
  assert.equal(proposedListId('weekly', ''), '')
})

test('what could end a header, or is no name of a list, is none', () => {
  for (const text of [
    'weekly',
    'a.b\r\nBcc: x@y',
    'a b.example',
    '<weekly.example>',
    'weekly..example',
    '-a.example',
    '',
    `${'a.'.repeat(200)}b`,
  ])
    assert.equal(isListId(text), false, text)
})
