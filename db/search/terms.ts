/** A part of a search: a word, or several that must stand side by side. */
export type Term = { text: string; isQuoted: boolean; isExcluded: boolean }

/** More than anybody types, and few enough for the database. */
const termsLimit = 12

/**
 * Takes a search apart as web searches do: words, "quoted phrases", -exclusions. A quote that is never closed is no quote, a hyphen
 * inside a word or before a space no exclusion. Any quotation marks will do.
 */
export function parseTerms(typed: string): Term[] {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .replace(/[“”„‟«»″]/g, '"')
  const last = plain.lastIndexOf('"')
  const isUnbalanced = (plain.match(/"/g)?.length ?? 0) % 2 === 1
  const balanced = isUnbalanced ? `${plain.slice(0, last)} ${plain.slice(last + 1)}` : plain
  return Array.from(balanced.matchAll(/(?<=^|\s)(-?)"([^"]*)"|(?<=^|\s)-([^\s"]+)|"([^"]*)"|([^\s"]+)/g), (match): Term => {
    const [, dash, dashedPhrase, excludedWord, phrase, word] = match
    const text = dashedPhrase ?? excludedWord ?? phrase ?? word ?? ''
    return { text, isQuoted: (dashedPhrase ?? phrase) !== undefined, isExcluded: dash === '-' || excludedWord !== undefined }
  })
    .filter((term) => /[\p{L}\p{N}]/u.test(term.text))
    .slice(0, termsLimit)
}

/** The search that has these terms. */
export function writeTerms(terms: readonly Term[]): string {
  return terms.map(({ text, isQuoted, isExcluded }) => `${isExcluded ? '-' : ''}${isQuoted ? `"${text}"` : text}`).join(' ')
}

/** One word of a term as the index knows it. */
export type PlannedWord = {
  /** Its number in the term: words too common for the index leave a gap. */
  place: number
  spelling: string
  /** Folded. */
  word: string
  /** What it is found under, any of them; none for a word too common to be looked for. */
  stems: string[]
  /** With what else a word may begin that is meant. */
  beginnings?: string[]
  /** Whether it ever stood in an article. */
  isKnown: boolean
}

export type PlannedTerm = { isExcluded: boolean; isQuoted: boolean; words: PlannedWord[] }

/**
 * The search in Postgres's notation, or null where nothing is looked for. Loosely, the words of a phrase may stand anywhere: the
 * index alone answers that, and what it finds holds everything that the strict search finds.
 */
export function compileTerms(terms: readonly PlannedTerm[], { isLoose }: { isLoose: boolean }): string | null {
  const parts: string[] = []
  let looksFor = false
  for (const { isExcluded, words } of terms) {
    const wanted = words.filter((one) => one.stems.length > 0)
    if (wanted.length === 0 || (isExcluded && isLoose && wanted.length > 1)) continue
    if (!isExcluded) looksFor = true
    parts.push(`${isExcluded ? '!' : ''}(${joinWords(wanted, isLoose)})`)
  }
  return looksFor ? parts.join(' & ') : null
}

/** Whether the index alone cannot answer it. */
export function hasPhrase(terms: readonly PlannedTerm[]): boolean {
  return terms.some((term) => term.words.filter((one) => one.stems.length > 0).length > 1)
}

function joinWords(words: readonly PlannedWord[], isLoose: boolean): string {
  let written = ''
  let before: number | null = null
  for (const { place, stems, beginnings = [] } of words) {
    if (before !== null) written += isLoose ? ' & ' : ` <${place - before}> `
    written += `(${[...stems.map(quote), ...beginnings.map((beginning) => `${quote(beginning)}:*`)].join(' | ')})`
    before = place
  }
  return written
}

// Stems hold letters and digits only; doubled all the same, because Postgres reads what stands here.
function quote(stem: string): string {
  return `'${stem.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}
