import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugPattern } from '../../db/articles/rules'
import { bodyText, countWords } from '../../db/body/rules'
import { articleWords, bodyOf, generateArticle } from './articles'

test('an article is the same whenever it is generated', () => {
  const first = generateArticle(12_345)
  generateArticle(7)
  assert.deepEqual(generateArticle(12_345), first)
  assert.notEqual(generateArticle(12_346).headline, first.headline)
})

test('articles have nine hundred words, a slug that may stand in an address, and a date that is past', () => {
  for (let number = 0; number < 60; number++) {
    const article = generateArticle(number)
    const words = countWords(bodyText(bodyOf(article)))
    assert.ok(Math.abs(words - articleWords) <= 5, `article ${number} has ${words} words`)
    assert.match(article.slug, slugPattern)
    assert.ok(article.publishedAt.getTime() < Date.UTC(2026, 10, 1) && article.publishedAt.getTime() >= Date.UTC(2014, 0, 1))
  }
})

test('eight of ten articles are English, one French, one Arabic', () => {
  const languages = Array.from({ length: 100 }, (_, number) => generateArticle(number).language)
  const count = (language: string) => languages.filter((one) => one === language).length
  assert.deepEqual([count('en'), count('fr'), count('ar')], [80, 10, 10])
})
