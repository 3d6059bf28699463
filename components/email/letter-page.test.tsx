import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { LetterPage } from '@/components/email/letter-page'
import { letterText } from '@/components/email/letter-text'
import { letterInWords } from '@/components/email/letter-words'
import type { Letter } from '@/db/mail/rules'
import { directionOf, languages } from '@/lib/languages'

const letters: Letter[] = [
  { kind: 'sign-in', path: '/sign-in/abc', minutes: 10 },
  { kind: 'invitation', path: '/invitations/abc', role: 'editor', invitedBy: 'Grace Hopper', days: 7 },
  { kind: 'invitation', path: '/invitations/abc', role: 'admin', invitedBy: '', days: 1 },
]
const publication = 'The Meridian'
const origin = 'https://news.example'

test('Every letter is whole in every language: its link, its lifetime, no gap left unfilled', () => {
  for (const language of languages)
    for (const letter of letters) {
      const words = letterInWords(letter, { language, publication, origin })
      const [text, html] = [letterText(words), renderToStaticMarkup(<LetterPage words={words} />)]
      const link = `${origin}${letter.path}`
      assert.ok(text.split('\n').includes(link))
      assert.equal(html.split(`href="${link}"`).length, 3)
      assert.ok(html.startsWith(`<html lang="${language}" dir="${directionOf(language)}">`))
      assert.ok(words.subject.includes(publication))
      for (const said of [text, html.replace(/<style>.*<\/style>|<[^>]+>/gs, '')])
        assert.doesNotMatch(said, /[{}#]|undefined|null/)
    }
})

test('Lifetimes are counted as the language counts', () => {
  const validityIn = (language: (typeof languages)[number], minutes: number) =>
    letterInWords({ kind: 'sign-in', path: '/x', minutes }, { language, publication, origin }).closing[0]
  assert.equal(validityIn('en', 1), 'The link is valid for 1 minute, and for one use.')
  assert.equal(validityIn('fr', 10), 'Le lien est valable 10 minutes et ne sert qu’une fois.')
  assert.match(validityIn('ar', 2) ?? '', /لمدة دقيقتين/)
  assert.match(validityIn('ar', 10) ?? '', /لمدة 10 دقائق/)
  assert.match(validityIn('ar', 15) ?? '', /لمدة 15 دقيقة/)
})

test('An invitation names who invited only if somebody did', () => {
  const opening = (letter: Letter) => letterInWords(letter, { language: 'en', publication, origin }).opening
  const [, named, unnamed] = letters
  assert.deepEqual(named && opening(named), [
    'You are invited to work on The Meridian.',
    'Invited by: Grace Hopper',
    'Your role: editor',
  ])
  assert.deepEqual(unnamed && opening(unnamed), ['You are invited to work on The Meridian.', 'Your role: admin'])
})
