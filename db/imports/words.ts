/**
 * The ledger's own words. Nothing here, nor in the `count-….ts` files, uses the parsers or what they use: a word that a parser
 * loses must not be lost to the counter by the same mistake.
 */

/** Splits plain text into words, so that the same words are the same strings however quotes and accents were encoded. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[‘’ʼ]/g, "'")
  return plain.match(/[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu) ?? []
}

/** How many of `words` are found in `texts`, each as often as it occurs there and no oftener. */
export function countArrived(words: readonly string[], texts: readonly string[]): number {
  const there = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(text)) there.set(word, (there.get(word) ?? 0) + 1)
  let arrived = 0
  for (const word of words) {
    const left = there.get(word) ?? 0
    if (left > 0) {
      arrived += 1
      there.set(word, left - 1)
    }
  }
  return arrived
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  ordf: 'ª',
  ordm: 'º',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  sect: '§',
  para: '¶',
  iexcl: '¡',
  iquest: '¿',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  szlig: 'ß',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  inodot: 'ı',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  scaron: 'š',
  Scaron: 'Š',
  fnof: 'ƒ',
}

const accents: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030c',
  breve: '\u0306',
  macr: '\u0304',
}

/** The text behind character references such as `&eacute;` and `&#x2019;`; what it does not know stays as written. */
export function decodeReferences(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});?/gi, (whole: string, name: string) => {
    if (name.startsWith('#')) return fromCode(name.slice(1)) ?? whole
    const accented = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|caron|breve|macr)$/.exec(name)
    const mark = accents[accented?.[2] ?? '']
    if (accented?.[1] && mark) return (accented[1] + mark).normalize('NFC')
    return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
  })
}

function fromCode(digits: string): string | null {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
  return String.fromCodePoint(code)
}
