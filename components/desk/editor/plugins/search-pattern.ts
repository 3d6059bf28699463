export type SearchOptions = { matchesCase: boolean; wholeWords: boolean }

/** Vowel signs and the lengthening stroke: Arabic is written with or without them. */
const arabicSigns = '[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]*'
const signs = new RegExp(arabicSigns.replace('*', ''), 'gu')

/** Written one way or another by habit or typesetting, and meant the same. */
const alike = ['اأإآٱ', 'يى', 'هة', "'’‘ʼ", '"“”„«»', '-‐‑–', ' \u00a0\u202f\u2009']

/** The pattern that finds what somebody looks for, or null when that is nothing. */
export function searchPattern(query: string, { matchesCase, wholeWords }: SearchOptions): RegExp | null {
  const letters = [...query.normalize('NFC').replace(signs, '')]
  if (letters.length === 0) return null
  const pattern = letters.map(patternOf).join('')
  const word = '[\\p{L}\\p{N}\\p{M}]'
  return new RegExp(wholeWords ? `(?<!${word})${pattern}(?!${word})` : pattern, matchesCase ? 'gu' : 'giu')
}

function patternOf(letter: string): string {
  const group = alike.find((letters) => letters.includes(letter))
  const one = group ? `[${group.replaceAll('-', '\\-')}]` : letter.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  return /\p{Script=Arabic}/u.test(letter) ? `${one}${arabicSigns}` : one
}
