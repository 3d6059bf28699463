import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { LetterPage } from '@/components/email/letter-page'
import { letterText } from '@/components/email/letter-text'
import { letterInWords } from '@/components/email/letter-words'
import { deskLetters, type Letter, onOneLine } from '@/db/mail/rules'
import { directionOf, languages } from '@/lib/languages'

const letters: Letter[] = [
  { kind: 'sign-in', path: '/sign-in/abc', minutes: 10 },
  { kind: 'invitation', path: '/invitations/abc', role: 'editor', invitedBy: 'Grace Hopper', days: 7 },
  { kind: 'invitation', path: '/invitations/abc', role: 'admin', invitedBy: '', days: 1 },
  { kind: 'newsletter-confirmation', path: '/newsletters/confirm/abc', newsletters: ['The Week', 'Turkey'], days: 7 },
  { kind: 'newsletter-already', path: '/newsletters/preferences', newsletters: ['The Week'] },
  { kind: 'newsletter-preferences', path: '/newsletters/preferences/abc', minutes: 60 },
]
const deskLetter = { path: '/dashboard/articles/1/publish', headline: 'A canal opens', by: 'Grace Hopper', due: null }
const publication = 'The Meridian'
const setting = { publication, origin: 'https://news.example', timeZone: 'Asia/Beirut' }

test('Every letter is whole in every language: its link, its lifetime, no gap left unfilled', () => {
  for (const language of languages)
    for (const letter of [...letters, ...deskLetters.map((kind) => ({ kind, ...deskLetter }))]) {
      const words = letterInWords(letter, { language, ...setting })
      const [text, html] = [letterText(words), renderToStaticMarkup(<LetterPage words={words} />)]
      const link = `${setting.origin}${letter.path}`
      assert.ok(text.split('\n').includes(link))
      assert.equal(html.split(`href="${link}"`).length, 3)
      assert.ok(html.startsWith(`<html lang="${language}" dir="${directionOf(language)}">`))
      assert.ok(words.subject.includes('headline' in letter ? letter.headline : publication))
      for (const said of [text, html.replace(/<style>.*<\/style>|<[^>]+>/gs, '')])
        assert.doesNotMatch(said, /[{}#]|undefined|null/)
    }
})

test('Lifetimes are counted as the language counts', () => {
  const validityIn = (language: (typeof languages)[number], minutes: number) =>
    letterInWords({ kind: 'sign-in', path: '/x', minutes }, { language, ...setting }).closing[0]
  assert.equal(validityIn('en', 1), 'The link is valid for 1 minute, and for one use.')
  assert.equal(validityIn('fr', 10), 'Le lien est valable 10 minutes et ne sert qu’une fois.')
  assert.match(validityIn('ar', 2) ?? '', /لمدة دقيقتين/)
  assert.match(validityIn('ar', 10) ?? '', /لمدة 10 دقائق/)
  assert.match(validityIn('ar', 15) ?? '', /لمدة 15 دقيقة/)
})

test('An invitation names who invited only if somebody did', () => {
  const opening = (letter: Letter) => letterInWords(letter, { language: 'en', ...setting }).opening
  const [, named, unnamed] = letters
  assert.deepEqual(named && opening(named), [
    'You are invited to work on The Meridian.',
    'Invited by: Grace Hopper',
    'Your role: editor',
  ])
  assert.deepEqual(unnamed && opening(unnamed), ['You are invited to work on The Meridian.', 'Your role: admin'])
})

test('A letter from the desk says who, what and until when, in the zone of the publication', () => {
  const letter: Letter = { kind: 'review-asked', ...deskLetter, due: '2026-11-27T12:00:00.000Z' }
  assert.deepEqual(letterInWords(letter, { language: 'en', ...setting }).opening, [
    'Grace Hopper asks you to review an article: A canal opens',
    'Until: 27 November 2026 at 14:00 EET',
  ])
  const unnamed = letterInWords({ ...letter, by: '', headline: '' }, { language: 'fr', ...setting })
  assert.equal(unnamed.subject, 'À relire : un article sans titre')
})

test('What somebody typed stands on one line of a letter, cut where it is long', () => {
  assert.equal(onOneLine('  A\r\nBcc: x@example.org\u2028 b '), 'A Bcc: x@example.org b')
  assert.equal([...onOneLine('و'.repeat(400))].length, 150)
})
