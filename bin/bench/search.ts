import { searchArticles } from '../../db/search/queries'
import { searchInput } from '../../db/search/rules'
import type { Language } from '../../lib/languages'
import { generateArticle, vocabularyOf } from './articles'
import { type Chance, chanceOf } from './chance'
import { type Figure, figure, milliseconds, quantile } from './figures'

type Query = { kind: string; language: Language; typed: Record<string, string> }

const goal = 60
/** The goal was set for an archive of this size. */
const goalSize = 100_000
const rounds = 40

/** Searches of every kind over an archive of `size` generated articles, one after the other. */
export async function measureSearch(size: number): Promise<Figure[]> {
  const queries = Array.from({ length: rounds }, (_, round) => queriesOfRound(round, size)).flat()
  for (const query of queries.slice(0, 20)) await search(query)
  const times: { kind: string; ms: number; count: number }[] = []
  for (const query of queries.slice(20)) times.push(await search(query))

  const all = times.map((one) => one.ms)
  const p95 = quantile(all, 0.95)
  const p50 = quantile(all, 0.5)
  const kinds = [...new Set(times.map((one) => one.kind))].map((kind) => {
    const own = times.filter((one) => one.kind === kind)
    const ms = own.map((one) => one.ms)
    const found = own.filter((one) => one.count > 0).length
    return figure(
      `  ${kind}`,
      `p50 ${milliseconds(quantile(ms, 0.5))}, p95 ${milliseconds(quantile(ms, 0.95))}, ${found} of ${own.length} found something`,
    )
  })
  const measured = `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)} (${all.length} searches)`
  return [
    figure(`search over ${size}`, measured, size >= goalSize ? { words: `p95 <= ${goal} ms`, isMet: p95 <= goal } : undefined),
    ...kinds,
  ]
}

async function search({ kind, language, typed }: Query) {
  const { query } = searchInput.parse(typed)
  const began = performance.now()
  const answer = await searchArticles(language, query, { now: new Date(), limit: 20 })
  return { kind, ms: performance.now() - began, count: answer.results.length }
}

function queriesOfRound(round: number, size: number): Query[] {
  const chance = chanceOf(2_000_000 + round)
  const language = chance.pick(['en', 'en', 'en', 'fr', 'ar'] as const)
  const { words } = vocabularyOf(language)
  const word = (from: number, to: number) => chance.pick(words.slice(from, to))
  const known = wordsOfSome(language, size, chance)
  const query = (kind: string, q: string, filters: Record<string, string> = {}): Query => ({
    kind,
    language,
    typed: { q, ...filters },
  })
  return [
    query('one of the 100 commonest words', word(0, 100)),
    query('a common word', word(100, 1000)),
    query('a rare word', word(5000, 30_000)),
    query('two words', `${word(100, 1000)} ${word(500, 5000)}`),
    query('three words', `${word(100, 1000)} ${word(100, 1000)} ${word(500, 5000)}`),
    query('a headline, as written', known.join(' ')),
    query('a quoted phrase', `"${known.slice(1, 3).join(' ')}"`),
    query('the beginning of a word', word(200, 5000).slice(0, 4)),
    query('a word with a slip', slip(word(300, 8000), chance)),
    query('a word and a section', word(100, 3000), { section: `section-${chance.between(0, 3)}` }),
    query('a word and a topic', word(100, 3000), { topic: `topic-${chance.between(0, 60)}` }),
    query('a word and an author', word(100, 3000), { author: `author-${chance.between(0, 30)}` }),
    query('a word and two dates', word(100, 3000), {
      from: `${chance.between(2014, 2019)}-03-01`,
      until: `${chance.between(2020, 2025)}-09-30`,
    }),
    query('a word without another', `${word(100, 1000)} -${word(100, 1000)}`),
    query('filters alone', '', { section: `section-${chance.between(0, 3)}`, topic: `topic-${chance.between(0, 60)}` }),
  ]
}

/** The words of a headline that stands in the archive. */
function wordsOfSome(language: Language, size: number, chance: Chance): string[] {
  for (let attempt = 0; attempt < 100; attempt++) {
    const article = generateArticle(chance.between(0, size - 1))
    if (article.language === language) return article.headline.split(' ')
  }
  return ['none', 'such', 'headline']
}

/** Two neighbouring letters exchanged, or one left out. */
function slip(word: string, chance: Chance): string {
  const letters = [...word]
  if (letters.length < 4) return word
  const at = chance.between(1, letters.length - 2)
  const [a = '', b = ''] = [letters[at], letters[at + 1]]
  letters.splice(at, 2, ...(chance.next() < 0.5 ? [b, a] : [b]))
  return letters.join('')
}
