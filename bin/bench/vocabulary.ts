import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../lib/languages'
import { type Chance, chanceOf } from './chance'

/** A language's words, commonest first, and the way they are drawn. */
export type Vocabulary = {
  words: readonly string[]
  /** A word by its frequency: the word of rank r comes about 1/r as often as the first (Zipf-Mandelbrot). */
  draw: (chance: Chance) => string
}

const samples = join(import.meta.dirname, '..', '..', 'db', 'sample', 'articles')

/** A newspaper's archive of 100,000 articles has about that many spellings that are more than slips. */
const size: Record<Language, number> = { en: 80_000, fr: 40_000, ar: 40_000 }

/** The words of the sample articles by frequency; behind them a long tail of names made from halves of two of them. */
export function readVocabulary(language: Language): Vocabulary {
  const words = [...readWords(language)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  lengthen(words, size[language])
  const shares = new Float64Array(words.length)
  let sum = 0
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 2.7) ** 1.05
    shares[rank] = sum
  }
  return { words, draw: (chance) => words[rankAt(shares, chance.next() * sum)] ?? '' }
}

function readWords(language: Language): Map<string, number> {
  const counts = new Map<string, number>()
  const folder = join(samples, language)
  for (const file of readdirSync(folder).sort()) {
    const body = readFileSync(join(folder, file), 'utf8').split('\n---\n').slice(1).join(' ')
    const prose = body.replace(/^:::?.*$/gm, ' ').replace(/\]\([^)]*\)|\{[^}]*\}/g, ' ')
    for (const word of prose.match(/[\p{L}\p{M}]+(?:[’-][\p{L}\p{M}]+)*/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function lengthen(words: string[], wanted: number) {
  const chance = chanceOf(7)
  const real = words.filter((word) => /^\p{L}{4,}$/u.test(word))
  const known = new Set(words)
  while (words.length < wanted) {
    const made = chance.pick(real).slice(0, chance.between(2, 5)) + chance.pick(real).slice(-chance.between(2, 5)).toLowerCase()
    if (known.has(made)) continue
    known.add(made)
    words.push(made)
  }
}

function rankAt(shares: Float64Array, share: number): number {
  let low = 0
  let high = shares.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shares[middle] ?? 0) < share) low = middle + 1
    else high = middle
  }
  return low
}
