import { slugFrom } from '../../db/articles/rules'
import type { Body } from '../../db/body/rules'
import { type Language, languages } from '../../lib/languages'
import { type Chance, chanceOf } from './chance'
import { readVocabulary, type Vocabulary } from './vocabulary'

/** A generated article, before it is a row or a file. Its places are numbers: which section, topics and author of its edition. */
export type GeneratedArticle = {
  number: number
  language: Language
  slug: string
  headline: string
  standfirst: string
  kicker: string
  publishedAt: Date
  section: number
  topics: number[]
  author: number
  blocks: { isHeading: boolean; text: string }[]
}

export const counts = { sections: 4, topics: 120, authors: 60 }

/** Words in an article's text. */
export const articleWords = 900

const firstDay = Date.UTC(2014, 0, 1)
const lastDay = Date.UTC(2026, 9, 31)

const vocabularies = new Map<Language, Vocabulary>()

export function vocabularyOf(language: Language): Vocabulary {
  const vocabulary = vocabularies.get(language) ?? readVocabulary(language)
  vocabularies.set(language, vocabulary)
  return vocabulary
}

/** Article number so many: always the same, whatever was generated before it. Eight of ten are English. */
export function generateArticle(number: number): GeneratedArticle {
  const chance = chanceOf(number)
  const language = number % 10 === 8 ? 'fr' : number % 10 === 9 ? 'ar' : 'en'
  const headline = sentence(language, chance, chance.between(6, 11)).replace(/[.,]/g, '')
  return {
    number,
    language,
    slug: `${slugFrom(headline, 60)}-${number}`,
    headline,
    standfirst: sentence(language, chance, chance.between(18, 28)),
    kicker: capital(vocabularyOf(language).draw(chance)),
    publishedAt: new Date(firstDay + Math.floor(chance.next() * (lastDay - firstDay))),
    section: chance.between(0, counts.sections - 1),
    // Squared: some topics and authors have far more articles than others.
    topics: [...new Set([1, 2, 3].map(() => Math.floor(chance.next() ** 2 * counts.topics)))],
    author: Math.floor(chance.next() ** 2 * counts.authors),
    blocks: makeBlocks(language, chance),
  }
}

/** Two or three words for a topic's or a person's name. */
export function generateName(language: Language, number: number): string {
  const chance = chanceOf(1_000_000 + number * languages.length + languages.indexOf(language))
  const { words } = vocabularyOf(language)
  return [1, 2].map(() => capital(chance.pick(words.slice(1000, 8000)))).join(' ')
}

/** The text as the articles of the site hold it. */
export function bodyOf(article: GeneratedArticle): Body {
  return {
    type: 'doc',
    content: article.blocks.map(({ isHeading, text }, place) => {
      const id = `b${place}`
      const content = [{ type: 'text' as const, text }]
      return isHeading ? { type: 'heading', attrs: { id, level: 2 }, content } : { type: 'paragraph', attrs: { id }, content }
    }),
  }
}

function makeBlocks(language: Language, chance: Chance): GeneratedArticle['blocks'] {
  const blocks: GeneratedArticle['blocks'] = []
  for (let left = articleWords; left > 0; ) {
    const isHeading = blocks.length % 5 === 4 && left > 20
    const length = Math.min(left, isHeading ? 4 : chance.between(35, 75))
    blocks.push({
      isHeading,
      text: isHeading ? sentence(language, chance, length).replace(/[.,]/g, '') : paragraph(language, chance, length),
    })
    left -= length
  }
  return blocks
}

function paragraph(language: Language, chance: Chance, words: number): string {
  const sentences: string[] = []
  for (let left = words; left > 0; ) {
    const length = left < 24 ? left : chance.between(9, 22)
    sentences.push(sentence(language, chance, length))
    left -= length
  }
  return sentences.join(' ')
}

function sentence(language: Language, chance: Chance, length: number): string {
  const { draw } = vocabularyOf(language)
  const words = Array.from({ length }, (_, place) => (place % 9 === 8 && place < length - 1 ? `${draw(chance)},` : draw(chance)))
  return `${capital(words.join(' '))}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
